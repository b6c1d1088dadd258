import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type BareNumber, decimalMinutes, formatDuration, minutesBetween, parseDuration } from "./duration.ts";

const minutesOf = (text: string, bare?: BareNumber): number | string => {
  const parsed = parseDuration(text, bare);
  return parsed.ok ? parsed.minutes : parsed.message;
};

describe("parseDuration", () => {
  test.each([
    ["90m", 90],
    ["90 m", 90],
    ["1h", 60],
    ["1h30", 90],
    ["1h30m", 90],
    ["1h 30m", 90],
    ["1 h 30", 90],
    ["1H30M", 90],
    ["1h5", 65],
    ["1.5h", 90],
    ["1,5h", 90],
    ["0.25h", 15],
    ["1:30", 90],
    [":15", 15],
    ["0:00", 0],
    ["  2h  ", 120],
    ["0m", 0],
    ["9999:59", 599_999],
    ["999999h", 59_999_940],
  ])("%j is %d minutes", (text, minutes) => {
    expect(minutesOf(text)).toBe(minutes);
  });

  test.each([
    ["0.008h", 0],
    ["0.0084h", 1],
    ["0.825h", 50],
    ["0.325h", 20],
    ["1.999999h", 120],
  ])("decimal hours round half up to whole minutes: %s is %d", (text, minutes) => {
    expect(minutesOf(text)).toBe(minutes);
  });

  test.each([
    "",
    " ",
    "h",
    "m",
    ":",
    "1:60",
    "1:5",
    "-1h",
    "1h-30",
    "+1h",
    "1.5.5h",
    "1.h",
    ".5h",
    "1d",
    "1h30s",
    "one hour",
    "1e3m",
    "0x10m",
    "Infinity",
    "NaN",
    "١h",
    "1h30m5",
    "10000000m",
    "99999:00",
    "1.0000001h",
  ])("%j is not a duration", (text) => {
    expect(minutesOf(text)).toBe(`"${text}" is not a duration; write 90m, 1h30, 1.5h or 1:30`);
  });

  test("minutes are whole", () => {
    expect(minutesOf("1.5m")).toMatch("not whole minutes");
    expect(minutesOf("1.5", "minutes")).toMatch("not whole minutes");
  });

  test("a bare number is refused with a hint, unless the option says what it means", () => {
    expect(minutesOf("90")).toBe('"90" has no unit; write 90h for hours or 90m for minutes');
    expect(minutesOf("1.5")).toBe('"1.5" has no unit; write 1.5h for hours');
    expect(minutesOf("12", "hours")).toBe(720);
    expect(minutesOf("12.5", "hours")).toBe(750);
    expect(minutesOf("12", "minutes")).toBe(12);
    expect(minutesOf("90m", "hours")).toBe(90);
  });

  test.each([
    ["1".repeat(1_000_000)],
    [`${"9".repeat(1_000_000)}h`],
    [`1h${" ".repeat(1_000_000)}x`],
    ["😀".repeat(500_000)],
    [`a${"😀".repeat(500_000)}`],
  ])("huge input is refused in a short and well-formed sentence", (text) => {
    const said = minutesOf(text);
    expect(said).toMatch("is not a duration");
    expect(String(said).length).toBeLessThan(120);
    expect(String(said).isWellFormed()).toBe(true);
  });

  test("padding does not make the hint long", () => {
    expect(minutesOf(`${" ".repeat(1_000_000)}5`)).toBe('"5" has no unit; write 5h for hours or 5m for minutes');
  });

  test("never throws, and says either whole minutes or why not", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: "binary" }), fc.stringMatching(/^[\d:.,hm ]{0,12}$/)),
        fc.constantFrom<BareNumber>("hours", "minutes", "refused"),
        (text, bare) => {
          const parsed = parseDuration(text, bare);
          expect(parsed.ok ? Number.isSafeInteger(parsed.minutes) && parsed.minutes >= 0 : parsed.message !== "").toBe(
            true,
          );
        },
      ),
      { numRuns: 1000 },
    );
  });

  test("hours and minutes are read back as they were written", () => {
    fc.assert(
      fc.property(fc.nat(9999), fc.nat(59), (hours, minutes) => {
        const total = hours * 60 + minutes;
        expect(minutesOf(`${hours}h${minutes}`)).toBe(total);
        expect(minutesOf(`${hours}:${String(minutes).padStart(2, "0")}`)).toBe(total);
        expect(minutesOf(`${total}m`)).toBe(total);
        expect(minutesOf(formatDuration(total))).toBe(total);
      }),
    );
  });
});

test("decimal digits are exact: 0.1 h is six minutes however it is written", () => {
  expect(decimalMinutes("0.1", 60)).toBe(6);
  expect(decimalMinutes("0,100000", 60)).toBe(6);
  expect(decimalMinutes("2", 60)).toBe(120);
});

test.each([
  [750, "12 h 30"],
  [605, "10 h 05"],
  [60, "1 h"],
  [45, "45 m"],
  [0, "0 m"],
  [-90, "−1 h 30"],
  [-5, "−5 m"],
])("%d minutes read as %s", (minutes, text) => {
  expect(formatDuration(minutes)).toBe(text);
});

test.each([
  [0, 0, 0],
  [0, 29_999, 0],
  [0, 30_000, 1],
  [1_000, 90 * 60_000 + 1_000, 90],
  [60_000, 0, 0],
])("from %d to %d ms there are %d whole minutes, rounded half up", (from, to, expected) => {
  expect(minutesBetween(from, to)).toBe(expected);
});
