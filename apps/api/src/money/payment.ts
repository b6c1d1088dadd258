import { randomUUID } from "node:crypto";
import { Day, FactId, Note, rejection, Slug, text } from "@cimpro/domain";
import { type Books, orNotFound, type PaymentRecord, Refused } from "@cimpro/store";
import { z } from "zod";
import { accountOf, businessDay, commandOf, notAfterToday, type SignedIn } from "../context.ts";
import { tellStanding } from "../messages/tell.ts";
import { applier } from "./apply.ts";
import { invoiceOf } from "./credit.ts";

export const RecordPayment = z.object({
  account: Slug,
  amount: z.int("must be whole cents").min(1, "must be more than zero").max(1_000_000_000_000),
  invoice: z.string().max(40).optional(),
  on: Day.optional(),
  note: Note.default(""),
  id: FactId.optional(),
});
export const ReversePayment = z.object({ account: Slug, payment: FactId, reason: text(1000).default("") });

/** A payment as callers see it, with the invoices it settled. */
export interface PaymentView extends Omit<PaymentRecord, "sequence"> {
  readonly applications: readonly { readonly invoice: string; readonly amount: number; readonly on: string }[];
}

/** Records money that came in and applies it: to the named invoice, then oldest first; the rest is account credit (INV-6). */
export async function recordPayment(ctx: SignedIn, input: z.infer<typeof RecordPayment>) {
  return ctx.store.write(commandOf(ctx, input.account, "payment.recorded", input), async (books, head) => {
    const account = await accountOf(books, input.account);
    const today = await businessDay(ctx, books, account);
    const on = input.on ?? today;
    notAfterToday("payment", on, today);
    if (input.invoice !== undefined) {
      const invoice = await invoiceOf(books, input.invoice);
      if (invoice.account !== account.id)
        throw new Refused(rejection("NOT_FOUND", { what: `invoice of ${account.id}`, id: input.invoice }));
    }
    const known = input.id === undefined ? undefined : await books.payments.find(account.id, input.id);
    if (known !== undefined) {
      const same =
        known.amount === input.amount &&
        known.invoice === (input.invoice ?? null) &&
        known.note === input.note &&
        (input.on === undefined || known.on === input.on);
      if (!same) throw new Refused(rejection("PAYMENT_EXISTS", { payment: known.id }));
      return { answer: { payment: await paymentView(books, known) }, data: null, effectiveOn: on };
    }
    const payment = await payIn(books, head.seq, {
      id: input.id ?? randomUUID(),
      account: account.id,
      on,
      amount: input.amount,
      invoice: input.invoice ?? null,
      note: input.note,
    });
    await tellStanding(books, account, today);
    return { answer: { payment: await paymentView(books, payment) }, data: { payment }, effectiveOn: on };
  });
}

/** Records a payment within a command. */
export async function payIn(
  books: Books,
  sequence: number,
  money: Pick<PaymentRecord, "id" | "account" | "on" | "amount" | "invoice" | "note">,
): Promise<PaymentRecord> {
  const payment: PaymentRecord = { ...money, sequence, unapplied: money.amount, reversedOn: null };
  await books.payments.insert(payment);
  const pay = applier(books, money.account, sequence);
  const unapplied = await pay.spread("payment", money.id, money.amount, money.on, money.invoice);
  await books.applications.take(money.account, "payment", money.id, money.amount - unapplied);
  return { ...payment, unapplied };
}

/** Takes a payment back (a returned cheque): what it settled is open again from today (INV-6). */
export async function reversePayment(ctx: SignedIn, input: z.infer<typeof ReversePayment>) {
  return ctx.store.write(commandOf(ctx, input.account, "payment.reversed", input), async (books) => {
    const account = await accountOf(books, input.account);
    const today = await businessDay(ctx, books, account);
    const payment = orNotFound(await books.payments.find(account.id, input.payment), "payment", input.payment);
    if (payment.reversedOn !== null) throw new Refused(rejection("PAYMENT_REVERSED", { payment: payment.id }));
    for (const each of await books.applications.ofSource(account.id, "payment", [payment.id]))
      await books.invoices.addBalance(account.id, each.invoice, each.amount);
    await books.applications.reverse(account.id, payment.id, today);
    await books.payments.markReversed(account.id, payment.id, today);
    await tellStanding(books, account, today);
    const reversed = { ...payment, unapplied: 0, reversedOn: today };
    const answer = { payment: await paymentView(books, reversed) };
    return { answer, data: { payment: payment.id, reason: input.reason }, effectiveOn: today };
  });
}

export async function paymentView(
  books: Books,
  { sequence: _sequence, ...payment }: PaymentRecord,
): Promise<PaymentView> {
  const applied = await books.applications.ofSource(payment.account, "payment", [payment.id]);
  return {
    ...payment,
    applications: applied.map(({ invoice, amount, applied_on }) => ({ invoice, amount, on: applied_on })),
  };
}
