import { addDays, Day } from "@cimpro/domain";
import { z } from "zod";
import { mondayOf } from "./week.ts";

/** What the address of the time sheet says: whose week, which rows were added, and where one stands in it. */
export const TimeSearch = z.object({
  /** Any day of the week. */
  week: Day.optional().catch(undefined),
  worker: z.string().optional().catch(undefined),
  rows: z.array(z.string()).optional().catch(undefined),
  /** On a phone, the day shown. */
  day: Day.optional().catch(undefined),
});

/** A worker has fewer entries in a week than fit on one page. */
const most = 500;

export const weekInput = (worker: string, day: Day) => ({
  worker,
  from: mondayOf(day),
  to: addDays(mondayOf(day), 6),
  state: "all" as const,
  limit: most,
});
