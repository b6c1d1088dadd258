import type { Day } from "../values/day.ts";
import type { Place, SettledPlace } from "./place.ts";
import type { Span } from "./span.ts";

/** Open minutes that are settled for good. */
export interface Settling extends Span {
  readonly source: { readonly kind: "open" };
  readonly target: SettledPlace;
  /** The business day it counts from. */
  readonly on: Day;
  /** The rule that sends them there. */
  readonly clause: string;
}

/** Settled minutes that a correction takes back, from the end of their slice: to be billed again, given up, or never worked. */
export interface TakingBack extends Span {
  readonly source: SettledPlace;
  readonly target: Extract<Place, { readonly kind: "open" | "written-off" | "gone" }>;
  readonly on: Day;
  readonly clause: string;
  /** The day the minutes were settled. */
  readonly settledOn: Day;
  /** The memo that credits them; null for minutes that a deposit or an allowance covered. */
  readonly creditMemo: string | null;
}

/** What becomes of minutes of one entry: from where to where, on which day, by which clause (ALW-8). Never changed later. */
export type Move = Settling | TakingBack;

export const isTakingBack = (move: Move): move is TakingBack => move.source.kind !== "open";

export const isSettling = (move: Move): move is Settling => move.source.kind === "open";
