import { addDays, type Day } from "@cimpro/domain";
import type { BurnDown } from "../api/answers.ts";

/** The forecast is drawn as far as it says something: to its end, at most a quarter ahead. */
const furthestDays = 92;

/** Where the line of the forecast ends, if that is worth drawing: no hours left, or those that lapse on that day. */
export function forecastEnd({ points, forecast }: BurnDown): { readonly on: Day; readonly minutes: number } | null {
  const last = points.at(-1);
  if (last === undefined || (forecast.kind !== "runs-out" && forecast.kind !== "lapses")) return null;
  const { on } = forecast;
  if (on <= last.on || on > addDays(last.on, furthestDays)) return null;
  return { on, minutes: forecast.kind === "lapses" ? forecast.minutes : 0 };
}
