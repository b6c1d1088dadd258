import type { StandingAnswer } from "@cimpro/domain";
import { t } from "@lingui/core/macro";
import { formatMoney } from "../figures/money-text.ts";

/** Money that came in, and the invoices it went to. */
interface Received {
  readonly amount: number;
  readonly unapplied: number;
  readonly applications: readonly { readonly invoice: string; readonly amount: number }[];
}

/** What a payment did, by how the account stood before it: whether work goes on, and what is left to credit (INV-5, INV-6). */
export function paymentSentence(
  { amount, unapplied, applications }: Received,
  before: StandingAnswer,
  currency: string,
) {
  const [paid, rest] = [formatMoney(amount, currency), formatMoney(unapplied, currency)];
  const leftOf = (number: string, balance: number) =>
    applications.reduce((left, each) => (each.invoice === number ? left - each.amount : left), balance);
  const pastDue = before.openInvoices
    .filter(({ pastDueDays, suspended }) => pastDueDays > 0 && !suspended)
    .reduce((sum, { number, balance }) => sum + leftOf(number, balance), 0);
  const still = formatMoney(pastDue, currency);
  if (before.standing === "stopped")
    return pastDue > 0
      ? t`Payment of ${paid} recorded. ${still} is still past due, so work stays stopped.`
      : t`Payment of ${paid} recorded. Nothing is past due any more: work goes on.`;
  return unapplied > 0
    ? t`Payment of ${paid} recorded. ${rest} of it stays as credit.`
    : t`Payment of ${paid} recorded.`;
}
