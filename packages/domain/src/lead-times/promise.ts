import { z } from "zod";
import type { Day } from "../values/day.ts";
import { Minutes } from "../values/duration.ts";
import { rejection } from "../values/rejection.ts";
import { ok, type Result, refused } from "../values/result.ts";
import { ClockDay, type StatedDate } from "./clock.ts";
import type { ChangeOrderEffect } from "./terms.ts";

/** An approved change order, as far as a lead time is concerned: its day, its minutes, and the dates it states (LEAD-5). */
export const LeadTimeChange = z
  .object({
    on: ClockDay,
    minutes: Minutes.max(60_000_000).optional(),
    newExpeditedBy: ClockDay.optional(),
    newRushBy: ClockDay.optional(),
  })
  .readonly();
export type LeadTimeChange = z.infer<typeof LeadTimeChange>;

/** The dates an SOW promises (LEAD-7) as change orders leave them, and whether missing them has a consequence (LEAD-5). */
export interface LeadTimePromise {
  readonly expedited: StatedDate;
  /** Only for a rush lead time. */
  readonly rush?: StatedDate;
  /** False once a change order without new dates ended it. */
  readonly guaranteed: boolean;
}

/** The dates as the SOW states them; their days count from its approval (LEAD-7). */
export const promisedAtApproval = (
  approvedOn: Day,
  { expeditedBy, rushBy }: { readonly expeditedBy: Day; readonly rushBy?: Day | undefined },
): LeadTimePromise => ({
  expedited: { by: expeditedBy, since: approvedOn },
  ...(rushBy === undefined ? {} : { rush: { by: rushBy, since: approvedOn } }),
  guaranteed: true,
});

/** The change orders that count, in the order they apply: approved from the SOW's approval to the delivery day, both included (LEAD-5). */
export const changesThatCount = <Change extends LeadTimeChange>(
  changes: readonly Change[],
  approvedOn: Day,
  deliveredOn: Day,
): readonly Change[] =>
  changes
    .filter(({ on }) => approvedOn <= on && on <= deliveredOn)
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));

/**
 * What a change order makes of a promise: its dates replace the old ones, counted from its own approval, and renew the
 * guarantee; without dates it ends the guarantee or leaves it, as agreed. It may not shorten a date (LEAD-5).
 */
export function afterChange(
  promise: LeadTimePromise,
  change: LeadTimeChange,
  effect: ChangeOrderEffect,
): Result<LeadTimePromise> {
  const { on, newExpeditedBy, newRushBy } = change;
  if (newExpeditedBy === undefined) return ok({ ...promise, guaranteed: promise.guaranteed && effect === "exclude" });
  const replaced = [
    { date: "expedited", replaces: promise.expedited.by, states: newExpeditedBy },
    ...(promise.rush === undefined || newRushBy === undefined
      ? []
      : [{ date: "rush", replaces: promise.rush.by, states: newRushBy }]),
  ];
  const shortened = replaced.find(({ replaces, states }) => states < replaces);
  if (shortened !== undefined) return refused(rejection("CHANGE_ORDER_DATE_EARLIER", { on, ...shortened }));
  return ok({
    expedited: { by: newExpeditedBy, since: on },
    ...(newRushBy === undefined ? {} : { rush: { by: newRushBy, since: on } }),
    guaranteed: true,
  });
}
