import type { RequestView } from "../api/answers.ts";
import { useToday } from "../api/session.ts";
import { formatDay, formatShortDay } from "../figures/day-text.ts";

/** When work on a request is expected to begin: a range, no promise of a day (REQ-3). */
export function StartWindow({ window }: { readonly window: RequestView["expectedStart"] }) {
  const today = useToday();
  if (window === null) return null;
  const { from, to } = window;
  const first = from.slice(0, 4) === to.slice(0, 4) ? formatShortDay(from) : formatDay(from, today);
  return (
    <span className="figure" title={`${from} to ${to}`}>
      {first} – {to.slice(0, 4) === today.slice(0, 4) ? formatShortDay(to) : formatDay(to, today)}
    </span>
  );
}
