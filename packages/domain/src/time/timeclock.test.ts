import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { TimeclockMap } from "./import-map.ts";
import { builtInMap } from "./import-maps/built-in.ts";
import type { ImportSettings } from "./import-settings.ts";
import { type ClockOutcome, timeclockReader } from "./timeclock.ts";

function timeclockMap(): TimeclockMap {
  const map = builtInMap("timeclock");
  if (map?.format !== "timeclock") throw new Error("There is no timeclock map.");
  return map;
}

function read(log: string, settings: ImportSettings = { worker: "Ann" }): readonly ClockOutcome[] {
  const reader = timeclockReader(timeclockMap(), settings);
  return [...log.split("\n").flatMap((raw, at) => reader.line(raw, at + 1)), ...reader.end()];
}

const brief = (log: string, settings?: ImportSettings): readonly unknown[] =>
  read(log, settings).map(({ line, outcome }) =>
    outcome.ok
      ? [line, outcome.entry.account, outcome.entry.deliverable, outcome.entry.on, outcome.entry.minutes]
      : [line, outcome.reason],
  );

test("the log of the hledger manual", () => {
  const log = [
    "i 2015/03/30 09:00:00 some:account name  optional description after two spaces",
    "o 2015/03/30 09:20:00",
    "i 2015/03/31 22:21:45 another account",
    "o 2015/04/01 02:00:34",
  ].join("\n");
  expect(brief(log)).toEqual([
    [1, "some", "account name", "2015-03-30", 20],
    [3, "another account", null, "2015-03-31", 98],
    [3, "another account", null, "2015-04-01", 121],
  ]);
  expect(read(log)[0]).toEqual({
    line: 1,
    raw: log.split("\n").slice(0, 2).join("\n"),
    outcome: {
      ok: true,
      entry: expect.objectContaining({
        worker: "Ann",
        note: "optional description after two spaces",
        externalId: null,
        billable: true,
        settledElsewhere: false,
      }),
    },
  });
});

describe("lines", () => {
  test("comments, blank lines and the balances of timeclock.el state no work", () => {
    expect(brief("; one\n# two\n* three\n\n  ; four\nb 2024-01-01 00:00:00 3600\nh 2024-01-01 00:00:00 8")).toEqual([]);
  });
  test.each([
    ["i 2024-1-5 9:00 acme", "o 2024-1-5 10:00"],
    ["i 2024/01/05 09:00:00 acme", "O 2024/01/05 10:00:00"],
    ["i 2024.01.05 09:00:00+0100 acme ; tag:x", "o 2024.01.05 10:00:00-0500 ; done"],
    ["i   2024-01-05  09:00:00   acme  \r", "o 2024-01-05 10:00:00\r"],
    ["i 2024-01-05 09:00:00 acme\tdescription", "o 2024-01-05 10:00:00; remark"],
  ])("%j", (clockIn, clockOut) => {
    expect(brief(`${clockIn}\n${clockOut}`)).toEqual([[1, "acme", null, "2024-01-05", 60]]);
  });
  test.each([
    ["i 2024-02-30 09:00:00 acme", "bad-date"],
    ["i 2024-02-03 24:00:01 acme", "bad-date"],
    ["i", "bad-date"],
    ["x 2024-02-03 09:00:00 acme", "bad-text"],
    ["2024-02-03 work", "bad-text"],
  ])("%j is refused on its own: %s", (line, reason) => {
    expect(brief(`${line}\ni 2024-01-05 09:00 acme\no 2024-01-05 10:00`)).toEqual([
      [1, reason],
      [2, "acme", null, "2024-01-05", 60],
    ]);
  });
  test("what was said at either end is the note", () => {
    expect(read("i 2024-01-05 09:00 acme  plan ; first\no 2024-01-05 10:00 finished early")[0]).toMatchObject({
      outcome: { entry: { note: "plan; first; finished early" } },
    });
  });
});

describe("sessions", () => {
  test("of several accounts may overlap; a clock-out ends the one it names, else the latest", () => {
    const log = [
      "i 2025-01-01 09:00:00 session1",
      "i 2025-01-01 10:00:00 session2",
      "i 2025-01-01 11:00:00 session3",
      "o 2025-01-01 13:00:00",
      "o 2025-01-01 12:00:00 session1",
      "o 2025-01-01 17:00:00",
    ].join("\n");
    expect(brief(log)).toEqual([
      [3, "session3", null, "2025-01-01", 120],
      [1, "session1", null, "2025-01-01", 180],
      [2, "session2", null, "2025-01-01", 420],
    ]);
  });
  test("a clock-in without a clock-out is told, at the end or when the same account starts again", () => {
    const log = "i 2025-01-01 09:00 a\ni 2025-01-02 09:00 a\no 2025-01-02 10:00\ni 2025-01-03 09:00 b";
    expect(brief(log)).toEqual([
      [1, "missing-column"],
      [2, "a", null, "2025-01-02", 60],
      [4, "missing-column"],
    ]);
  });
  test("a clock-out without a clock-in is told", () => {
    expect(brief("o 2020-01-01 08:00 a")).toEqual([[1, "missing-column"]]);
    expect(brief("i 2020-01-01 08:00 a\ni 2020-01-01 08:30 b\no 2020-01-01 09:00 c")).toEqual([
      [3, "missing-column"],
      [1, "missing-column"],
      [2, "missing-column"],
    ]);
  });
  test.each([
    ["2024-01-05 09:00", "2024-01-05 08:00", "bad-number"],
    ["2024-01-05 09:00:00", "2024-01-05 09:00:29", "zero-minutes"],
    ["2024-01-05 09:00", "2024-01-06 09:01", "over-a-day"],
    ["1969-12-31 23:00", "1970-01-01 01:00", "before-1970"],
  ])("%s to %s: %s", (from, to, reason) => {
    expect(brief(`i ${from} acme\no ${to}`)).toEqual([[1, reason]]);
  });
  test("a session without an account needs one from outside", () => {
    const log = "i 2024-01-05 09:00\no 2024-01-05 10:00";
    expect(brief(log)).toEqual([[1, "no-account"]]);
    expect(brief(log, { worker: "Ann", account: "acme" })).toEqual([[1, "acme", null, "2024-01-05", 60]]);
  });
  test("nobody's session is refused", () => {
    expect(brief("i 2024-01-05 09:00 acme\no 2024-01-05 10:00", {})).toEqual([[1, "missing-column"]]);
  });
});

test("the parts of a session over midnight sum to it, and no part is empty", () => {
  const clock = (seconds: number): string =>
    [seconds / 3600, (seconds / 60) % 60, seconds % 60]
      .map((part) => String(Math.floor(part)).padStart(2, "0"))
      .join(":");
  const ofDay = fc.integer({ min: 0, max: 86_399 });
  fc.assert(
    fc.property(ofDay, ofDay, (from, to) => {
      fc.pre(to <= from);
      const parts = read(`i 2024-02-28 ${clock(from)} acme\no 2024-02-29 ${clock(to)}`).map(({ outcome }) =>
        outcome.ok ? outcome.entry.minutes : 0,
      );
      const total = Math.floor((86_400 - from + to + 30) / 60);
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(total);
      if (total > 0) expect(Math.min(...parts)).toBeGreaterThan(0);
    }),
  );
});
