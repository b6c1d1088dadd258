import type { Allowance } from "../allowances/purchase.ts";
import { type Invoice, type InvoiceDraft, invoiceNumber } from "../invoices/invoice.ts";
import type { PaymentRecord } from "../invoices/payment.ts";
import type { Month } from "../values/day.ts";
import type { Cents } from "../values/money.ts";
import { payFromCredit } from "./apply-money.ts";
import { type Ledger, post } from "./ledger.ts";
import { pay } from "./pay.ts";

export interface InvoiceIssued {
  readonly ledger: Ledger;
  readonly invoice: Invoice;
}

/** Gives a draft its number and freezes it; account credit pays into it at once (INV-3, INV-6). */
export function issueInvoice(ledger: Ledger, draft: InvoiceDraft): InvoiceIssued {
  const invoice: Invoice = { number: invoiceNumber(ledger.books.counters.invoice + 1), ...draft };
  const issued = post(ledger, { type: "invoice-issued", invoice });
  return { ledger: payFromCredit(issued, invoice.number, draft.issuedOn), invoice };
}

/** Sells a lump sum or a month of an allowance; with a standing payment the invoice is recorded paid the same day (ALW-3). */
export function sellHours(
  ledger: Ledger,
  allowance: Allowance,
  month: Month | null,
  draft: InvoiceDraft,
  /** The payment that a standing payment records. */
  standing: { readonly id: string; readonly sequence: number },
): InvoiceIssued {
  const issued = issueInvoice(ledger, draft);
  const { number } = issued.invoice;
  const sold = post(issued.ledger, { type: "hours-sold", allowance: allowance.id, month, invoice: number });
  const balance = sold.books.invoices.get(number)?.balance ?? 0;
  if (!allowance.paid || balance === 0) return { ...issued, ledger: sold };
  const money = { ...standing, on: draft.issuedOn, amount: balance, invoice: number, note: "Standing payment" };
  return { ...issued, ledger: pay(sold, money).ledger };
}

/**
 * Takes over an open invoice of another system under its own number. What was paid of it before these books were kept counts
 * from its issue: the other system knows when. Account credit pays into the rest, as into any other (INV-6).
 */
export function takeOverInvoice(
  ledger: Ledger,
  invoice: Invoice,
  balance: Cents,
  elsewhere: { readonly id: string; readonly sequence: number },
): { readonly ledger: Ledger; readonly payment: PaymentRecord | null } {
  const taken = post(ledger, { type: "invoice-issued", invoice });
  const { number, issuedOn: on, total } = invoice;
  const note = "Paid or credited before these books were kept";
  const paid =
    balance === total
      ? { ledger: taken, payment: null }
      : pay(taken, { ...elsewhere, on, amount: total - balance, invoice: number, note });
  return { ledger: payFromCredit(paid.ledger, number, on), payment: paid.payment };
}
