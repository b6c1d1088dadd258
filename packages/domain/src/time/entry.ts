import { z } from "zod";
import { addDays, Day, firstDay } from "../values/day.ts";
import { Minutes, minutesPerDay } from "../values/duration.ts";
import { FactId, Slug } from "../values/id.ts";
import { rejection } from "../values/rejection.ts";
import { ok, type Result, refused } from "../values/result.ts";
import { roundUpTo } from "../values/rounding.ts";
import { Name, Note } from "../values/text.ts";

/** The day work was done, which has narrower bounds than other days that are stated: `checkWorkDate`. */
export const WorkDate = Day.clone();

/** What someone says they did. Nothing computed lives here. */
export const TimeEntry = z
  .object({
    id: FactId,
    account: Slug,
    /** The deliverable worked on; null is general work. */
    deliverable: Slug.nullable(),
    worker: Name,
    /** The work date as stated: it decides the rate, the cover and the period. */
    on: WorkDate,
    minutes: Minutes.min(1, "must be more than zero").max(minutesPerDay, "at most 24 hours (1,440 minutes) an entry"),
    note: Note,
    billable: z.boolean(),
    /** Imported time that another system already invoiced (ALW-8). */
    settledElsewhere: z.boolean(),
  })
  .readonly();
export type TimeEntry = z.infer<typeof TimeEntry>;

/** The minutes an entry counts for: exact, or raised to the billing increment, per entry (RATE-5). */
export const countedMinutes = (minutes: Minutes, incrementMinutes: number): Minutes =>
  roundUpTo(minutes, incrementMinutes);

/** How far ahead of today work may be dated; further ahead is taken for a slip of the pen. */
const furthestAheadDays = 366;

/** Refuses work dates that can only be mistakes: before 1970, or more than a year ahead of today. */
export function checkWorkDate(on: Day, today: Day): Result<Day> {
  const latest = addDays(today, furthestAheadDays);
  return on < firstDay || on > latest
    ? refused(rejection("WORK_DATE_OUT_OF_RANGE", { on, earliest: firstDay, latest }))
    : ok(on);
}
