import { type Day, formatDuration } from "@cimpro/domain";
import { t } from "@lingui/core/macro";
import type { BurnDown } from "../api/answers.ts";
import { formatDay } from "../figures/day-text.ts";

/** What becomes of pre-paid hours if work goes on at its pace (ALW-4, ALW-5). */
export function forecastSentence({ points, forecast, runOutOn }: BurnDown, today: Day): string {
  switch (forecast.kind) {
    case "none-left": {
      // Before the days shown nobody knows since when.
      if (runOutOn === null || points[0]?.on === runOutOn) return t`Nothing is left.`;
      const since = formatDay(runOutOn, today);
      return t`Nothing is left since ${since}.`;
    }
    case "too-few-days": {
      const { businessDays, leastBusinessDays } = forecast;
      return t`No forecast yet: it takes ${leastBusinessDays} business days of work, and there are ${businessDays}.`;
    }
    case "not-used":
      return t`No run-out date: no work draws on them.`;
    case "runs-out": {
      const day = formatDay(forecast.on, today);
      return t`At this pace they run out on ${day} (a forecast).`;
    }
    case "lapses":
      return lapseSentence(forecast, today);
    case "lasts":
      return t`At this pace they last longer than ten years (a forecast).`;
  }
}

function lapseSentence(forecast: Extract<BurnDown["forecast"], { kind: "lapses" }>, today: Day): string {
  const day = formatDay(forecast.on, today);
  const lapsing = formatDuration(forecast.minutes - forecast.rolledOverMinutes);
  const goingOn = formatDuration(forecast.rolledOverMinutes);
  if (forecast.minutes === 0) return t`At this pace they are just enough until ${day} (a forecast).`;
  if (forecast.rolledOverMinutes === 0)
    return t`At this pace they are enough until ${day}; ${lapsing} would lapse then (a forecast).`;
  if (forecast.rolledOverMinutes === forecast.minutes)
    return t`At this pace they are enough until ${day}; ${goingOn} would go into the next month (a forecast).`;
  return t`At this pace they are enough until ${day}; ${goingOn} would go into the next month and ${lapsing} lapse (a forecast).`;
}
