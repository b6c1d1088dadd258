import { randomUUID } from "node:crypto";
import type { Allowance, InvoiceDraft } from "@cimpro/domain";
import type { Account, Books, Practice } from "@cimpro/store";
import { tellInvoiceIssued } from "../messages/tell.ts";
import { applier } from "../money/apply.ts";
import { payIn } from "../money/payment.ts";

/** Gives a draft its number and freezes it; account credit pays into it at once (INV-3, INV-6). The number is taken last. */
export async function issueInvoice(books: Books, draft: InvoiceDraft, sequence: number): Promise<string> {
  const number = await books.numbers.next("invoice");
  await books.invoices.insert(draft, number);
  await applier(books, draft.account, sequence).settleFromCredit({ number, total: draft.total }, draft.issuedOn);
  await tellInvoiceIssued(books, number, draft);
  return number;
}

/** Sells a lump sum or a month of an allowance; with a standing payment the invoice is recorded paid the same day (ALW-3). */
export async function issueAllowanceInvoice(
  books: Books,
  allowance: Allowance,
  month: string | null,
  draft: InvoiceDraft,
  sequence: number,
): Promise<string> {
  const number = await issueInvoice(books, draft, sequence);
  await books.allowances.insertSale(allowance.account, allowance.id, month, number);
  if (!allowance.paid) return number;
  const open = (await books.invoices.open(allowance.account)).find((invoice) => invoice.number === number);
  if (open !== undefined)
    await payIn(books, sequence, {
      id: randomUUID(),
      account: allowance.account,
      on: draft.issuedOn,
      amount: open.balance,
      invoice: number,
      note: "Standing payment",
    });
  return number;
}

/** The parties as they stand on the day of issue. */
export const partiesOf = (practice: Practice, account: Account) => ({
  from: { name: practice.name, address: practice.address, email: practice.email },
  to: { name: account.name, address: account.address, email: account.email },
});
