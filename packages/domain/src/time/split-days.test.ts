import fc from "fast-check";
import { expect, test } from "vitest";
import { good, headers, reader, reason } from "../../test/import-rows.ts";
import { hoursCell, minutesOfSeconds } from "./import-amount.ts";
import { daysOf } from "./split-days.ts";

const on = "2026-02-27";

test("time of more than a day is whole days and the rest", () => {
  expect(daysOf({ on, seconds: null }, hoursCell("50", "auto"))).toEqual([
    { on: "2026-02-27", minutes: 1440 },
    { on: "2026-02-28", minutes: 1440 },
    { on: "2026-03-01", minutes: 120 },
  ]);
});

test("the first day ends at midnight, where it is known when it began", () => {
  expect(daysOf({ on, seconds: 22 * 3600 }, hoursCell("30", "auto"))).toEqual([
    { on: "2026-02-27", minutes: 120 },
    { on: "2026-02-28", minutes: 1440 },
    { on: "2026-03-01", minutes: 240 },
  ]);
});

test("what fits into a day stays whole, and what fits into no year is no time", () => {
  expect(daysOf({ on, seconds: 23 * 3600 }, hoursCell("24", "auto"))).toBeNull();
  expect(daysOf({ on, seconds: null }, hoursCell("9000", "auto"))).toBeNull();
  expect(daysOf({ on, seconds: null }, hoursCell("no time", "auto"))).toBeNull();
});

test("no minute is lost or made", () => {
  fc.assert(
    fc.property(fc.integer({ min: 86_430, max: 8_000_000 }), fc.option(fc.nat(86_399)), (worked, seconds) => {
      const parts = daysOf({ on, seconds }, minutesOfSeconds(worked)) ?? [];
      expect(parts.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(Math.floor((worked + 30) / 60));
      for (const { minutes } of parts) expect(minutes > 0 && minutes <= 1440).toBe(true);
      expect(new Set(parts.map((part) => part.on)).size).toBe(parts.length);
    }),
  );
});

test("a row is an entry for each of its days only where that is asked for, each with an id of its own", () => {
  const map = {
    format: "csv",
    columns: { externalId: "id", account: "client", worker: "person", date: "start", hours: "minutes" },
    date: { formats: ["M/d/yyyy H:mm"] },
  } as const;
  const row = good.map((cell, at) => (headers[at] === "minutes" ? "30" : cell));
  expect(reason(reader(map)(row))).toBe("over-a-day");
  const read = reader(map, headers, { splitDays: true })(row);
  expect(read).toMatchObject({
    ...{ ok: true, entry: { externalId: "7", on: "2011-09-16", minutes: 1257 } },
    more: [{ externalId: "7 day 2", on: "2011-09-17", minutes: 543 }],
  });
});
