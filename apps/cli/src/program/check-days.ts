import { isDay } from "@cimpro/domain";
import { malformed } from "../failure/failure.ts";
import type { Settings } from "./settings.ts";

/** Refuses global options that name no day of the calendar. */
export function checkDays({ today, asOf }: Settings): void {
  for (const [option, day] of [
    ["--today", today],
    ["--as-of", asOf],
  ] as const)
    if (day !== undefined && !isDay(day)) throw malformed(option, "not a date of the calendar; write YYYY-MM-DD");
}
