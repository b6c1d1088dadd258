import { z } from "zod";
import { addDays, Day, monthsAfter } from "../values/day.ts";
import type { RequestSize } from "./request.ts";
import type { RequestTerms, StartWindow } from "./terms.ts";

/** When work is expected to begin: a range, both days included, and no promise of a day (REQ-3). */
export const ExpectedStart = z.object({ from: Day, to: Day, clauses: z.array(z.string()).readonly() }).readonly();
export type ExpectedStart = z.infer<typeof ExpectedStart>;

/** The range in which work of a size begins that was set on a day; a month that is too short ends it on its last day (REQ-3). */
export function expectedStart(size: RequestSize, sizedOn: Day, windows: RequestTerms["startWindows"]): ExpectedStart {
  const { from, to, unit } = windows[size];
  return { from: after(sizedOn, from, unit), to: after(sizedOn, to, unit), clauses: ["REQ-3"] };
}

const after = (day: Day, count: number, unit: StartWindow["unit"]): Day =>
  unit === "weeks" ? addDays(day, 7 * count) : monthsAfter(day, count);
