import { describe, expect, test } from "vitest";
import type { BurnDown } from "../api/answers.ts";
import { leftSentence } from "./account-answer.ts";
import { forecastEnd } from "./forecast-end.ts";
import { forecastSentence } from "./forecast-sentence.ts";

const today = "2026-03-13";
const burnDown = (forecast: BurnDown["forecast"], runOutOn: string | null = null): BurnDown => ({
  ...{ forecast, runOutOn, pace: { minutes: 600, businessDays: 10 } },
  points: [{ on: today, remainingMinutes: 600 }],
});

describe("the forecast of pre-paid hours", () => {
  test.each<[string, BurnDown["forecast"]]>([
    ["At this pace they run out on Fri 20 Mar (a forecast).", { kind: "runs-out", on: "2026-03-20" }],
    [
      "At this pace they are enough until Tue 31 Mar; 8 h would lapse then (a forecast).",
      { kind: "lapses", on: "2026-03-31", minutes: 480, rolledOverMinutes: 0 },
    ],
    [
      "At this pace they are enough until Tue 31 Mar; 5 h would go into the next month and 3 h lapse (a forecast).",
      { kind: "lapses", on: "2026-03-31", minutes: 480, rolledOverMinutes: 300 },
    ],
    [
      "At this pace they are enough until Tue 31 Mar; 8 h would go into the next month (a forecast).",
      { kind: "lapses", on: "2026-03-31", minutes: 480, rolledOverMinutes: 480 },
    ],
    [
      "At this pace they are just enough until Tue 31 Mar (a forecast).",
      { kind: "lapses", on: "2026-03-31", minutes: 0, rolledOverMinutes: 0 },
    ],
    [
      "No forecast yet: it takes 10 business days of work, and there are 4.",
      { kind: "too-few-days", businessDays: 4, leastBusinessDays: 10 },
    ],
    ["No run-out date: no work draws on them.", { kind: "not-used" }],
    ["At this pace they last longer than ten years (a forecast).", { kind: "lasts" }],
    ["Nothing is left.", { kind: "none-left" }],
  ])("%s", (sentence, forecast) => {
    expect(forecastSentence(burnDown(forecast), today)).toBe(sentence);
  });
  test("says since when nothing is left, where that was in the days shown", () => {
    expect(forecastSentence(burnDown({ kind: "none-left" }, "2026-03-11"), today)).toBe(
      "Nothing is left since Wed 11 Mar.",
    );
    expect(forecastSentence(burnDown({ kind: "none-left" }, today), today)).toBe("Nothing is left.");
  });
  test("is drawn to where it ends, and no further than a quarter", () => {
    const lapses = { kind: "lapses", on: "2026-03-31", minutes: 480, rolledOverMinutes: 0 } as const;
    expect(forecastEnd(burnDown(lapses))).toEqual({ on: "2026-03-31", minutes: 480 });
    expect(forecastEnd(burnDown({ kind: "runs-out", on: "2026-04-20" }))).toEqual({ on: "2026-04-20", minutes: 0 });
    expect(forecastEnd(burnDown({ kind: "runs-out", on: "2026-09-20" }))).toBeNull();
    expect(forecastEnd(burnDown({ kind: "not-used" }))).toBeNull();
  });
  test("is in the account's one line", () => {
    expect(leftSentence(600, burnDown({ kind: "not-used" }), today)).toBe("10 h of pre-paid work left.");
    expect(leftSentence(600, burnDown({ kind: "runs-out", on: "2026-03-20" }), today)).toBe(
      "10 h of pre-paid work left, at this pace until Fri 20 Mar.",
    );
    expect(
      leftSentence(600, burnDown({ kind: "lapses", on: "2026-03-31", minutes: 9, rolledOverMinutes: 0 }), today),
    ).toBe("10 h of pre-paid work left, at this pace enough until Tue 31 Mar, when it lapses.");
  });
});
