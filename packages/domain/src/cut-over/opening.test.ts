import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cimcloudProcess } from "../policy/cimcloud-process.ts";
import { DeliverableRow } from "./deliverable-row.ts";
import { InvoiceRow } from "./invoice-row.ts";
import { draftOpeningInvoice } from "./opening-invoice.ts";
import { openingSow } from "./opening-sow.ts";
import { takenOverRecord } from "./taken-over-record.ts";

const party = { name: "Acme", address: "", email: "" };
const context = { from: party, to: party, currency: "USD", policy: { id: "p", version: 1 } };
const invoice = (changes: Partial<InvoiceRow> = {}) =>
  InvoiceRow.parse({
    ...{ account: "acme", number: "1042", issuedOn: "2024-05-28", total: 1000, balance: 400 },
    ...changes,
  });

describe("an opening invoice", () => {
  test("INV-3, INV-5: keeps its days and is one amount without minutes that sums to its total", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000_000 }), (total) => {
        const drafted = draftOpeningInvoice(invoice({ total, balance: 1, dueOn: "2024-06-12" }), context);
        expect(drafted).toMatchObject({
          ok: true,
          value: {
            ...{ kind: "opening", issuedOn: "2024-05-28", dueOn: "2024-06-12", period: null, total, subtotal: total },
            lines: [{ line: 1, kind: "opening", minutes: 0, ratePerHour: 0, amount: total, slices: [] }],
          },
        });
      }),
    );
  });

  test.each(["INV-000001", "inv-1234567", "CM-000001"])("INV-3: cannot have a number of our series: %s", (number) => {
    expect(draftOpeningInvoice(invoice({ number }), context)).toMatchObject({
      rejection: { code: "OPENING_NUMBER_OURS", clause: "INV-3" },
    });
  });

  test.each(["INV-1042", "2024/17", "OLD-INV-000001"])("keeps a number of its own: %s", (number) => {
    expect(draftOpeningInvoice(invoice({ number }), context).ok).toBe(true);
  });
});

const work = (changes: Partial<DeliverableRow> = {}) =>
  DeliverableRow.parse({
    ...{ account: "acme", id: "sync", name: "Sync", phase: "testing", approvedOn: "2024-05-06", approvedMinutes: 600 },
    ...changes,
  });
const sowTerms = {
  ...{ ratePerHour: 23_500, premiums: { expedited: 5000, rush: 10_000 }, policyVersion: 1, validDays: 30 },
  today: "2024-06-10",
};
const taking = {
  ...{ person: "Cora", today: "2024-06-10", policyVersion: 1, terms: cimcloudProcess },
  deliveryMilestone: "uat" as const,
};

describe("an opening SOW", () => {
  test("DLV-2, RATE-3: is approved on its own day at its own rate, else the standard rate of that day", () => {
    expect(openingSow(work({ ratePerHour: 20_000, deposit: 500 }), sowTerms)).toMatchObject({
      value: {
        opening: true,
        state: "approved",
        minutes: 600,
        ratePerHour: 20_000,
        deposit: 500,
        depositInvoice: null,
      },
    });
    expect(openingSow(work(), sowTerms)).toMatchObject({ value: { ratePerHour: 23_500, validUntil: "2024-06-05" } });
    expect(openingSow(work({ approvedOn: undefined, approvedMinutes: undefined }), sowTerms)).toEqual({
      ok: true,
      value: null,
    });
  });

  test("LEAD-7: states the dates of its lead time", () => {
    expect(openingSow(work({ leadTime: "rush", expeditedBy: "2024-06-20" }), sowTerms)).toMatchObject({
      rejection: { code: "MALFORMED", issues: [{ path: "rushBy" }] },
    });
    const dates = { leadTime: "rush" as const, rushBy: "2024-06-14", expeditedBy: "2024-06-20" };
    expect(openingSow(work(dates), sowTerms)).toMatchObject({ ok: true, value: { leadTime: "rush" } });
  });
});

describe("a record that is taken over", () => {
  test("PROC-7: has a statement for all that the gates before its phase ask for, by whoever takes it over", () => {
    const taken = takenOverRecord(work(), taking);
    if (!taken.ok) throw new Error(taken.rejection.message);
    expect(taken.value).toMatchObject({
      phase: "testing",
      moves: [{ type: "advanced", from: "discovery", to: "testing", on: "2024-06-10", person: "Cora" }],
    });
    expect(taken.value.evidence.map(({ condition, on }) => `${condition} ${on}`)).toEqual([
      "sow-approved 2024-05-06",
      ...["plan-written", "plan-approved", "deployed-to-staging", "code-reviewed"].map((each) => `${each} 2024-06-10`),
    ]);
    expect(taken.value.evidence.every(({ stands, what }) => stands && what.includes("another system"))).toBe(true);
  });

  test("PROC-1: work in discovery has moved nowhere yet", () => {
    const bare = work({ phase: "discovery", approvedOn: undefined, approvedMinutes: undefined, since: "2024-06-01" });
    expect(takenOverRecord(bare, taking)).toMatchObject({ value: { beganOn: "2024-06-01", moves: [], evidence: [] } });
    expect(takenOverRecord({ ...bare, phase: "implementation" }, taking)).toMatchObject({
      rejection: { code: "OPENING_NEEDS_SOW", clause: "PROC-1" },
    });
  });

  test("PROC-8, LEAD-8: neither work in support nor a lead time after its delivery is running", () => {
    expect(takenOverRecord(work({ phase: "support" }), taking)).toMatchObject({
      rejection: { code: "OPENING_PHASE_OVER" },
    });
    const delivered = work({ phase: "deployment", leadTime: "expedited", expeditedBy: "2024-06-20" });
    expect(takenOverRecord(delivered, taking)).toMatchObject({ rejection: { code: "OPENING_DELIVERED" } });
    expect(takenOverRecord(delivered, { ...taking, deliveryMilestone: "published" }).ok).toBe(true);
  });
});
