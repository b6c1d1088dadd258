import { expect, test } from "vitest";
import { rushSow } from "../../test/deliverable-samples.ts";
import type { PremiumDecision } from "../deliverables/premium-decision.ts";
import { noMinutes } from "./conservation.ts";
import { usedWork } from "./used-work.ts";

const sow = rushSow();
const from = sow.approvedOn ?? sow.issuedOn;
const day = (on: string, minutes: object) => ({ on, minutes: { ...noMinutes, ...minutes } });
const facts = { sow, days: [], endedOn: null, decision: null, currency: "USD" };
const decided = (state: PremiumDecision["state"]) =>
  ({ state, deliveredOn: from, lines: [{ charged: 10_000, due: 5_000 }], deposit: null, notInvoiced: null }) as never;

test("DLV-5: what was used of the approved total is valued at the SOW's rate and premium, whatever covers it", () => {
  const days = [day(from, { deposit: 20, allowance: 10, invoiced: 20, open: 10, held: 60, writtenOff: 5 })];
  expect(usedWork({ ...facts, days })).toMatchObject({ minutes: 60, labor: 23_500, premium: 10_000, total: 33_500 });
});

test("DLV-6: time before the approval and after the end is not its own", () => {
  const days = [day("2000-01-01", { open: 60 }), day("2099-01-01", { open: 60 })];
  expect(usedWork({ ...facts, days, endedOn: "2098-12-31" })).toMatchObject({ minutes: 0, total: 0 });
});

test("LEAD-2: time after the delivery carries no premium", () => {
  const days = [day(from, { open: 60 }), day("2098-01-01", { open: 60 })];
  expect(usedWork({ ...facts, days, decision: decided("declined") })).toMatchObject({ minutes: 120, premium: 10_000 });
});

test("LEAD-8: a settlement that was taken lowers it, a proposal does not", () => {
  const days = [day(from, { invoiced: 60 })];
  expect(usedWork({ ...facts, days, decision: decided("proposed") }).total).toBe(33_500);
  expect(usedWork({ ...facts, days, decision: decided("automatic") })).toMatchObject({ premium: 5_000, total: 28_500 });
});
