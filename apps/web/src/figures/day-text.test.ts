import { readDay } from "@cimpro/domain";
import { i18n } from "@lingui/core";
import { describe, expect, onTestFinished, test } from "vitest";
import { dayHabits, dayPattern, formatDay, formatInstant, formatPeriod, formatShortDay, withDays } from "./day-text.ts";

const parseDay = (text: string, today: string): string | null => {
  const read = readDay(text, today, dayHabits());
  return read.ok ? read.day : null;
};

test("a day of this year has no year", () => expect(formatDay("2025-11-03", "2025-12-31")).toBe("Mon 3 Nov"));
test("a day of another year has it", () => expect(formatDay("2024-11-03", "2025-12-31")).toBe("Sun 3 Nov 2024"));
test("a period is named by its last day, not by the day after", () =>
  expect(formatPeriod({ start: "2025-11-03", end: "2025-11-17" }, "2025-12-01")).toBe("Mon 3 Nov – Sun 16 Nov"));
test("a period over New Year names both years that differ", () =>
  expect(formatPeriod({ start: "2024-12-30", end: "2025-01-13" }, "2025-02-01")).toBe("Mon 30 Dec 2024 – Sun 12 Jan"));
test("an instant is shown by the practice's clock", () =>
  expect(formatInstant("2025-11-03T02:15:00Z", "America/New_York")).toBe("2025-11-02 21:15"));
test.each([
  ["2025-11-03", "2025-11-03"],
  ["3 nov", "2025-11-03"],
  ["Mon 3 Nov 2024", "2024-11-03"],
  ["31 Nov", null],
  ["soon", null],
])("%s means %s", (text, day) => expect(parseDay(text, "2025-12-31")).toBe(day));

describe("another locale", () => {
  const readBy = (locale: string) => {
    i18n.loadAndActivate({ locale: "en", locales: [locale], messages: {} });
    onTestFinished(() => i18n.loadAndActivate({ locale: "en", locales: ["en-GB"], messages: {} }));
  };

  test("says a date in its own order", () => {
    readBy("en-US");
    expect(formatDay("2025-11-03", "2025-12-31")).toBe("Mon Nov 3");
    expect(formatDay("2024-11-03", "2025-12-31")).toBe("Sun Nov 3, 2024");
    expect(formatShortDay("2025-11-03")).toBe("Nov 3");
  });
  test.each([
    ["en-GB", "ddd D MMM YYYY"],
    ["en-US", "ddd MMM D, YYYY"],
    ["de-DE", "ddd D MMM YYYY"],
    ["en-ZA", "ddd DD MMM YYYY"],
  ])("a date field of %s writes by %s", (locale, pattern) => {
    readBy(locale);
    expect(dayPattern()).toBe(pattern);
  });
  test.each([
    ["en-US", "11/3/2025"],
    ["en-GB", "3/11/2025"],
    ["de-DE", "3.11.25"],
    ["sv-SE", "2025-11-3"],
    ["en-US", "Nov 3"],
    ["en-US", "November 3, 2025"],
    ["en-US", "11/3"],
    ["de-DE", "3. November"],
    ["de-DE", "3 Nov"],
    ["hu-HU", "2025. 11. 3."],
  ])("in %s %s is the third of November", (locale, text) => {
    readBy(locale);
    expect(parseDay(text, "2025-12-31")).toBe("2025-11-03");
  });
  test("no locale makes a day of nonsense", () => {
    readBy("en-US");
    for (const text of ["13/45/2025", "Nov", "Nov 3 4 5", "3", "", "1/2/3/4", "2025-02-30"])
      expect(parseDay(text, "2025-12-31")).toBe(null);
  });
});

test("the days of a sentence are written as people read them; what only looks like one stays", () =>
  expect(withDays("Stopped since 2025-11-18, not 2025-13-40.", "2025-11-20")).toBe(
    "Stopped since Tue 18 Nov, not 2025-13-40.",
  ));
