import { CreditReason, creditLine, Note, voidInvoice as voided } from "@cimpro/domain";
import { type Books, type InvoiceRecord, orNotFound } from "@cimpro/store";
import { z } from "zod";
import { accountToday, commandOf, type SignedIn } from "../context.ts";
import { decideOn } from "../ledger/decide-on.ts";
import { tellStanding } from "../messages/tell.ts";

export const IssueCredit = z.object({
  number: z.string().max(40),
  line: z.int().min(1),
  minutes: z.int().min(1),
  reason: CreditReason,
  note: Note.default(""),
});
export const VoidInvoice = z.object({
  number: z.string().max(40),
  reason: CreditReason.default("rebill"),
  note: Note.default(""),
});

/** Credits minutes of one line with a memo that names them (INV-3). */
export async function issueCredit(ctx: SignedIn, input: z.infer<typeof IssueCredit>) {
  const { account: id } = await ctx.store.read(async (books) => invoiceOf(books, input.number));
  return ctx.store.write(commandOf(ctx, id, "credit-memo.issued", input), async (books, head) => {
    const { account, today } = await accountToday(ctx, books, id);
    const { number: invoice, ...asked } = input;
    const { memo: creditMemo } = await decideOn(books, head, account.id, { invoice }, (ledger) =>
      creditLine(ledger, { ...asked, invoice, today }),
    );
    await tellStanding(books, account, today);
    return { answer: { creditMemo }, data: { creditMemo }, effectiveOn: today };
  });
}

/** Credits all that is left of an invoice and links the two (INV-3). */
export async function voidInvoice(ctx: SignedIn, input: z.infer<typeof VoidInvoice>) {
  const { account: id } = await ctx.store.read(async (books) => invoiceOf(books, input.number));
  return ctx.store.write(commandOf(ctx, id, "invoice.voided", input), async (books, head) => {
    const { account, today } = await accountToday(ctx, books, id);
    const { number: invoice, reason, note } = input;
    const { memo: creditMemo } = await decideOn(books, head, account.id, { invoice }, (ledger) =>
      voided(ledger, { invoice, reason, note, today }),
    );
    await tellStanding(books, account, today);
    return { answer: { creditMemo }, data: { creditMemo }, effectiveOn: today };
  });
}

export const invoiceOf = async (books: Books, number: string): Promise<InvoiceRecord> =>
  orNotFound(await books.invoices.find(number), "invoice", number);
