import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayFromNumber, daysInMonth } from "../values/day.ts";
import { compileDateFormat, type DateFormat, type ReadMoment } from "./date-format.ts";

function format(pattern: string): DateFormat {
  const compiled = compileDateFormat(pattern);
  if (!compiled.ok) throw new Error(compiled.message);
  return compiled.format;
}

const read = (pattern: string, text: string): ReadMoment | null => format(pattern).read(text);
const clock = (hours: number, minutes = 0, seconds = 0): number => (hours * 60 + minutes) * 60 + seconds;

describe("the formats that time trackers write", () => {
  test.each([
    ["M/d/yyyy H:mm", "9/16/2011 3:03", { day: "2011-09-16", seconds: clock(3, 3) }],
    ["yyyy-MM-dd", "2024-03-05", { day: "2024-03-05", seconds: null }],
    ["MM/dd/yyyy", "03/05/2024", { day: "2024-03-05", seconds: null }],
    ["dd.MM.yyyy", "05.03.2024", { day: "2024-03-05", seconds: null }],
    ["d/M/yy", "5/3/24", { day: "2024-03-05", seconds: null }],
    ["d/M/yy", "5/3/69", { day: "1969-03-05", seconds: null }],
    ["yyyyMMdd", "20240305", { day: "2024-03-05", seconds: null }],
    ["yyyy-MM-dd'T'HH:mm:ss", "2024-03-05T09:07:05", { day: "2024-03-05", seconds: clock(9, 7, 5) }],
    ["yyyy-MM-dd'T'HH:mm:ss'Z'", "2024-03-05T09:07:05Z", { day: "2024-03-05", seconds: clock(9, 7, 5) }],
    ["hh:mm a", "02:30 PM", { day: null, seconds: clock(14, 30) }],
    ["h:mm:ss a", "12:00:01 am", { day: null, seconds: 1 }],
    ["h:mm:ss a", "12:00:00 p.m.", { day: null, seconds: clock(12) }],
    ["h:mm a", "9:05\u202fAM", { day: null, seconds: clock(9, 5) }],
    ["h:mm a", "9:05AM", { day: null, seconds: clock(9, 5) }],
    ["d MMM yyyy", "5 Mar 2024", { day: "2024-03-05", seconds: null }],
    ["d MMM yyyy", "5 march 2024", { day: "2024-03-05", seconds: null }],
    ["MMM d, yyyy", "Sept. 9, 2024", { day: "2024-09-09", seconds: null }],
    ["MMMM d, yyyy", "May 9, 2024", { day: "2024-05-09", seconds: null }],
    ["dd-MMM-yy", "09-DEC-24", { day: "2024-12-09", seconds: null }],
    ["EEE, d MMM yyyy", "Tue, 5 Mar 2024", { day: "2024-03-05", seconds: null }],
    ["EEEE d MMMM yyyy", "Tuesday 5 March 2024", { day: "2024-03-05", seconds: null }],
    ["yyyy-MM-dd'T'HH:mm:ss.SX", "2024-03-05T09:07:05.123Z", { day: "2024-03-05", seconds: clock(9, 7, 5), offset: 0 }],
    [
      "yyyy-MM-dd'T'HH:mm:ssX",
      "2024-03-05T23:07:05+05:30",
      { day: "2024-03-05", seconds: clock(23, 7, 5), offset: 19_800 },
    ],
    [
      "yyyy-MM-dd'T'HH:mm:ss.SSSXXX",
      "2024-03-05T01:07:05.1-0330",
      { day: "2024-03-05", seconds: clock(1, 7, 5), offset: -12_600 },
    ],
    ["H:mm", "24:00", { day: null, seconds: clock(24) }],
    ["yyyy-MM-dd HH:mm:ss", "2024-03-05 24:00:00", { day: "2024-03-05", seconds: clock(24) }],
    ["H'h'mm", "9h05", { day: null, seconds: clock(9, 5) }],
    ["H 'o''clock' m", "9 o'clock 5", { day: null, seconds: clock(9, 5) }],
  ])("%s reads %s", (pattern, text, moment) => {
    expect(read(pattern, text)).toEqual(moment);
  });
});

describe("what does not exist is not read", () => {
  test.each([
    ["M/d/yyyy", "2/30/2024"],
    ["M/d/yyyy", "13/1/2024"],
    ["M/d/yyyy", "0/1/2024"],
    ["d.M.yyyy", "31.4.2024"],
    ["yyyy-MM-dd", "2023-02-29"],
    ["yyyy-MM-dd", "0000-01-01"],
    ["H:mm", "24:01"],
    ["H:mm:ss", "24:00:01"],
    ["hh:mm a", "24:00 AM"],
    ["d MMM yyyy", "5 Mai 2024"],
    ["d MMM yyyy", "31 Apr 2024"],
    ["d MMM yyyy", "5 Ma 2024"],
    ["yyyy-MM-dd'T'HH:mm:ssX", "2024-03-05T09:07:05"],
    ["yyyy-MM-dd'T'HH:mm:ssX", "2024-03-05T09:07:05+1"],
    ["H:mm", "9:60"],
    ["H:mm:ss", "9:00:60"],
    ["h:mm a", "13:00 PM"],
    ["h:mm a", "0:30 AM"],
  ])("%s refuses %s", (pattern, text) => {
    expect(read(pattern, text)).toBeNull();
  });

  test.each([
    "",
    "\\N",
    "2024-3-5",
    "2024-03-05 09:00",
    " 2024-03-05",
    "2024-03-05\n",
    "２０２４-03-05",
    "2".repeat(1_000_000),
  ])("yyyy-MM-dd takes no other form: %j", (text) => {
    expect(read("yyyy-MM-dd", text)).toBeNull();
  });
});

describe("a pattern that cannot be meant is refused with what is wrong", () => {
  test.each([
    ["", "has no field"],
    ["'date'", "has no field"],
    ["yyyy-MM", "year, month and day together"],
    ["QQQ d/M/yyyy", '"QQQ"'],
    ["MMMMM d yyyy", '"MMMMM"'],
    ["yyyy-MM-dd HH:mm.S", "a fraction without seconds"],
    ["yyyy-MM-ddX", "an offset without a time"],
    ["YYYY-MM-DD", '"YYYY"'],
    ["yyyy-MM-dd'T", "not closed"],
    ["yyyy-MM-dd d", "twice"],
    ["H:mm a", "24-hour clock"],
    ["h:mm", "h and a together"],
    ["H", "hours and minutes together"],
    ["mm:ss", "hours and minutes together"],
  ])("%s: %s", (pattern, flaw) => {
    expect(compileDateFormat(pattern)).toEqual({ ok: false, message: expect.stringContaining(flaw) });
  });
});

test("every day reads back in every order", () => {
  const patterns = ["yyyy-MM-dd", "MM/dd/yyyy", "dd.MM.yyyy", "yyyy'y'MM'm'dd"];
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 60_000 }), fc.constantFrom(...patterns), (number, pattern) => {
      const day = dayFromNumber(number);
      const [year = "", month = "", ofMonth = ""] = day.split("-");
      const text = pattern.replaceAll("'", "").replace("yyyy", year).replace("MM", month).replace("dd", ofMonth);
      expect(read(pattern, text)).toEqual({ day, seconds: null });
    }),
  );
});

test("three numbers are read exactly when the calendar has that day", () => {
  const { read } = format("yyyy-M-d");
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9999 }), fc.nat(14), fc.nat(33), (year, month, day) => {
      const exists = month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
      expect(read(`${String(year).padStart(4, "0")}-${month}-${day}`) !== null).toBe(exists);
    }),
  );
});

test("any text at all is read or refused, never a crash", () => {
  const formats = ["M/d/yyyy H:mm", "h:mm:ss a", "yyyyMMdd"].map(format);
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.constantFrom(...formats), (text, { read }) => {
      expect(() => read(text)).not.toThrow();
    }),
  );
});
