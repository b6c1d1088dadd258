import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { grantsOf } from "../allowances/grants.ts";
import type { Allowance } from "../allowances/purchase.ts";
import { defaultPolicy } from "../policy/cimcloud.ts";
import { addDays, type Day } from "../values/day.ts";
import { businessDaysOf, type RunOut, type RunOutFacts, runOutOf } from "./run-out.ts";
import { coverTime } from "./waterfall.ts";

const common = { id: "a", account: "acme", sequence: 1, ratePerHour: 23_500, opening: true, paid: false };
const lump = (minutes: number, more: Partial<Extract<Allowance, { kind: "lump-sum" }>> = {}): Allowance => ({
  ...common,
  minutes,
  kind: "lump-sum",
  validFrom: "2026-03-02",
  ...more,
});
const monthly = (minutes: number, lastMonth: string | null = null, id = "m"): Allowance => ({
  ...common,
  ...{ id, sequence: 2, minutes, kind: "monthly", firstMonth: "2026-03", lastMonth },
});

const terms = defaultPolicy.allowances;

/** The forecast on a day, after minutes of work on some days before it. */
function forecast(
  allowances: readonly Allowance[],
  today: Day,
  pace: RunOutFacts["pace"],
  {
    worked = [],
    rolloverCapMinutes = 0,
  }: { worked?: readonly (readonly [Day, number])[]; rolloverCapMinutes?: number } = {},
): RunOut {
  const own = { ...terms, rolloverCapMinutes };
  const { uses } = coverTime({
    open: worked.map(([on, minutes]) => ({ id: on, on, minutes })),
    grants: grantsOf(allowances, [], own, today),
    ...{ frozen: new Map(), rolloverCapMinutes, through: today },
  });
  return runOutOf({ allowances, sales: [], terms: own, uses, today, pace, holidays: new Set() });
}

const anHourADay = { minutes: 600, businessDays: 10 };

// 2026-03-13 is a Friday.
describe("hours that never lapse", () => {
  test.each<[string, number, RunOutFacts["pace"], RunOut]>([
    [
      "run out on the business day that takes the last of them",
      180,
      anHourADay,
      { kind: "runs-out", on: "2026-03-18" },
    ],
    ["run out on the day that they last into", 181, anHourADay, { kind: "runs-out", on: "2026-03-19" }],
    [
      "run out later where work is slower",
      180,
      { minutes: 300, businessDays: 10 },
      { kind: "runs-out", on: "2026-03-23" },
    ],
    ["last where next to nothing is worked", 60_000, { minutes: 1, businessDays: 60 }, { kind: "lasts" }],
    ["are not used where nothing is worked", 600, { minutes: 0, businessDays: 60 }, { kind: "not-used" }],
    [
      "have no forecast under ten business days",
      600,
      { minutes: 540, businessDays: 9 },
      { kind: "too-few-days", businessDays: 9, leastBusinessDays: 10 },
    ],
  ])("%s", (_case, minutes, pace, expected) => {
    expect(forecast([lump(minutes)], "2026-03-13", pace)).toEqual(expected);
  });

  test("of which none are left, are said to be gone, whatever the pace", () => {
    const worked = [["2026-03-03", 700]] as const;
    expect(forecast([lump(600)], "2026-03-13", { minutes: 700, businessDays: 2 }, { worked })).toEqual({
      kind: "none-left",
    });
  });
});

describe("hours of a month", () => {
  test("ALW-4: are enough until their last day, and lapse then", () => {
    expect(forecast([monthly(1200)], "2026-03-13", anHourADay)).toEqual({
      ...{ kind: "lapses", on: "2026-03-31", minutes: 1200 - 12 * 60, rolledOverMinutes: 0 },
    });
  });
  test("ALW-4: roll over up to the cap, and lapse beyond it", () => {
    expect(forecast([monthly(1200)], "2026-03-13", anHourADay, { rolloverCapMinutes: 300 })).toMatchObject({
      ...{ kind: "lapses", on: "2026-03-31", minutes: 480, rolledOverMinutes: 300 },
    });
  });
  test("run out within the month where work is faster", () => {
    const worked = [["2026-03-03", 900]] as const;
    expect(forecast([monthly(1200)], "2026-03-13", anHourADay, { worked })).toEqual({
      kind: "runs-out",
      on: "2026-03-20",
    });
  });
  test("are told of on their last day too", () => {
    expect(forecast([monthly(1200)], "2026-03-31", anHourADay)).toMatchObject({
      kind: "lapses",
      on: "2026-03-31",
      minutes: 1200,
    });
  });
  test("ALW-5: are used before hours that never lapse, and come again beside them", () => {
    // 12 business days of March are left: 720 min of March's 600, so 120 of the lump sum; April takes 720 of it, and May
    // the last 60 once its own 600 are used.
    expect(forecast([lump(900), monthly(600)], "2026-03-13", anHourADay)).toEqual({
      kind: "runs-out",
      on: "2026-05-15",
    });
  });
});

describe("whatever was bought and worked", () => {
  const cases = fc.record({
    minutes: fc.integer({ min: 1, max: 6000 }),
    used: fc.integer({ min: 0, max: 7000 }),
    day: fc.integer({ min: 0, max: 29 }),
    pace: fc.record({ minutes: fc.integer({ min: 0, max: 6000 }), businessDays: fc.integer({ min: 0, max: 60 }) }),
    rolloverCapMinutes: fc.constantFrom(0, 120, 6000),
  });
  test("no forecast for a month is past the day on which its hours lapse", () => {
    fc.assert(
      fc.property(cases, ({ minutes, used, day, pace, rolloverCapMinutes }) => {
        const today = addDays("2026-03-02", day);
        const answer = forecast([monthly(minutes)], today, pace, {
          ...{ worked: used === 0 ? [] : [["2026-03-02", used]], rolloverCapMinutes },
        });
        if ("on" in answer) expect(answer.on <= "2026-03-31" && answer.on >= today).toBe(true);
        if (answer.kind === "lapses") expect(answer.rolledOverMinutes).toBeLessThanOrEqual(answer.minutes);
        if (pace.businessDays < 10) expect(["none-left", "too-few-days"]).toContain(answer.kind);
      }),
    );
  });
  test("faster work never makes hours last longer", () => {
    fc.assert(
      fc.property(cases, fc.integer({ min: 0, max: 3000 }), ({ minutes, day, pace }, more) => {
        const today = addDays("2026-03-02", day);
        const end = (answer: RunOut): Day => (answer.kind === "runs-out" ? answer.on : "9999-12-31");
        const slower = forecast([lump(minutes)], today, { ...pace, businessDays: pace.businessDays + 10 });
        const faster = forecast([lump(minutes)], today, {
          minutes: pace.minutes + more,
          businessDays: pace.businessDays + 10,
        });
        expect(end(faster) <= end(slower)).toBe(true);
      }),
    );
  });
});

test("business days are counted with the first and the last of the days", () => {
  expect(businessDaysOf("2026-03-02", "2026-03-13", new Set())).toBe(10);
  expect(businessDaysOf("2026-03-02", "2026-03-13", new Set(["2026-03-04"]))).toBe(9);
  expect(businessDaysOf("2026-03-07", "2026-03-08", new Set())).toBe(0);
});
