import { expect, test } from "vitest";
import type { CoveredPeriod } from "../api/answers.ts";
import { coveredBeside } from "./covered-beside.ts";

const period: CoveredPeriod = {
  ...{ account: "acme", period: { start: "2025-11-03", end: "2025-11-17" } },
  ...{ covered: { deposit: 30, allowance: 90 }, held: 15 },
};

test("what is covered beside the invoices is what deposits and allowances cover in periods without one", () => {
  expect(coveredBeside({ withoutInvoice: [period, { ...period, account: "beta" }] })).toBe(240);
  expect(coveredBeside({ withoutInvoice: [] })).toBe(0);
});
