import { t } from "@lingui/core/macro";
import type { RequestView } from "../api/answers.ts";
import { useToday } from "../api/session.ts";
import { formatShortDay } from "../figures/day-text.ts";

/** When work on a request is expected to begin: a range, no promise of a day (REQ-3). */
export function StartWindow({ window }: { readonly window: RequestView["expectedStart"] }) {
  const today = useToday();
  if (window === null) return null;
  const { from, to } = window;
  const year = to.slice(0, 4) === today.slice(0, 4) ? "" : ` ${to.slice(0, 4)}`;
  return (
    <span className="figure" title={t`${from} to ${to}`}>
      {formatShortDay(from)} – {formatShortDay(to)}
      {year}
    </span>
  );
}
