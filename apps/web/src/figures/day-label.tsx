import type { Day } from "@cimpro/domain";
import { useToday } from "../api/session.ts";
import { formatDay } from "./day-text.ts";

/** A date as people say it; the exact one on hover. */
export function DayLabel({ day }: { readonly day: Day }) {
  const today = useToday();
  return (
    <time dateTime={day} title={day} className="figure" style={{ whiteSpace: "nowrap" }}>
      {formatDay(day, today)}
    </time>
  );
}
