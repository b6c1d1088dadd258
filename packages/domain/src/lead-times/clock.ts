import { z } from "zod";
import {
  businessDayAfter,
  businessDaysBetween,
  type Holidays,
  lastBusinessDay,
  nextBusinessDay,
} from "../values/business-days.ts";
import { addDays, Day } from "../values/day.ts";
import type { LeadTimeTerms } from "./terms.ts";

/** Whose a stopped day is, in the order that decides when a day has several reasons (LEAD-6). */
export const StopOwner = z.enum(["stoppage", "product", "client"]);
export type StopOwner = z.infer<typeof StopOwner>;

/** Later days are slips of the pen; the bound also leaves room for a moved date among the days that can be counted. */
const lastDay: Day = "2999-12-31";
export const ClockDay = Day.refine((day) => day <= lastDay, `write a day up to ${lastDay}`);

/** `from`: the day we asked or were blocked; `to`: the day it was answered or lifted. */
export const Wait = z
  .object({ from: ClockDay, to: ClockDay })
  .refine(({ from, to }) => from <= to, { path: ["to"], error: "must not be before from" })
  .readonly();
export type Wait = z.infer<typeof Wait>;

/** What kept the work waiting, by whose it was. */
export interface Waits {
  readonly clientWaits: readonly Wait[];
  readonly productWaits: readonly Wait[];
  readonly stoppages: readonly Wait[];
}

/** The business days in `(after, to]` are stopped. */
export interface Stop {
  readonly after: Day;
  readonly to: Day;
  readonly whose: StopOwner;
}

/** A due date as it was stated, and the day its clock began to count. */
export interface StatedDate {
  readonly by: Day;
  readonly since: Day;
}

/** Stopped business days of one owner without a running one between them; both ends are stopped days. */
export const TolledDays = z.object({ from: Day, to: Day, businessDays: z.int().min(1), whose: StopOwner }).readonly();
export type TolledDays = z.infer<typeof TolledDays>;

/** The wait that a span of days with work stopped is, `until` being the first day after it (INV-5, LEAD-6). */
export const waitOfStoppage = ({ from, until }: { readonly from: Day; readonly until: Day }): Wait => ({
  from: addDays(from, -1),
  to: addDays(until, -1),
});

/** When the clock stands still, those first whose days come first: a client has some business days of each wait to respond (LEAD-6). */
export function stopsOf(
  waits: Waits,
  { clientResponseBusinessDays }: Pick<LeadTimeTerms, "clientResponseBusinessDays">,
  holidays: Holidays,
): readonly Stop[] {
  const stops: readonly Stop[] = [
    ...waits.stoppages.map(({ from, to }) => ({ after: from, to, whose: "stoppage" as const })),
    ...waits.productWaits.map(({ from, to }) => ({ after: from, to, whose: "product" as const })),
    ...waits.clientWaits.map(({ from, to }) => ({
      after: businessDayAfter(from, clientResponseBusinessDays, holidays),
      to,
      whose: "client" as const,
    })),
  ];
  return stops.filter(({ after, to }) => businessDaysBetween(after, to, holidays) > 0);
}

/** The days that wait for the deposit are the client's, without any to respond: after the approval, up to its payment (LEAD-7). */
export const depositStop = (approvedOn: Day, startedOn: Day, holidays: Holidays): readonly Stop[] =>
  businessDaysBetween(approvedOn, startedOn, holidays) === 0
    ? []
    : [{ after: approvedOn, to: startedOn, whose: "client" }];

/**
 * The stated date, moved to the first day by which as many running business days have passed since its clock began as
 * business days lay up to it. It stands as it is, on whatever day of the week, when no day up to it was stopped (LEAD-6).
 */
export function movedDate({ by, since }: StatedDate, stops: readonly Stop[], holidays: Holidays): Day {
  const isStopped = ({ after, to }: Stop) => businessDaysBetween(later(after, since), earlier(to, by), holidays) > 0;
  if (!stops.some(isStopped)) return by;
  let left = businessDaysBetween(since, by, holidays);
  let reached = since;
  for (const { after, to } of stops.toSorted(byBeginning)) {
    const running = businessDaysBetween(reached, after, holidays);
    if (left <= running) break;
    left -= running;
    reached = later(reached, to);
  }
  return businessDayAfter(reached, left, holidays);
}

/** The stopped days in `(after, to]`, each once and with one owner (LEAD-6); `stops` as `stopsOf` orders them. */
export function tolledDays(after: Day, to: Day, stops: readonly Stop[], holidays: Holidays): readonly TolledDays[] {
  const edges = [to, ...stops.flatMap((stop) => [stop.after, stop.to])].filter((edge) => after < edge && edge <= to);
  const tolled: { from: Day; to: Day; businessDays: number; whose: StopOwner }[] = [];
  let begin = after;
  let before: StopOwner | undefined;
  for (const end of [...new Set(edges)].toSorted()) {
    const businessDays = businessDaysBetween(begin, end, holidays);
    if (businessDays > 0) {
      const whose = ownerOf(begin, end, stops);
      const last = tolled.at(-1);
      if (whose !== undefined && whose === before && last !== undefined) {
        last.to = lastBusinessDay(end, holidays);
        last.businessDays += businessDays;
      } else if (whose !== undefined) {
        tolled.push({
          from: nextBusinessDay(begin, holidays),
          to: lastBusinessDay(end, holidays),
          businessDays,
          whose,
        });
      }
      before = whose;
    }
    begin = end;
  }
  return tolled;
}

/** Whose all days of `(after, to]` are; no stop begins or ends inside. */
const ownerOf = (after: Day, to: Day, stops: readonly Stop[]): StopOwner | undefined =>
  stops.find((stop) => stop.after <= after && to <= stop.to)?.whose;

const byBeginning = (a: Stop, b: Stop): number => (a.after < b.after ? -1 : a.after > b.after ? 1 : 0);
const later = (a: Day, b: Day): Day => (a > b ? a : b);
const earlier = (a: Day, b: Day): Day => (a < b ? a : b);
