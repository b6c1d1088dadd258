import { describe, expect, test } from "vitest";
import { rush } from "../../test/samples.ts";
import type { ChangeOrder } from "./change-order.ts";
import { Deliverable } from "./deliverable.ts";
import type { PremiumDecision } from "./premium-decision.ts";
import type { Sow } from "./sow.ts";
import { byDeliverable, type SettledSowMinutes, type SowFacts, sowOf, sowWorkFrom } from "./sow-work.ts";

const sow: Sow = {
  ...{ account: "acme", id: "shop-sow-1", deliverable: "shop", number: 1, scope: "A shop", estimates: [] },
  ...{ minutes: 600, leadTime: "rush", rushBy: "2024-02-01", expeditedBy: "2024-02-15", ratePerHour: 23_500 },
  ...{ premiums: { expedited: 5000, rush: 10_000 }, policyVersion: 1, deposit: 67_000, issuedOn: "2024-01-05" },
  ...{ validUntil: "2024-02-05", state: "approved", approvedOn: "2024-01-08", approvedBy: "Pat", seal: null },
  ...{ depositInvoice: "INV-000001", opening: false },
};
const changeOrder = (minutes: number, state: ChangeOrder["state"]): ChangeOrder => ({
  ...{ account: "acme", id: `shop-co-${minutes}`, deliverable: "shop", number: 1, scope: "", minutes, state },
  ...{ newExpeditedBy: null, newRushBy: null, proposedOn: "2024-01-09", decidedOn: null, decidedBy: null },
  ...{ reason: null, seal: null },
});
const settled = (on: string, place: SettledSowMinutes["place"], minutes: number) => ({ on, place, minutes });
const decision = (changes: Partial<PremiumDecision>): PremiumDecision => ({
  ...{ account: "acme", id: "shop", deliveredOn: "2024-01-20", state: "automatic", settledRate: 5000 },
  ...{ decidedOn: "2024-01-21", decidedBy: null, reason: null, creditMemos: [], lines: [] },
  ...{ keptMinutes: 0, keptBilledMinutes: 0, keptDepositMinutes: 0, deposit: null, notInvoiced: null },
  settlement: {
    ...{ currency: "USD", outcome: "downgraded", decision: "proposed", premiumCharged: 0, premiumDue: 0, credit: 0 },
    ...{ dueDates: { expedited: "2024-02-15" }, tolledDays: [], clauses: [], trace: [] },
  },
  ...changes,
});
const work = (changes: Partial<SowFacts> = {}, deliverable: Partial<Deliverable> = {}) =>
  sowWorkFrom({
    deliverable: Deliverable.parse({ account: "acme", id: "shop", name: "Shop", ...deliverable }),
    ...{ sow, changeOrders: [], decision: undefined, settled: [], depositCredited: 0, keptSinceMinutes: 0 },
    overrun: "hold",
    ...changes,
  });

describe("what billing needs to know of a SOW", () => {
  test("RATE-3, LEAD-2, DLV-3: its rate, its premium and its deposit, from the approval day on", () => {
    expect(work()).toEqual({
      ...{ deliverable: "shop", from: "2024-01-08", until: null, ratePerHour: 23_500, premium: rush() },
      ...{ approvedMinutes: 600, countedMinutes: 0, drawFromAllowance: false, overrun: "hold" },
      deposit: { amount: 67_000, coveredMinutes: 0, premiumMinutes: [{ ratePerHour: 10_000, minutes: 0 }] },
    });
    expect(work({ sow: { ...sow, leadTime: "standard" } })?.premium).toBeNull();
  });

  test("DLV-6: there is no SOW time under one that is not approved", () => {
    expect(work({ sow: { ...sow, approvedOn: null } })).toBeNull();
  });

  test("DLV-3: minutes that are opened again after its deliverable closed keep its terms, up to its last day", () => {
    expect(work({}, { state: "closed", endedOn: "2024-02-20" })).toMatchObject({
      ...{ from: "2024-01-08", until: "2024-02-20", ratePerHour: 23_500 },
    });
  });

  test("DLV-5: approved change orders add to its total, others do not", () => {
    const changeOrders = [changeOrder(60, "approved"), changeOrder(90, "proposed"), changeOrder(120, "declined")];
    expect(work({ changeOrders })?.approvedMinutes).toBe(660);
  });

  test("DLV-5, DLV-6: what was settled on its days counts, wherever it went", () => {
    const minutes = [
      settled("2024-01-07", "invoice", 1000),
      settled("2024-01-08", "deposit", 1),
      settled("2024-01-09", "allowance", 20),
      settled("2024-01-10", "invoice", 300),
      settled("2024-01-10", "settled-elsewhere", 4000),
      settled("2024-01-11", "invoice", 50_000),
    ];
    expect(work({ settled: minutes }, { endedOn: "2024-01-10" })).toMatchObject({
      ...{ until: "2024-01-10", countedMinutes: 4321, deposit: { coveredMinutes: 1 } },
    });
  });

  test("DLV-3: money that was given back is no longer on it", () => {
    expect(work({ depositCredited: 67_000 })?.deposit.amount).toBe(0);
  });
});

describe("the premium of a SOW", () => {
  const covered = [settled("2024-01-19", "deposit", 100), settled("2024-01-22", "deposit", 20)];

  test("LEAD-8: stays full until the settlement is confirmed, up to the delivery day", () => {
    const proposed = work({ decision: decision({ state: "proposed" }), settled: covered });
    expect(proposed?.premium).toEqual(rush({ until: "2024-01-20" }));
    expect(proposed?.deposit.premiumMinutes).toEqual([{ ratePerHour: 10_000, minutes: 100 }]);
  });

  test("LEAD-4: that was declined to be credited stays due in full", () => {
    expect(work({ decision: decision({ state: "declined", settledRate: 10_000 }) })?.premium).toEqual(
      rush({ until: "2024-01-20" }),
    );
  });

  test("LEAD-8: once settled is the settled one, under the deposit too, which gets the difference back", () => {
    const lower = work({ decision: decision({ keptDepositMinutes: 30 }), settled: covered });
    expect(lower?.premium).toEqual(rush({ until: "2024-01-20", settledRate: 5000 }));
    expect(lower?.deposit.premiumMinutes).toEqual([
      { ratePerHour: 10_000, minutes: 30 },
      { ratePerHour: 5000, minutes: 70 },
    ]);
  });

  test("LEAD-5: minutes of change orders keep the full one as long as some of them are open", () => {
    const kept = decision({ keptMinutes: 200, keptBilledMinutes: 50 });
    expect(work({ decision: kept })?.premium?.keptOpenMinutes).toBe(150);
    expect(work({ decision: kept, keptSinceMinutes: 140 })?.premium?.keptOpenMinutes).toBe(10);
    expect(work({ decision: kept, keptSinceMinutes: 170 })?.premium?.keptOpenMinutes).toBe(0);
  });
});

test("DLV-3, DLV-6: time is under a SOW from its approval day to the day its deliverable ended, both included", () => {
  const ended = work({}, { endedOn: "2024-01-10" });
  const works = byDeliverable(ended === null ? [] : [ended]);
  const under = ["2024-01-07", "2024-01-08", "2024-01-10", "2024-01-11"].map(
    (on) => sowOf(works, { deliverable: "shop", on }) !== null,
  );
  expect(under).toEqual([false, true, true, false]);
  expect(sowOf(works, { deliverable: "app", on: "2024-01-08" })).toBeNull();
  expect(sowOf(works, { deliverable: null, on: "2024-01-08" })).toBeNull();
  expect(sowOf(works, { on: "2024-01-08" })).toBeNull();
});
