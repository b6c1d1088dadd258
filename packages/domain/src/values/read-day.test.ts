import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayFromNumber } from "./day.ts";
import { type DayHabits, plainHabits, readDay } from "./read-day.ts";

const today = "2026-12-01";
const american: DayHabits = { ...plainHabits, order: ["month", "day", "year"] };
const read = (text: string, habits?: DayHabits) => {
  const answer = readDay(text, today, habits);
  return answer.ok ? answer.day : answer.message;
};

test.each([
  ["2026-11-24", "2026-11-24"],
  ["24.11.", "2026-11-24"],
  ["24. 11. 2025", "2025-11-24"],
  ["3.11.25", "2025-11-03"],
  ["24/11/2026", "2026-11-24"],
  ["2026/11/24", "2026-11-24"],
  ["24-11-2026", "2026-11-24"],
  ["3 Nov", "2026-11-03"],
  ["Nov 3rd, 2025", "2025-11-03"],
  ["Tue 24 nov 2026", "2026-11-24"],
  ["24. November", "2026-11-24"],
  ["today", "2026-12-01"],
  ["Yesterday", "2026-11-30"],
  ["tomorrow", "2026-12-02"],
  ["-1", "2026-11-30"],
  ["−1", "2026-11-30"],
  ["-3d", "2026-11-28"],
  ["+2w", "2026-12-15"],
  ["monday", "2026-11-30"],
  ["tuesday", "2026-11-24"],
  ["last fri", "2026-11-27"],
  ["next friday", "2026-12-04"],
])("%s is %s", (text, day) => expect(read(text)).toBe(day));

test.each([
  ["Nov 31", "November has 30 days, not 31"],
  ["31/11/2026", "November has 30 days, not 31"],
  ["29 Feb 2026", "February 2026 has 28 days, not 29"],
  ["11/24/2026", "there is no month 24; write 2025-11-24 or 24 Nov"],
  ["3 Nov 202", "write the year with four figures, such as 2026"],
  ["", "write a date"],
  ["not a day", "“not a day” is not a date; write 2025-11-24, 24 Nov, yesterday or -1"],
])("%s is refused in words: %s", (text, message) => expect(read(text)).toBe(message));

test.each(["Nov", "3", "Nov 3 4 5", "1/2/3/4", "soon", "3 Nov PM", "20261124", "may", "1:2", "3 Nov Dec", "-"])(
  "%s is no date",
  (text) => expect(read(text)).toContain("is not a date"),
);

describe("the reader's own way", () => {
  test("figures are read in their order, dots with the day first", () => {
    expect(read("11/3/2026", american)).toBe("2026-11-03");
    expect(read("24.11.", american)).toBe("2026-11-24");
    expect(read("24/11/2026", american)).toContain("no month 24");
  });
  test("months and days have their own names", () => {
    const german: DayHabits = {
      ...plainHabits,
      months: plainHabits.months.map((each, at) => (at === 2 ? ["März"] : each)),
    };
    expect(read("3. März 2026", german)).toBe("2026-03-03");
  });
});

test("without a year it is the nearest: a due date after New Year, work before it", () => {
  expect(read("15 Jan")).toBe("2027-01-15");
  expect(readDay("24 Dec", "2027-01-05")).toEqual({ ok: true, day: "2026-12-24" });
  expect(read("29 Feb")).toBe("2028-02-29");
});

const days = fc.integer({ min: 0, max: 40_000 }).map(dayFromNumber);
test("a date with its year is read back in every way it is written", () => {
  fc.assert(
    fc.property(days, days, (day, on) => {
      const [year, month, date] = [day.slice(0, 4), day.slice(5, 7), day.slice(8, 10)];
      const name = plainHabits.months[Number(month) - 1]?.[0] ?? "";
      for (const text of [
        day,
        `${date}.${month}.${year}`,
        `${date}/${month}/${year}`,
        `${name} ${Number(date)}, ${year}`,
      ])
        expect(readDay(text, on)).toEqual({ ok: true, day });
      expect(readDay(`${month}/${date}/${year}`, on, american)).toEqual({ ok: true, day });
    }),
  );
});
test("whatever is typed, the answer is a day or a sentence", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const answer = readDay(text, today);
      expect(answer.ok ? answer.day.length : answer.message.length).toBeGreaterThan(0);
      if (!answer.ok) expect(answer.message.isWellFormed()).toBe(true);
    }),
  );
});
