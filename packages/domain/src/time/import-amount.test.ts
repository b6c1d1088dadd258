import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  durationCell,
  hoursCell,
  minutesCell,
  minutesOfSeconds,
  type ReadMinutes,
  secondsCell,
} from "./import-amount.ts";

const said = (read: ReadMinutes): number | string => (read.ok ? read.minutes : read.reason);

describe("hours", () => {
  test.each([
    ["1.5", 90],
    ["7,5", 450],
    ["0.25", 15],
    [".5", 30],
    ["2.", 120],
    ["24", 1440],
    ["24.00", 1440],
    ["1:30", 90],
    ["0.008333333333333333", "zero-minutes"],
    ["0.008333333333333334", 1],
    ["0.0083", "zero-minutes"],
    ["0,00", "zero-minutes"],
    ["24.0083", 1440],
    ["24.01", "over-a-day"],
    ["25", "over-a-day"],
    ["1e400", "bad-number"],
    ["1e1", "bad-number"],
    ["-1.5", "bad-number"],
    ["−2", "bad-number"],
    ["+2", "bad-number"],
    ["0x10", "bad-number"],
    ["Infinity", "bad-number"],
    ["NaN", "bad-number"],
    ["1.2.3", "bad-number"],
    ["1,234.5", "bad-number"],
    ["", "bad-number"],
    [".", "bad-number"],
    ["١٢", "bad-number"],
  ])("%s → %s", (cell, expected) => {
    expect(said(hoursCell(cell, "auto"))).toBe(expected);
  });
  test("numbers of any length are read or refused, not calculated for ever", () => {
    expect(said(hoursCell("9".repeat(300), "auto"))).toBe("over-a-day");
    expect(said(hoursCell("9".repeat(1_000_000), "auto"))).toBe("bad-number");
  });
  test("a map that states the sign takes no other", () => {
    expect(said(hoursCell("7,5", "."))).toBe("bad-number");
    expect(said(hoursCell("7.5", ","))).toBe("bad-number");
    expect(said(hoursCell("7,5", ","))).toBe(450);
  });
});

describe("durations", () => {
  test.each([
    ["02:30:00", 150],
    ["0:13", 13],
    ["1:00:29", 60],
    ["1:00:30", 61],
    ["0:00:29", "zero-minutes"],
    ["0.42", 25],
    ["24:00:29", 1440],
    ["24:00:30", "over-a-day"],
    ["999999:00", "over-a-day"],
    ["1:60", "bad-number"],
    ["-1:00", "bad-number"],
    ["1:2:3", "bad-number"],
    ["2", "bad-number"],
  ])("%s → %s", (cell, expected) => {
    expect(said(durationCell(cell, "auto"))).toBe(expected);
  });
  test("a bare number is refused with what to write", () => {
    expect(durationCell("2", "auto")).toMatchObject({ message: expect.stringContaining("has no unit") });
  });
});

describe("minutes", () => {
  test.each([
    ["90", 90],
    ["007", 7],
    ["12.5", 13],
    ["0", "zero-minutes"],
    ["0.4", "zero-minutes"],
    ["1440", 1440],
    ["1441", "over-a-day"],
    ["-5", "bad-number"],
    ["ten", "bad-number"],
  ])("%s → %s", (cell, expected) => {
    expect(said(minutesCell(cell, "auto"))).toBe(expected);
  });
  test("1,200 could be twenty hours or one minute, so the map must say", () => {
    expect(said(minutesCell("1,200", "auto"))).toBe("bad-number");
    expect(said(minutesCell("1,200", ","))).toBe(1);
  });
});

test("seconds round half up once, whatever their number", () => {
  fc.assert(
    fc.property(fc.integer({ min: 30, max: 86_429 }), (seconds) => {
      const read = minutesOfSeconds(seconds);
      expect(read.ok && Math.abs(read.minutes * 60 - seconds)).toBeLessThanOrEqual(30);
      expect(said(read)).toBe(Number((BigInt(seconds) + 30n) / 60n));
    }),
  );
});

test("decimal hours are exact: as many digits as one likes round like the fraction they write", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 23 }), fc.stringMatching(/^\d{1,40}$/), (hours, digits) => {
      const scale = 10n ** BigInt(digits.length);
      const exact = ((BigInt(hours) * scale + BigInt(digits)) * 120n + scale) / (scale * 2n);
      expect(said(hoursCell(`${hours}.${digits}`, "auto"))).toBe(exact === 0n ? "zero-minutes" : Number(exact));
    }),
  );
});

describe("time with its units", () => {
  test.each([
    ["35m", 35],
    ["1h 30m", 90],
    ["1h30", 90],
    ["1h", 60],
    ["1.5h", 90],
    ["1,5 h", 90],
    ["1.5 hours", 90],
    ["2 hrs 5 min", 125],
    ["18:25 min", 18],
    ["18:30 min", 19],
    ["1:02:03 h", 62],
    ["1:30 h", 90],
    ["42 sec", 1],
    ["29 sec", "zero-minutes"],
    ["1m 45s", 2],
    ["25h", "over-a-day"],
    ["1.5h 10m", "bad-number"],
    ["m", "bad-number"],
    ["1d", "bad-number"],
    ["h30", "bad-number"],
  ])("%s → %s", (cell, expected) => {
    expect([said(durationCell(cell, "auto")), said(hoursCell(cell, "auto"))]).toEqual([expected, expected]);
  });
});

test.each([
  ["5400", 90],
  ["29", "zero-minutes"],
  ["30", 1],
  ["5400.75", 90],
  ["86400", 1440],
  ["86430", "over-a-day"],
  ["-60", "bad-number"],
  ["1:30", "bad-number"],
  ["", "bad-number"],
])("%s seconds → %s", (cell, expected) => {
  expect(said(secondsCell(cell))).toBe(expected);
});
