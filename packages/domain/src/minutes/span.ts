import type { Day } from "../values/day.ts";
import type { Minutes } from "../values/duration.ts";

/** Minutes `[from, to)` of one round of a time entry. They are handed out from 0 upwards, without a gap, within a round. */
export interface Span {
  readonly entry: string;
  readonly round: number;
  readonly from: Minutes;
  readonly to: Minutes;
  /** The work date of the entry. */
  readonly workedOn: Day;
}

/** How many minutes a span has. */
export const lengthOf = ({ from, to }: Pick<Span, "from" | "to">): Minutes => to - from;
