import type { Day } from "../values/day.ts";
import type { Minutes } from "../values/duration.ts";
import type { TakingBack } from "./move.ts";
import type { SettledPlace } from "./place.ts";
import type { Span } from "./span.ts";

/** Minutes that were settled together, with what corrections left of them: the latest were taken back first (INV-3). */
export interface Slice extends Span {
  readonly place: SettledPlace;
  readonly settledOn: Day;
  /** Minutes that still stand, from its beginning. */
  readonly minutes: Minutes;
  /** Of those that were taken back, the ones that were waived: they count as written off (INV-3). */
  readonly waivedMinutes: Minutes;
}

/** A slice and how much of its end is taken back. */
export type Taken<S> = S & { readonly taken: Minutes };

/** Takes minutes back from the end of each slice. */
export const takingBack = (
  slices: readonly Taken<Slice>[],
  how: Pick<TakingBack, "target" | "on" | "clause" | "creditMemo">,
): readonly TakingBack[] =>
  slices.map(({ entry, round, from, workedOn, place, settledOn, minutes, taken }) => {
    const end = from + minutes;
    return { entry, round, from: end - taken, to: end, workedOn, source: place, settledOn, ...how };
  });
