import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { approvedSow, changeOrder, rushSow } from "../../test/deliverable-samples.ts";
import { amountFor } from "../values/money.ts";
import {
  approvedWork,
  changeOrderConsequence,
  type StatedChange,
  statedChanges,
  type WorkTerms,
} from "./consequence.ts";
import { sowPrice } from "./price.ts";

const lapse: WorkTerms = { currency: "USD", changeOrderEffect: "lapse", deliveredOn: null };
const exclude: WorkTerms = { ...lapse, changeOrderEffect: "exclude" };
const change = (changes: Partial<StatedChange> = {}): StatedChange => ({
  ...{ number: 1, on: "2024-03-11", minutes: 60, newExpeditedBy: null, newRushBy: null },
  ...changes,
});
const newDates = { newExpeditedBy: "2024-04-05", newRushBy: "2024-04-01" };

const consequence = (terms: WorkTerms, stated: StatedChange, before: readonly StatedChange[] = [], sow = rushSow()) => {
  const answer = changeOrderConsequence(sow, before, stated, terms);
  if (!answer.ok) throw new Error(answer.rejection.message);
  return answer.value;
};

describe("changeOrderConsequence", () => {
  test("DLV-4: shows the new approved total and its price, premium included", () => {
    const { before, after, addedMinutes, addedPrice } = consequence(lapse, change());
    expect(before).toMatchObject({ minutes: 600, price: { labor: 235_000, premium: 100_000, total: 335_000 } });
    expect(after).toMatchObject({ minutes: 660, price: { labor: 258_500, premium: 110_000, total: 368_500 } });
    expect([addedMinutes, addedPrice]).toEqual([60, 33_500]);
  });

  test("LEAD-5: under lapse, one without new dates ends the guarantee and leaves the dates", () => {
    const { before, after, trace } = consequence(lapse, change());
    expect(before).toMatchObject({ guarantee: "holds", expeditedBy: "2024-03-29", rushBy: "2024-03-22" });
    expect(after).toMatchObject({ guarantee: "lapsed", expeditedBy: "2024-03-29", rushBy: "2024-03-22" });
    expect(trace.at(-1)?.what).toContain("ends the guarantee");
  });

  test("LEAD-5: under exclude the guarantee stays", () => {
    const { after, trace } = consequence(exclude, change());
    expect(after.guarantee).toBe("holds");
    expect(trace.at(-1)?.what).toContain("never credited");
  });

  test("LEAD-5: new dates replace the old ones and renew a guarantee that had ended", () => {
    const renewed = consequence(lapse, change({ number: 2, on: "2024-03-12", ...newDates }), [change()]);
    expect(renewed.before.guarantee).toBe("lapsed");
    expect(renewed.after).toMatchObject({ guarantee: "holds", expeditedBy: "2024-04-05", rushBy: "2024-04-01" });
  });

  test("LEAD-5: it may not state an earlier date than the one it replaces", () => {
    const earlier = change({ newExpeditedBy: "2024-03-28", newRushBy: "2024-03-22" });
    expect(changeOrderConsequence(rushSow(), [], earlier, lapse)).toMatchObject({
      ok: false,
      rejection: { code: "CHANGE_ORDER_DATE_EARLIER", details: { date: "expedited", replaces: "2024-03-29" } },
    });
  });

  test("LEAD-5: they apply by approval day, so one approved for an earlier day is seen in its place", () => {
    const later = change({ number: 1, on: "2024-03-14", ...newDates });
    const { after } = consequence(lapse, change({ number: 2, on: "2024-03-12" }), [later]);
    expect(after).toMatchObject({ guarantee: "holds", expeditedBy: "2024-04-05" });
  });

  test("LEAD-2, LEAD-5: after the delivery it changes no date, no guarantee and no premium", () => {
    const { after, addedPrice } = consequence({ ...lapse, deliveredOn: "2024-03-10" }, change());
    expect(after).toMatchObject({ guarantee: "holds", minutes: 660, price: { premium: 100_000 } });
    expect(addedPrice).toBe(23_500);
  });

  test("without a lead time there is nothing to guarantee", () => {
    const { after } = consequence(lapse, change(), [], approvedSow());
    expect(after).toMatchObject({ guarantee: "none", expeditedBy: null, rushBy: null, price: { premium: 0 } });
  });

  test("RATE-3, DLV-4: what it adds is the difference of both prices at the frozen rate, to the cent", () => {
    const minutes = fc.integer({ min: 1, max: 100_000 });
    fc.assert(
      fc.property(minutes, minutes, fc.integer({ min: 30, max: 100_000 }), fc.boolean(), (own, more, rate, rush) => {
        const make = rush ? rushSow : approvedSow;
        const sow = make({ minutes: own, ratePerHour: rate });
        const { addedPrice, after } = consequence(exclude, change({ minutes: more }), [], sow);
        const priced = (of: number) => amountFor(of, rate) + (rush ? amountFor(of, 10_000) : 0);
        expect(addedPrice).toBe(priced(own + more) - priced(own));
        expect(after.price.total).toBe(after.price.labor + after.price.premium);
        expect(addedPrice).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

test("DLV-5: only approved change orders count toward the approved total", () => {
  const orders = [
    changeOrder({ state: "approved", decidedOn: "2024-03-12" }),
    changeOrder({ number: 2, state: "declined", decidedOn: "2024-03-12" }),
    changeOrder({ number: 3 }),
  ];
  expect(approvedWork(approvedSow(), statedChanges(orders), lapse)).toMatchObject({
    ok: true,
    value: { minutes: 660 },
  });
});

test("RATE-3: a SOW's price cites the frozen rate, and a premium is a line of its own", () => {
  const { lines } = sowPrice(rushSow(), "USD", 90);
  expect(lines).toMatchObject([
    { kind: "labor", minutes: 90, ratePerHour: 23_500, amount: 35_250 },
    { kind: "premium", minutes: 90, ratePerHour: 10_000, amount: 15_000 },
  ]);
  expect(lines[0]?.clauses).toContain("RATE-3");
  expect(sowPrice(approvedSow(), "USD", 0).lines).toEqual([]);
});
