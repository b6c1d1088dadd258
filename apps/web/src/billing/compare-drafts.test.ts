import { expect, test } from "vitest";
import type { Draft, DraftedInvoice } from "../api/answers.ts";
import { compareDrafts } from "./compare-drafts.ts";

const invoice = (account: string, total: number): DraftedInvoice => ({
  number: null,
  account,
  kind: "work",
  period: { start: "2025-11-03", end: "2025-11-17" },
  currency: "USD",
  total,
  minutes: 60,
  lines: 1,
  premium: 0,
  covered: { deposit: 0, allowance: 0 },
});
const draft = (...invoices: readonly DraftedInvoice[]): Draft => ({
  invoices: [...invoices],
  closedPeriods: 1,
  minutes: { deposit: 0, allowance: 0, invoiced: 0, held: 0, nonBillable: 0 },
  withoutInvoice: [],
  parked: [],
  later: [],
  digest: "d",
});

test("a new preview says what is new, what changed and what is gone", () => {
  const rows = compareDrafts(
    draft(invoice("acme", 200), invoice("cobalt", 50)),
    draft(invoice("acme", 100), invoice("bluefin", 70)),
  );
  expect(rows.map(({ account, was, gone }) => [account, was, gone])).toEqual([
    ["acme", 100, false],
    ["cobalt", null, false],
    ["bluefin", 70, true],
  ]);
});

test("two documents alike are told apart", () => {
  const keys = compareDrafts(draft(invoice("acme", 1), invoice("acme", 1)), null).map(({ key }) => key);
  expect(new Set(keys).size).toBe(2);
});
