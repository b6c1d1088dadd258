import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { approvedSow, deliverable, sow } from "../../test/deliverable-samples.ts";
import { addDays } from "../values/day.ts";
import { approveSow } from "./approve-sow.ts";
import { draftDepositInvoice } from "./deposit-invoice.ts";
import { contentOfSow } from "./sealed-content.ts";

const approval = { by: "Pat", on: "2024-03-05", today: "2024-03-05" };
const issued = sow();

describe("approveSow", () => {
  test("DLV-2: says who approved it and when, and changes nothing else", () => {
    expect(approveSow(deliverable(), issued, approval, [issued])).toEqual({
      ok: true,
      value: { ...issued, state: "approved", approvedOn: "2024-03-05", approvedBy: "Pat" },
    });
  });

  test("DLV-2: from its issue day to the last day of its validity, and never ahead of today", () => {
    const code = (on: string, today = "2024-12-31") => {
      const answer = approveSow(deliverable(), issued, { by: "Pat", on, today }, [issued]);
      return answer.ok ? "approved" : answer.rejection.code;
    };
    expect(code("2024-03-03")).toBe("APPROVED_BEFORE_STATED");
    expect([code("2024-03-04"), code("2024-04-03")]).toEqual(["approved", "approved"]);
    expect(code("2024-04-04")).toBe("SOW_EXPIRED");
    expect(code("2024-03-06", "2024-03-05")).toBe("DATED_AFTER_TODAY");
  });

  test("DLV-2: one that was replaced is not approved, and only one is", () => {
    const [old, next] = [sow({ state: "replaced" }), sow({ id: "sync-sow-2", number: 2 })];
    expect(approveSow(deliverable(), old, approval, [old, next])).toMatchObject({
      rejection: { code: "SOW_REPLACED", details: { sow: "sync-sow-1", by: "sync-sow-2" } },
    });
    const approved = approvedSow();
    expect(approveSow(deliverable(), approved, approval, [approved])).toMatchObject({
      rejection: { code: "SOW_ALREADY_APPROVED" },
    });
  });

  test("LEAD-7: a date that has passed can no longer be promised", () => {
    const rush = sow({ leadTime: "rush", expeditedBy: "2024-03-20", rushBy: "2024-03-04" });
    expect(approveSow(deliverable(), rush, approval, [rush])).toMatchObject({
      rejection: { code: "LEAD_TIME_DATE_PASSED", details: { date: "rush", by: "2024-03-04" } },
    });
    const expedited = sow({ leadTime: "expedited", expeditedBy: "2024-03-05" });
    expect(approveSow(deliverable(), expedited, approval, [expedited])).toMatchObject({ ok: true });
  });

  test.each(["ending", "closed"] as const)("DLV-3: %s work takes no approval", (state) => {
    expect(approveSow(deliverable({ state }), issued, approval, [issued])).toMatchObject({
      rejection: { code: "DELIVERABLE_CLOSED", clause: "DLV-3" },
    });
  });
});

test("DLV-2: whatever the days are, it is approved exactly from its issue through its validity and today", () => {
  const day = fc.integer({ min: 0, max: 60 }).map((days) => addDays("2024-03-01", days));
  fc.assert(
    fc.property(day, day, day, day, (issuedOn, validUntil, on, today) => {
      const each = sow({ issuedOn, validUntil });
      const answer = approveSow(deliverable(), each, { by: "Pat", on, today }, [each]);
      expect(answer.ok).toBe(issuedOn <= on && on <= validUntil && on <= today);
      if (answer.ok) expect(answer.value).toEqual({ ...each, state: "approved", approvedOn: on, approvedBy: "Pat" });
    }),
  );
});

test("DLV-2: the seal goes over all that an approved SOW says, but not over what becomes of it", () => {
  const content = contentOfSow(approvedSow());
  expect(Object.keys(content)).not.toEqual(expect.arrayContaining(["state"]));
  expect(content).toEqual(contentOfSow(approvedSow({ seal: "other", depositInvoice: "INV-000001" })));
  expect(content).not.toEqual(contentOfSow(approvedSow({ approvedBy: "Sam" })));
  expect(content).not.toEqual(contentOfSow(approvedSow({ minutes: 601 })));
});

test("DLV-3, INV-2: a deposit is one line of money without minutes, due on the day of issue", () => {
  const party = { name: "Acme", address: "", email: "" };
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000_000 }), (deposit) => {
      const draft = draftDepositInvoice(approvedSow({ deposit }), {
        ...{ from: party, to: party, issuedOn: "2024-03-06", currency: "USD", policy: { id: "p", version: 1 } },
      });
      expect(draft).toMatchObject({ kind: "deposit", dueOn: "2024-03-06", period: null, total: deposit });
      expect(draft.lines).toMatchObject([
        { line: 1, kind: "deposit", deliverable: "sync", minutes: 0, ratePerHour: 0, amount: deposit, slices: [] },
      ]);
    }),
  );
});
