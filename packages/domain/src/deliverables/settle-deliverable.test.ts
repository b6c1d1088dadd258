import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { judgeLeadTime } from "../lead-times/judgement.ts";
import { settlePremium } from "../lead-times/settlement.ts";
import { defaultPolicy } from "../policy/cimcloud.ts";
import { addDays } from "../values/day.ts";
import { amountFor } from "../values/money.ts";
import {
  type BilledPremium,
  type PremiumTime,
  settleDeliverable,
  settledRateOf,
  settlementOf,
} from "./settle-deliverable.ts";

const deliveredOn = "2024-03-14";
const rush = 10_000;

/** A rush line as it was issued; the minutes by work date. */
const line = (invoice: string, ...minutes: readonly (readonly [on: string, minutes: number])[]): BilledPremium => {
  const slices = minutes.map(([on, count], at) => ({ entry: `${invoice}-${at}`, on, minutes: count }));
  return {
    invoice,
    line: 2,
    ratePerHour: rush,
    amount: amountFor(
      slices.reduce((sum, slice) => sum + slice.minutes, 0),
      rush,
    ),
    slices,
  };
};
const time = (lines: readonly BilledPremium[], changes: Partial<PremiumTime> = {}): PremiumTime => ({
  lines,
  depositMinutes: 0,
  openMinutes: 0,
  ...changes,
});
const settle = (of: PremiumTime, settledRate: number, keptMinutes = 0) =>
  settleDeliverable(of, { ratePerHour: rush, settledRate, keptMinutes, deliveredOn });

describe("settleDeliverable", () => {
  test("LEAD-4: every line is recomputed at the settled rate and rounded by itself", () => {
    const { lines } = settle(time([line("INV-1", ["2024-03-04", 1]), line("INV-2", ["2024-03-12", 2])]), 5000);
    expect(lines.map(({ charged, due, credit }) => [charged, due, credit])).toEqual([
      [167, 83, 84],
      [333, 167, 166],
    ]);
    expect(lines.map(({ lowered }) => lowered.slices)).toEqual([
      [{ entry: "INV-1-0", on: "2024-03-04", minutes: 1 }],
      [{ entry: "INV-2-0", on: "2024-03-12", minutes: 2 }],
    ]);
  });

  test("LEAD-5: the latest minutes keep the full premium: lines from the last back, then the deposit, then open time", () => {
    const lines = [line("INV-1", ["2024-03-04", 60]), line("INV-2", ["2024-03-11", 30], ["2024-03-12", 60])];
    const some = settle(time(lines, { depositMinutes: 100, openMinutes: 100 }), 0, 70);
    expect(some.lines.map(({ keptMinutes, due }) => [keptMinutes, due])).toEqual([
      [0, 0],
      [70, 11_667],
    ]);
    expect(some.lines[1]?.lowered.slices).toEqual([{ entry: "INV-2-0", on: "2024-03-11", minutes: 20 }]);
    expect(some).toMatchObject({ keptMinutes: 70, keptBilledMinutes: 70, keptDepositMinutes: 0 });

    const more = settle(time(lines, { depositMinutes: 100, openMinutes: 100 }), 0, 300);
    expect(more.lines.map(({ credit }) => credit)).toEqual([0, 0]);
    expect(more).toMatchObject({
      ...{ keptMinutes: 300, keptBilledMinutes: 250, keptDepositMinutes: 100 },
      deposit: { minutes: 100, keptMinutes: 100, due: 16_667 },
      notInvoiced: { minutes: 100, keptMinutes: 50, charged: 16_667, due: 8333 },
    });
  });

  test("LEAD-2: minutes dated after the delivery are no premium time: they are credited in full, whatever the outcome", () => {
    const late = time([line("INV-1", ["2024-03-14", 30], ["2024-03-15", 60])]);
    const [met] = settle(late, rush).lines;
    expect(met).toMatchObject({ minutes: 30, laterMinutes: 60, charged: 15_000, due: 5000, credit: 10_000 });
    expect(met?.lowered).toEqual({ amount: 0, slices: [] });
    expect(met?.later).toEqual({ amount: 10_000, slices: [{ entry: "INV-1-1", on: "2024-03-15", minutes: 60 }] });
    expect(settle(late, 0, 90).lines[0]).toMatchObject({ keptMinutes: 30, due: 5000, credit: 10_000 });
  });

  test("LEAD-4: never more is credited than earlier credits left of a line", () => {
    const credited = { ...line("INV-1", ["2024-03-04", 60]), amount: 4000 };
    expect(settle(time([credited]), 5000).lines[0]).toMatchObject({ charged: 4000, due: 4000, credit: 0 });
    expect(settle(time([credited]), 0).lines[0]).toMatchObject({ due: 0, credit: 4000 });
    expect(settle(time([{ ...credited, amount: 0, slices: [] }]), 0).lines[0]).toMatchObject({ due: 0, credit: 0 });
  });
});

const day = fc.integer({ min: -10, max: 5 }).map((offset) => addDays(deliveredOn, offset));
const someLine = fc
  .record({
    slices: fc.array(fc.record({ on: day, minutes: fc.integer({ min: 1, max: 500 }) }), { maxLength: 4 }),
    credited: fc.nat(3000),
  })
  .map(({ slices, credited }) => {
    const whole = line("INV", ...slices.map(({ on, minutes }) => [on, minutes] as const));
    return { ...whole, amount: Math.max(0, whole.amount - credited) };
  });
const someTime = fc.record({
  lines: fc.array(someLine, { maxLength: 4 }),
  depositMinutes: fc.nat(500),
  openMinutes: fc.nat(500),
});

describe("what is true of every deliverable's settlement", () => {
  test("LEAD-4: a credit is not negative and not more than the line was charged; the parts of a line add up", () => {
    fc.assert(
      fc.property(someTime, fc.constantFrom(0, 5000, rush, 12_000), fc.nat(2000), (of, settledRate, kept) => {
        const settled = settle(of, settledRate, kept);
        for (const each of settled.lines) {
          expect(each.credit).toBeGreaterThanOrEqual(0);
          expect(each.due).toBeGreaterThanOrEqual(0);
          expect(each.due + each.credit).toBe(each.charged);
          expect(each.lowered.amount + each.later.amount).toBe(each.credit);
          const named = each.lowered.slices.reduce((sum, { minutes }) => sum + minutes, 0);
          expect(named).toBeLessThanOrEqual(each.minutes - each.keptMinutes);
        }
        const keptThere = settled.lines.reduce((sum, each) => sum + each.keptMinutes, 0);
        expect(keptThere + settled.keptDepositMinutes).toBe(settled.keptBilledMinutes);
        expect(settled.keptBilledMinutes + settled.notInvoiced.keptMinutes).toBeLessThanOrEqual(settled.keptMinutes);
      }),
    );
  });

  test("LEAD-7: met, lapsed or declined: nothing but minutes after the delivery is credited", () => {
    fc.assert(
      fc.property(someTime, fc.nat(2000), (of, kept) => {
        for (const { lowered } of settle(of, rush, kept).lines) expect(lowered).toEqual({ amount: 0, slices: [] });
      }),
    );
  });

  test("LEAD-3, LEAD-4: on one line without credits it equals the calculator to the cent", () => {
    const asked = fc.record({
      slices: fc.array(fc.record({ on: fc.constant("2024-03-08"), minutes: fc.integer({ min: 1, max: 900 }) }), {
        minLength: 1,
        maxLength: 5,
      }),
      deliveredOn: fc.integer({ min: 0, max: 20 }).map((offset) => addDays("2024-03-08", offset)),
      kept: fc.nat(900),
      leadTime: fc.constantFrom("expedited" as const, "rush" as const),
    });
    fc.assert(
      fc.property(asked, ({ slices, deliveredOn: on, kept, leadTime }) => {
        const request = {
          leadTime,
          startedOn: "2024-03-04",
          expeditedBy: "2024-03-15",
          ...(leadTime === "rush" ? { rushBy: "2024-03-11" } : {}),
          deliveredOn: on,
          changeOrders: [{ on: "2024-03-05", minutes: kept }],
          changeOrderEffect: "exclude" as const,
          ...{ clientWaits: [], productWaits: [], stoppages: [], holidays: [] },
        };
        const minutes = slices.reduce((sum, slice) => sum + slice.minutes, 0);
        const calculated = settlePremium({ ...request, minutes }, defaultPolicy);
        const judged = judgeLeadTime(request, defaultPolicy);
        if (!calculated.ok || !judged.ok) throw new Error("neither is refused");
        const ratePerHour = defaultPolicy.premiums[leadTime];
        const billed = {
          ...{ invoice: "INV-1", line: 1, ratePerHour, amount: amountFor(minutes, ratePerHour) },
          slices: slices.map((slice, at) => ({ ...slice, entry: String(at) })),
        };
        const settled = settleDeliverable(time([billed]), {
          ...{ ratePerHour, deliveredOn: on, keptMinutes: judged.value.keptMinutes },
          settledRate: settledRateOf(judged.value, defaultPolicy.premiums),
        });
        const answer = settlementOf(judged.value, settled, { currency: "USD", leadTime, ratePerHour });
        const { trace: _, clauses: __, ...figures } = calculated.value;
        expect(answer).toMatchObject(figures);
      }),
    );
  });
});
