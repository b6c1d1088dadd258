import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { approvedSow, changeOrder, deliverable, rushSow, sow } from "../../test/deliverable-samples.ts";
import { ChangeOrderRequest, decideChangeOrder, proposeChangeOrder } from "./decide-change-order.ts";

const ask = (request: Partial<ChangeOrderRequest>) => ChangeOrderRequest.parse(request);
const standard = { deliverable: deliverable(), sows: [approvedSow()] };
const rush = { deliverable: deliverable(), sows: [rushSow()] };
const expedited = {
  deliverable: deliverable(),
  sows: [approvedSow({ leadTime: "expedited", expeditedBy: "2024-03-29" })],
};
const on = "2024-03-11";

const issuesOf = (work: typeof standard, request: Partial<ChangeOrderRequest>) => {
  const answer = proposeChangeOrder(work, ask(request), on, []);
  return answer.ok ? [] : (answer.rejection.issues ?? []).map(({ path }) => path);
};

describe("proposeChangeOrder", () => {
  test("DLV-4: adds minutes to an approved SOW, and counts on", () => {
    expect(proposeChangeOrder(standard, ask({ minutes: 60 }), on, [])).toEqual({ ok: true, value: changeOrder() });
    expect(proposeChangeOrder(standard, ask({ minutes: 60 }), on, [changeOrder()])).toMatchObject({
      value: { id: "sync-co-2", number: 2 },
    });
  });

  test("DLV-4: there must be an approved SOW", () => {
    const issued = { deliverable: deliverable(), sows: [sow()] };
    expect(proposeChangeOrder(issued, ask({ minutes: 60 }), on, [])).toMatchObject({
      rejection: { code: "SOW_NOT_APPROVED", clause: "DLV-4" },
    });
  });

  test("DLV-5: work that is ending may still get minutes for its held time, closed work may not", () => {
    const ending = { ...standard, deliverable: deliverable({ state: "ending" }) };
    const closed = { ...standard, deliverable: deliverable({ state: "closed" }) };
    expect(proposeChangeOrder(ending, ask({ minutes: 60 }), on, [])).toMatchObject({ ok: true });
    expect(proposeChangeOrder(closed, ask({ minutes: 60 }), on, [])).toMatchObject({
      rejection: { code: "DELIVERABLE_CLOSED" },
    });
  });

  test("LEAD-5: for rush both dates or none, for expedited one, for standard none", () => {
    expect(issuesOf(rush, { newExpeditedBy: "2024-04-05", newRushBy: "2024-04-01" })).toEqual([]);
    expect(issuesOf(rush, { newExpeditedBy: "2024-04-05" })).toEqual(["newRushBy"]);
    expect(issuesOf(rush, { newRushBy: "2024-04-01" })).toEqual(["newExpeditedBy"]);
    expect(issuesOf(rush, { newExpeditedBy: "2024-04-01", newRushBy: "2024-04-05" })).toEqual(["newRushBy"]);
    expect(issuesOf(expedited, { newExpeditedBy: "2024-04-05" })).toEqual([]);
    expect(issuesOf(expedited, { newExpeditedBy: "2024-04-05", newRushBy: "2024-04-01" })).toEqual(["newRushBy"]);
    expect(issuesOf(standard, { newExpeditedBy: "2024-04-05" })).toEqual(["newExpeditedBy"]);
    expect(issuesOf(expedited, { newExpeditedBy: "2024-03-10" })).toEqual(["newExpeditedBy"]);
  });

  test("one that changes nothing is none", () => {
    expect(issuesOf(standard, {})).toEqual(["minutes"]);
  });
});

describe("decideChangeOrder", () => {
  const approval = { by: "Pat", on: "2024-03-12", today: "2024-03-12" };
  const yes = { state: "approved" } as const;

  test("DLV-4: approved or declined by the budget holder, with a reason for the latter", () => {
    expect(decideChangeOrder(standard, changeOrder(), yes, approval)).toEqual({
      ok: true,
      value: changeOrder({ state: "approved", decidedOn: "2024-03-12", decidedBy: "Pat" }),
    });
    expect(decideChangeOrder(standard, changeOrder(), { state: "declined", reason: "No" }, approval)).toEqual({
      ok: true,
      value: changeOrder({ state: "declined", decidedOn: "2024-03-12", decidedBy: "Pat", reason: "No" }),
    });
  });

  test("DLV-4: only once", () => {
    const decided = changeOrder({ state: "declined" });
    expect(decideChangeOrder(standard, decided, yes, approval)).toMatchObject({
      rejection: { code: "CHANGE_ORDER_DECIDED", details: { state: "declined" } },
    });
  });

  test("not before it was proposed, and not ahead of today", () => {
    const code = (day: string) => {
      const answer = decideChangeOrder(standard, changeOrder(), yes, { ...approval, on: day });
      return answer.ok ? "approved" : answer.rejection.code;
    };
    expect([code("2024-03-10"), code("2024-03-11"), code("2024-03-13")]).toEqual([
      "APPROVED_BEFORE_STATED",
      "approved",
      "DATED_AFTER_TODAY",
    ]);
  });

  test("LEAD-7: a new date that has passed can no longer be promised", () => {
    const order = changeOrder({ newExpeditedBy: "2024-04-05", newRushBy: "2024-03-25" });
    const late = { ...approval, on: "2024-03-26", today: "2024-03-26" };
    expect(decideChangeOrder(rush, order, yes, late)).toMatchObject({
      rejection: { code: "LEAD_TIME_DATE_PASSED", details: { date: "rush" } },
    });
  });

  test("DLV-3: closed work takes no more approvals, but a proposal can be declined", () => {
    const closed = { ...standard, deliverable: deliverable({ state: "closed" }) };
    expect(decideChangeOrder(closed, changeOrder(), yes, approval)).toMatchObject({
      rejection: { code: "DELIVERABLE_CLOSED" },
    });
    expect(decideChangeOrder(closed, changeOrder(), { state: "declined", reason: "Over" }, approval).ok).toBe(true);
  });

  test("DLV-4: whatever was proposed, a decision changes nothing that it says", () => {
    const minutes = fc.integer({ min: 0, max: 100_000 });
    fc.assert(
      fc.property(minutes, fc.boolean(), fc.string(), (added, approves, scope) => {
        const order = changeOrder({ minutes: added, scope });
        const decision = approves ? yes : ({ state: "declined", reason: "No" } as const);
        const answer = decideChangeOrder(standard, order, decision, approval);
        expect(answer).toMatchObject({
          ok: true,
          value: {
            ...order,
            state: decision.state,
            decidedOn: approval.on,
            decidedBy: "Pat",
            reason: approves ? null : "No",
          },
        });
      }),
    );
  });
});
