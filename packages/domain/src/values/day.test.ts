import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addDays,
  addMonths,
  civil,
  Day,
  dayFromNumber,
  dayInZone,
  dayNumber,
  dayStart,
  daysBetween,
  daysInMonth,
  firstOfMonth,
  isDay,
  isLeapYear,
  Month,
  monthOf,
  monthPeriod,
  monthsAfter,
  TimeZone,
  weekday,
} from "./day.ts";

const millisecondsPerDay = 86_400_000;
const dates = fc.date({
  min: new Date("0001-01-01T00:00:00Z"),
  max: new Date("9999-12-31T00:00:00Z"),
  noInvalidDate: true,
});
const days = dates.map((date) => date.toISOString().slice(0, 10));
const instantOf = (day: string): Date => new Date(`${day}T00:00:00Z`);

describe("Day", () => {
  test.each(["2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31", "1970-01-01"])("%s is a day", (text) => {
    expect(Day.parse(text)).toBe(text);
  });

  test.each([
    "2023-02-29",
    "1900-02-29",
    "2024-04-31",
    "2024-13-01",
    "2024-00-10",
    "2024-01-00",
    "0000-01-01",
    "10000-01-01",
    "2024-1-1",
    "2024-01-01T00:00",
    "2024-01-01\n",
    "01/02/2024",
    "",
  ])("%j is not a day", (text) => {
    expect(Day.safeParse(text).success).toBe(false);
  });

  test("a wrong type is malformed, not a crash", () => {
    for (const wrong of [null, undefined, 20_240_101, {}]) expect(Day.safeParse(wrong).success).toBe(false);
  });

  test("exactly the dates that JavaScript knows are days", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), fc.nat(14), fc.nat(33), (year, month, day) => {
        const date = new Date(0);
        date.setUTCFullYear(year, month - 1, day);
        const text = [String(year).padStart(4, "0"), String(month).padStart(2, "0"), String(day).padStart(2, "0")].join(
          "-",
        );
        expect(isDay(text)).toBe(date.getUTCMonth() === month - 1 && date.getUTCDate() === day && month >= 1);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("counting days", () => {
  test("day numbers agree with JavaScript over all years", () => {
    fc.assert(
      fc.property(days, (day) => {
        expect(dayNumber(day) * millisecondsPerDay).toBe(instantOf(day).getTime());
        expect(dayFromNumber(dayNumber(day))).toBe(day);
      }),
      { numRuns: 2000 },
    );
  });

  test("every day of the years around each kind of leap year", () => {
    for (const year of [1, 4, 100, 400, 1600, 1899, 1900, 1969, 1970, 1999, 2000, 2023, 2024, 2100, 9998]) {
      const first = dayNumber(civil(year, 1, 1));
      for (let number = first; number < first + 366; number++) {
        const expected = new Date(number * millisecondsPerDay).toISOString().slice(0, 10);
        expect(dayFromNumber(number)).toBe(expected);
        expect(dayNumber(expected)).toBe(number);
      }
    }
  });

  test("weekdays agree with JavaScript, Monday first", () => {
    expect(weekday("2024-01-01")).toBe(1);
    expect(weekday("2024-01-07")).toBe(7);
    fc.assert(
      fc.property(days, (day) => {
        expect(weekday(day) % 7).toBe(instantOf(day).getUTCDay());
      }),
    );
  });

  test("adding days and counting them are one", () => {
    fc.assert(
      fc.property(days, days, (from, to) => {
        expect(addDays(from, daysBetween(from, to))).toBe(to);
        expect(daysBetween(from, to) > 0).toBe(from < to);
        expect(daysBetween(from, to) === 0).toBe(from === to);
      }),
    );
  });

  test("a day outside the years 1 to 9999 is an error, because its text would compare wrongly", () => {
    expect(() => addDays("9999-12-31", 1)).toThrow(RangeError);
    expect(() => addDays("0001-01-01", -1)).toThrow(RangeError);
    expect(() => addMonths("9999-12", 1)).toThrow(RangeError);
    expect(() => addMonths("0001-01", -1)).toThrow(RangeError);
    expect(() => dayFromNumber(Number.NaN)).toThrow(RangeError);
  });
});

describe("months", () => {
  test("a month is YYYY-MM in the years that have days", () => {
    for (const right of ["2024-01", "2024-12", "0001-01"]) expect(Month.safeParse(right).success).toBe(true);
    for (const wrong of ["2024-13", "2024-00", "2024-1", "0000-01", "2024-01-01", ""])
      expect(Month.safeParse(wrong).success).toBe(false);
  });

  test("adding months agrees with JavaScript, in both directions", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 200, max: 9800 }),
        fc.nat(11),
        fc.integer({ min: -2000, max: 2000 }),
        (year, month, by) => {
          const date = new Date(0);
          date.setUTCFullYear(year, month + by, 1);
          expect(addMonths(civil(year, month + 1, 1).slice(0, 7), by)).toBe(date.toISOString().slice(0, 7));
        },
      ),
      { numRuns: 1000 },
    );
  });

  test.each([
    ["2024-01-31", 1, "2024-02-29"],
    ["2024-01-31", 2, "2024-03-31"],
    ["2023-08-31", 6, "2024-02-29"],
    ["2024-02-29", 12, "2025-02-28"],
    ["2024-03-31", -1, "2024-02-29"],
    ["2024-12-15", 1, "2025-01-15"],
    ["2024-05-05", 0, "2024-05-05"],
  ])("%s and %d months later is %s, clamped at month end", (day, months, later) => {
    expect(monthsAfter(day, months)).toBe(later);
  });

  test("the length of a month agrees with JavaScript", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9998 }), fc.nat(11), (year, month) => {
        const last = new Date(0);
        last.setUTCFullYear(year, month + 1, 0);
        expect(daysInMonth(year, month + 1)).toBe(last.getUTCDate());
      }),
    );
  });

  test.each([
    [2024, true],
    [2023, false],
    [1900, false],
    [2000, true],
    [2100, false],
  ])("%d is a leap year: %s", (year, leap) => {
    expect(isLeapYear(year)).toBe(leap);
  });

  test("a month is a half-open period", () => {
    expect(monthPeriod("2024-02")).toEqual({ start: "2024-02-01", end: "2024-03-01" });
    expect(monthPeriod("2023-12")).toEqual({ start: "2023-12-01", end: "2024-01-01" });
  });

  test("every day lies in its own month", () => {
    fc.assert(
      fc.property(
        days.filter((day) => day < "9999-12-01"),
        (day) => {
          const { start, end } = monthPeriod(monthOf(day));
          expect(start).toBe(firstOfMonth(monthOf(day)));
          expect(start <= day && day < end).toBe(true);
        },
      ),
    );
  });
});

describe("dayInZone", () => {
  test.each([
    ["2024-03-10T04:59:59Z", "America/New_York", "2024-03-09"],
    ["2024-03-10T05:00:00Z", "America/New_York", "2024-03-10"],
    ["2024-07-01T03:59:59Z", "America/New_York", "2024-06-30"],
    ["2024-12-31T10:00:00Z", "Pacific/Kiritimati", "2025-01-01"],
    ["2024-01-01T10:59:59Z", "Pacific/Pago_Pago", "2023-12-31"],
    ["2024-01-01T23:59:59Z", "UTC", "2024-01-01"],
  ])("at %s in %s it is %s", (instant, zone, day) => {
    expect(dayInZone(Date.parse(instant), zone)).toBe(day);
  });

  test("in UTC it is the day JavaScript writes", () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date("1900-01-01"), max: new Date("2200-01-01"), noInvalidDate: true }),
        (date) => {
          expect(dayInZone(date.getTime(), "UTC")).toBe(date.toISOString().slice(0, 10));
        },
      ),
    );
  });
});

test.each([
  ["2024-03-10", "America/New_York", "2024-03-10T05:00:00.000Z"],
  ["2024-03-11", "America/New_York", "2024-03-11T04:00:00.000Z"],
  ["2025-01-01", "Pacific/Kiritimati", "2024-12-31T10:00:00.000Z"],
  ["2024-01-01", "UTC", "2024-01-01T00:00:00.000Z"],
])("%s begins in %s at %s", (day, zone, instant) => {
  expect(new Date(dayStart(day, zone)).toISOString()).toBe(instant);
});

test("a time zone is one this runtime knows", () => {
  for (const right of ["America/New_York", "UTC", "Europe/Berlin"]) expect(TimeZone.parse(right)).toBe(right);
  for (const wrong of ["Mars/Olympus", "", "New York", "x".repeat(100), 5])
    expect(TimeZone.safeParse(wrong).success).toBe(false);
});
