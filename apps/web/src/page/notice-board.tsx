import { lazy, Suspense, useEffect, useState } from "react";
import { loadPatiently } from "../api/part-missing.ts";
import { onTell } from "./tell.ts";

const Notices = lazy(async () => ({ default: (await loadPatiently(() => import("./notices.tsx"))).Notices }));

/** Where short confirmations appear; put up when there is the first one. */
export function NoticeBoard() {
  const [wanted, setWanted] = useState(false);
  useEffect(() => onTell(() => setWanted(true)), []);
  return wanted ? (
    <Suspense fallback={null}>
      <Notices />
    </Suspense>
  ) : null;
}
