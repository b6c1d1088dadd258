import { describe, expect, test } from "vitest";
import { changeOrder, leadTime, wait } from "../../test/lead-time-records.ts";
import type { InvoiceHistory } from "../invoices/standing.ts";
import { judgeLeadTime } from "../lead-times/judgement.ts";
import { defaultPolicy } from "../policy/cimcloud.ts";
import { clockStart, type LeadTimeFacts, leadTimeHistory, promisingSow, settledOn } from "./lead-time-facts.ts";

const march = (day: number): string => `2024-03-${String(day).padStart(2, "0")}`;
const withDeposit = (depositPaidOn: string | null, changes: Partial<LeadTimeFacts> = {}): LeadTimeFacts =>
  leadTime({
    sow: { ...leadTime().sow, deposit: 50_000, depositInvoice: "INV-000001" },
    depositPaidOn,
    ...changes,
  });

describe("clockStart", () => {
  test.each<[string, LeadTimeFacts, string | null]>([
    ["without a deposit: the approval", leadTime(), march(4)],
    ["not while the deposit is unpaid", withDeposit(null), null],
    ["the day the deposit was paid in full", withDeposit(march(6)), march(6)],
    ["not before the approval", withDeposit(march(1)), march(4)],
    [
      "the approval, where another system took the deposit",
      leadTime({ sow: { ...leadTime().sow, deposit: 50_000, opening: true } }),
      march(4),
    ],
  ])("LEAD-7: %s", (_what, facts, expected) => {
    expect(clockStart(facts)).toBe(expected);
  });
});

describe("settledOn", () => {
  const invoice = (...applied: readonly (readonly [on: string, amount: number])[]): InvoiceHistory => ({
    ...{ number: "INV-000001", issuedOn: march(4), total: 1000, suspensions: [] },
    applied: applied.map(([on, amount]) => ({ on, amount })),
  });
  test.each<[string, InvoiceHistory, string, string | null]>([
    ["not without a payment", invoice(), march(20), null],
    ["not by a part", invoice([march(5), 400]), march(20), null],
    ["by the last part", invoice([march(5), 400], [march(8), 600]), march(20), march(8)],
    ["not before that day has come", invoice([march(8), 1000]), march(7), null],
    [
      "by the payment that lasted",
      invoice([march(5), 1000], [march(7), -1000], [march(12), 1000]),
      march(20),
      march(12),
    ],
    ["on its issue day, from account credit", invoice([march(4), 1000]), march(4), march(4)],
  ])("LEAD-7: paid in full %s", (_what, history, today, expected) => {
    expect(settledOn(history, today)).toBe(expected);
  });
});

describe("leadTimeHistory", () => {
  test("LEAD-5: approved change orders count, by approval, then by number", () => {
    const changeOrders = [
      changeOrder(3, { decidedOn: march(6) }),
      changeOrder(2, { decidedOn: march(6), minutes: 30 }),
      changeOrder(1, { decidedOn: march(8), newExpeditedBy: march(20), newRushBy: march(13) }),
      changeOrder(4, { state: "proposed", decidedOn: null }),
      changeOrder(5, { state: "declined", decidedOn: march(5) }),
    ];
    expect(leadTimeHistory(leadTime({ changeOrders }), march(20)).changeOrders).toEqual([
      { on: march(6), minutes: 30 },
      { on: march(6), minutes: 60 },
      { on: march(8), minutes: 60, newExpeditedBy: march(20), newRushBy: march(13) },
    ]);
  });

  test("LEAD-6: waits that last run to today, or to the delivery", () => {
    const waits = [wait("client", march(5), null), wait("product", march(6), march(7))];
    expect(leadTimeHistory(leadTime({ waits }), march(12))).toMatchObject({
      clientWaits: [{ from: march(5), to: march(12) }],
      productWaits: [{ from: march(6), to: march(7) }],
    });
    expect(leadTimeHistory(leadTime({ waits, deliveredOn: march(8) }), march(12)).clientWaits).toEqual([
      { from: march(5), to: march(8) },
    ]);
  });

  test("LEAD-6, INV-5: a stoppage stops its own days: from the day before it to the day before it ended", () => {
    const stopped = leadTime({ stoppages: [{ from: march(6), until: march(8) }] });
    expect(leadTimeHistory(stopped, march(12)).stoppages).toEqual([{ from: march(5), to: march(7) }]);
  });

  test("LEAD-7: days that wait for the deposit are client days: unpaid, none is missed", () => {
    const outcome = (facts: LeadTimeFacts) => {
      const judged = judgeLeadTime(leadTimeHistory(facts, march(28)), defaultPolicy);
      return judged.ok ? judged.value.verdict.outcome : judged.rejection.code;
    };
    const waits = [wait("product", march(5), march(27))];
    expect(outcome(withDeposit(null, { deliveredOn: march(8), waits }))).toBe("met");
    expect(outcome(withDeposit(null, { deliveredOn: march(12), waits }))).toBe("met");
    expect(outcome(withDeposit(null, { deliveredOn: march(18) }))).toBe("met");
    // Paid on the 6th: rush is due on Wednesday the 13th instead of Monday the 11th, expedited on the 19th.
    expect(outcome(withDeposit(march(6), { deliveredOn: march(13) }))).toBe("met");
    expect(outcome(withDeposit(march(6), { deliveredOn: march(14) }))).toBe("downgraded");
    expect(outcome(withDeposit(march(6), { deliveredOn: march(20) }))).toBe("credited");
    expect(outcome(withDeposit(march(18), { deliveredOn: march(11) }))).toBe("met");
  });

  test("LEAD-5: a change order counts from the approval, though the clock started later", () => {
    const early = changeOrder(1, { decidedOn: march(5) });
    const judged = judgeLeadTime(
      leadTimeHistory(withDeposit(march(7), { changeOrders: [early], deliveredOn: march(18) }), march(18)),
      defaultPolicy,
    );
    expect(judged).toMatchObject({ ok: true, value: { verdict: { outcome: "lapsed" } } });
    const dated = changeOrder(1, { decidedOn: march(5), newRushBy: march(12), newExpeditedBy: march(18) });
    expect(
      judgeLeadTime(
        leadTimeHistory(withDeposit(march(7), { changeOrders: [dated], deliveredOn: march(18) }), march(18)),
        defaultPolicy,
      ),
    ).toMatchObject({
      ok: true,
      value: {
        promise: { rush: { by: march(12), since: march(5) } },
        // The 6th and 7th wait for the deposit.
        dueDates: { rush: march(14), expedited: march(20) },
      },
    });
  });
});

test("LEAD-1: only an approved SOW with an expedited or rush lead time promises one", () => {
  const { sow } = leadTime();
  expect(promisingSow([sow])).toEqual(sow);
  expect(promisingSow([])).toBeNull();
  expect(promisingSow([{ ...sow, state: "issued", approvedOn: null }])).toBeNull();
  expect(promisingSow([{ ...sow, leadTime: "standard", expeditedBy: null, rushBy: null }])).toBeNull();
});
