import type { Day } from "../values/day.ts";
import type { Minutes } from "../values/duration.ts";
import type { Slice, Taken } from "./slice.ts";
import type { Span } from "./span.ts";

/** Minutes that a premium line charges for, each once, with what credits left of them: they are gone from the end (LEAD-8). */
export interface PremiumSlice extends Span {
  readonly invoice: string;
  readonly line: number;
  readonly chargedOn: Day;
  /** Minutes that it still charges for. */
  readonly minutes: Minutes;
}

/** The premium minutes that lie on minutes which are taken back from the end of their slices (LEAD-8). */
export function premiumOn(
  premiums: readonly PremiumSlice[],
  taken: readonly Taken<Pick<Slice, "entry" | "round" | "from" | "minutes">>[],
): readonly Taken<PremiumSlice>[] {
  const given = Map.groupBy(taken, ({ entry, round }) => `${entry} ${round}`);
  return premiums.flatMap((premium) => {
    const end = premium.from + premium.minutes;
    const on = (given.get(`${premium.entry} ${premium.round}`) ?? []).reduce((sum, slice) => {
      const until = slice.from + slice.minutes;
      return sum + Math.max(0, Math.min(end, until) - Math.max(premium.from, until - slice.taken));
    }, 0);
    return on === 0 ? [] : [{ ...premium, taken: on }];
  });
}
