import { draftOpeningInvoice, InvoiceRow, ok, rejection, runTerms, takeOverInvoice } from "@cimpro/domain";
import { type Books, orNotFound, orRefuse, Refused } from "@cimpro/store";
import { z } from "zod";
import { partiesOf } from "../billing/parties.ts";
import { accountToday, commandOf, notAfterToday, type SignedIn } from "../context.ts";
import { decideOn } from "../ledger/decide-on.ts";
import { factIdOf } from "./fact-id.ts";
import { importRows, mostRows, type Taken } from "./import-rows.ts";

export const ImportInvoices = z.object({ rows: z.array(InvoiceRow).min(1).max(mostRows) });

/** Takes over open invoices of another system under their own numbers (INV-5, INV-6). */
export const importInvoices = (ctx: SignedIn, { rows }: z.infer<typeof ImportInvoices>) =>
  importRows(ctx, rows, InvoiceRow, ({ number }) => number, takeInvoice);

const takeInvoice = (ctx: SignedIn, row: InvoiceRow): Promise<Taken> =>
  ctx.store.write(commandOf(ctx, row.account, "invoice.taken-over", row), async (books, head) => {
    const { account, today } = await accountToday(ctx, books, row.account);
    const { number, issuedOn } = row;
    if (await isTakenOver(books, row)) return { answer: "duplicate" as const, data: null, effectiveOn: today };
    notAfterToday("invoice", issuedOn, today);
    const practice = orNotFound(await books.practice.find(), "practice", "practice");
    const { currency, policy } = runTerms(await books.policies.all(), today);
    const draft = orRefuse(draftOpeningInvoice(row, { ...partiesOf(practice, account), currency, policy }));
    const elsewhere = { id: factIdOf("payment", account.id, number), sequence: head.seq };
    const { payment } = await decideOn(books, head, account.id, {}, (ledger) =>
      ok(takeOverInvoice(ledger, { number, ...draft }, row.balance, elsewhere)),
    );
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
