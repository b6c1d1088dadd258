import { lazy, Suspense, useState } from "react";
import type { Explanation } from "./explanation.ts";

const WhyPanel = lazy(async () => ({ default: (await import("./why-panel.tsx")).WhyPanel }));

/** Answers "why is it this much?" for one figure: open while there is an explanation for the address's `why`. */
export function WhyDrawer({ explanation }: { readonly explanation: Explanation | null }) {
  // Kept while the drawer slides out; the panel is loaded when the first question is asked.
  const [latest, setLatest] = useState(explanation);
  if (explanation !== null && explanation !== latest) setLatest(explanation);
  if (latest === null) return null;
  return (
    <Suspense fallback={null}>
      <WhyPanel explanation={latest} open={explanation !== null} />
    </Suspense>
  );
}
