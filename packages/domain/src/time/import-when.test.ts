import { describe, expect, test } from "vitest";
import { reader, reason } from "../../test/import-rows.ts";
import type { WrittenImportMap } from "./import-map.ts";
import type { RowOutcome } from "./import-outcome.ts";

describe("without a duration it is end − start", () => {
  const map = {
    format: "csv",
    columns: {
      worker: "who",
      account: "client",
      date: "day",
      startTime: "from",
      endDate: "end day",
      endTime: "to",
      duration: { names: ["took"], optional: true },
    },
    date: { formats: ["yyyy-MM-dd"] },
  } as const satisfies WrittenImportMap;
  const of = (from: string, endDay: string, to: string): RowOutcome =>
    reader(map, ["who", "client", "day", "from", "end day", "to"])(["Ann", "Acme", "2024-03-05", from, endDay, to]);
  test.each([
    ["09:00:00", "2024-03-05", "10:30:29", 90],
    ["9:00", "", "10:30", 90],
    ["9:00 AM", "2024-03-05", "1:00 PM", 240],
    ["22:21:45", "2024-03-06", "02:00:34", 219],
    ["09:00", "2024-03-06", "09:00", 1440],
    ["22:00", "", "02:00", 240],
    ["22:00", "", "24:00", 120],
    ["22:00", "2024-03-05", "24:00", 120],
    ["00:00", "", "24:00", 1440],
  ])("%s to %s %s is %i minutes on the first day", (from, endDay, to, minutes) => {
    expect(of(from, endDay, to)).toMatchObject({ entry: { on: "2024-03-05", minutes } });
  });
  test.each([
    ["09:00", "2024-03-05", "08:00", "bad-number"],
    ["09:00", "", "", "bad-number"],
    ["", "", "10:00", "bad-number"],
    ["09:00", "2024-02-30", "10:00", "bad-date"],
    ["9 o'clock", "", "10:00", "bad-date"],
    ["09:00", "2024-03-07", "09:00", "over-a-day"],
    ["09:00", "", "09:00:20", "zero-minutes"],
  ])("%s to %s %s: %s", (from, endDay, to, expected) => {
    expect(reason(of(from, endDay, to))).toBe(expected);
  });
  test("however the source writes its times, the row is the same", () => {
    const identity = (outcome: RowOutcome): string => (outcome.ok ? outcome.entry.identity : "");
    const written = identity(of("9:00 AM", "2024-03-05", "1:30:00 PM"));
    expect(identity(of("09:00:00", "2024-03-05", "13:30"))).toBe(written);
    expect(identity(of("09:00:01", "2024-03-05", "13:30"))).not.toBe(written);
  });
  test("a stated duration counts, also where the clock disagrees", () => {
    const read = reader(map, ["who", "client", "day", "from", "end day", "to", "took"]);
    expect(read(["Ann", "Acme", "2024-03-05", "09:00", "", "17:00", "7:30"])).toMatchObject({
      entry: { minutes: 450 },
    });
  });
});
