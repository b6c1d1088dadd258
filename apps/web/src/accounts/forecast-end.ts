import { addDays, type Day } from "@cimpro/domain";
import type { BurnDown } from "../api/answers.ts";

/** The forecast is drawn as far as it says something: to the run-out day, at most a quarter ahead. */
const furthestDays = 92;

/** The run-out day, if it is worth drawing. */
export function forecastEnd({ points, runOutOn }: BurnDown): Day | null {
  const last = points.at(-1);
  if (last === undefined || runOutOn === null) return null;
  return runOutOn > last.on && runOutOn <= addDays(last.on, furthestDays) ? runOutOn : null;
}
