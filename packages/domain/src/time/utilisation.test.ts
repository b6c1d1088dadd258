import { describe, expect, test } from "vitest";
import { missingTime, missingTimeFrom, utilisationOf, type WorkedDay, weekStart } from "./utilisation.ts";

const none: ReadonlySet<string> = new Set();
const worked = (worker: string, on: string, billable: number, nonBillable = 0): WorkedDay => ({
  ...{ worker, on, billable, nonBillable },
});

describe("utilisation", () => {
  // 2024-01-01 is a Monday.
  const span = { from: "2024-01-01", to: "2024-01-10" };

  test("is billable time against the business days there were, week by week and person by person", () => {
    const answer = utilisationOf(
      [worked("Bo", "2024-01-02", 480, 60), worked("Al", "2024-01-08", 240), worked("Al", "2023-12-29", 600)],
      span,
      none,
    );
    expect(answer.minutesPerBusinessDay).toBe(480);
    expect(answer.workers.map(({ worker, percent }) => [worker, percent])).toEqual([
      ["Al", 6],
      ["Bo", 13],
    ]);
    // The second week is cut off after its Wednesday.
    expect(answer.weeks).toEqual([
      { start: "2024-01-01", billable: 480, nonBillable: 60, capacity: 4800, percent: 10 },
      { start: "2024-01-08", billable: 240, nonBillable: 0, capacity: 2880, percent: 8 },
    ]);
    expect(answer.total).toEqual({ billable: 720, nonBillable: 60, capacity: 7680, percent: 9 });
  });

  test("a holiday is no capacity, and without any there is no share", () => {
    const weekend = { from: "2024-01-06", to: "2024-01-07" };
    expect(utilisationOf([worked("Al", "2024-01-06", 60)], weekend, none).total).toMatchObject({ percent: null });
    expect(utilisationOf([worked("Al", "2024-01-02", 60)], span, new Set(["2024-01-01"])).total.capacity).toBe(7 * 480);
    expect(utilisationOf([], span, none).workers).toEqual([]);
  });
});

describe("missing time", () => {
  test("is a past business day of this week without time, of whoever worked in the four weeks before", () => {
    const days = [worked("Al", "2023-12-28", 60), worked("Al", "2024-01-09", 60), worked("Bo", "2023-11-01", 60)];
    // Thursday: Monday and Wednesday lack time; Thursday itself is not over.
    expect(missingTime(days, "2024-01-11", none)).toEqual([{ worker: "Al", days: ["2024-01-08", "2024-01-10"] }]);
    expect(missingTime(days, "2024-01-11", new Set(["2024-01-08"]))).toEqual([{ worker: "Al", days: ["2024-01-10"] }]);
    expect(missingTime(days, "2024-01-08", none)).toEqual([]);
  });

  test("whoever is new this week is not asked for the days before", () => {
    expect(missingTime([worked("New", "2024-01-10", 60)], "2024-01-12", none)).toEqual([]);
  });

  test("looks back four weeks from Monday", () => {
    expect(weekStart("2024-01-14")).toBe("2024-01-08");
    expect(missingTimeFrom("2024-01-11")).toBe("2023-12-11");
  });
});
