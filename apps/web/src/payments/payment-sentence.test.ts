import type { StandingAnswer } from "@cimpro/domain";
import { expect, test } from "vitest";
import { paymentSentence } from "./payment-sentence.ts";

const overdue = { number: "INV-000003", balance: 14_250, pastDueDays: 1, suspended: false };
const stopped: StandingAnswer = { standing: "stopped", openInvoices: [overdue], stoppedSince: "2026-03-17" };
const good: StandingAnswer = { standing: "good", openInvoices: [{ ...overdue, pastDueDays: 0 }] };
const of = (amount: number) => ({
  amount,
  unapplied: Math.max(0, amount - 14_250),
  applications: [{ invoice: "INV-000003", amount: Math.min(amount, 14_250) }],
});

test("INV-5: paid in full, work goes on", () =>
  expect(paymentSentence(of(14_250), stopped, "USD")).toBe(
    "Payment of $142.50 recorded. Nothing is past due any more: work goes on.",
  ));
test("INV-5: paid in part, it stays stopped, by so much", () =>
  expect(paymentSentence(of(10_000), stopped, "USD")).toBe(
    "Payment of $100.00 recorded. $42.50 is still past due, so work stays stopped.",
  ));
test("INV-6: what is over stays as credit", () =>
  expect(paymentSentence(of(20_000), good, "USD")).toBe("Payment of $200.00 recorded. $57.50 of it stays as credit."));
