import { draftOpeningInvoice, InvoiceRow, rejection, runTerms } from "@cimpro/domain";
import { type Books, orNotFound, orRefuse, type PaymentRecord, Refused } from "@cimpro/store";
import { z } from "zod";
import { partiesOf } from "../billing/issue.ts";
import { accountToday, commandOf, notAfterToday, type SignedIn } from "../context.ts";
import { applier } from "../money/apply.ts";
import { payIn } from "../money/payment.ts";
import { factIdOf } from "./fact-id.ts";
import { importRows, mostRows, type Taken } from "./import-rows.ts";

export const ImportInvoices = z.object({ rows: z.array(InvoiceRow).min(1).max(mostRows) });

/** Takes over open invoices of another system under their own numbers (INV-5, INV-6). */
export const importInvoices = (ctx: SignedIn, { rows }: z.infer<typeof ImportInvoices>) =>
  importRows(ctx, rows, ({ number }) => number, takeInvoice);

const takeInvoice = (ctx: SignedIn, row: InvoiceRow): Promise<Taken> =>
  ctx.store.write(commandOf(ctx, row.account, "invoice.taken-over", row), async (books, head) => {
    const { account, today } = await accountToday(ctx, books, row.account);
    const { number, issuedOn } = row;
    if (await isTakenOver(books, row)) return { answer: "duplicate" as const, data: null, effectiveOn: today };
    notAfterToday("invoice", issuedOn, today);
    const practice = orNotFound(await books.practice.find(), "practice", "practice");
    const { currency, policy } = runTerms(await books.policies.all(), today);
    const draft = orRefuse(draftOpeningInvoice(row, { ...partiesOf(practice, account), currency, policy }));
    await books.invoices.insert(draft, number);
    const payment = await payElsewhere(books, head.seq, row);
    // Money that came in here before the invoice was taken over pays into it, as into any other (INV-6).
    await applier(books, account.id, head.seq).settleFromCredit({ number, total: row.balance }, issuedOn);
    const data = { invoice: { number, ...draft }, payment };
    return { answer: "accepted" as const, data, effectiveOn: issuedOn };
  });

/** The same invoice again; another one of that number is refused. */
async function isTakenOver(books: Books, { number, account, issuedOn, total }: InvoiceRow): Promise<boolean> {
  const known = await books.invoices.find(number);
  if (known === undefined) return false;
  const same =
    known.kind === "opening" && known.account === account && known.issuedOn === issuedOn && known.total === total;
  if (!same) throw new Refused(rejection("INVOICE_EXISTS", { invoice: number }));
  return true;
}

/** What was paid of it before these books were kept; the other system knows when, so here it counts from the issue. */
async function payElsewhere(
  books: Books,
  sequence: number,
  { account, number, issuedOn, total, balance }: InvoiceRow,
): Promise<PaymentRecord | null> {
  if (balance === total) return null;
  return payIn(books, sequence, {
    ...{ id: factIdOf("payment", account, number), account, on: issuedOn, amount: total - balance, invoice: number },
    note: "Paid or credited before these books were kept",
  });
}
