import { expect, test } from "vitest";
import type { DraftedInvoice } from "../api/answers.ts";
import { coveredBeside } from "./covered-beside.ts";

const invoice: DraftedInvoice = {
  ...{ number: null, account: "acme", kind: "work", currency: "USD", total: 23_500, minutes: 60, lines: 1, premium: 0 },
  period: { start: "2025-11-03", end: "2025-11-17" },
  covered: { deposit: 30, allowance: 90 },
};
const minutes = { deposit: 30, allowance: 150, invoiced: 60, held: 0, nonBillable: 0 };

test("what is covered beside the invoices is what the run covers less what stands beside their lines", () => {
  expect(coveredBeside({ minutes, invoices: [invoice] })).toBe(60);
  expect(coveredBeside({ minutes, invoices: [] })).toBe(180);
});
