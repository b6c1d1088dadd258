import { randomUUID } from "node:crypto";
import {
  Day,
  FactId,
  Note,
  ok,
  type PaymentRecord,
  pay,
  rejection,
  reversePayment as reversed,
  Slug,
  text,
} from "@cimpro/domain";
import { type Books, Refused } from "@cimpro/store";
import { z } from "zod";
import { accountToday, commandOf, notAfterToday, type SignedIn } from "../context.ts";
import { decideOn } from "../ledger/decide-on.ts";
import { tellStanding } from "../messages/tell.ts";
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
    const { account, today } = await accountToday(ctx, books, input.account);
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
    const { amount, invoice = null, note } = input;
    const money = { id: input.id ?? randomUUID(), sequence: head.seq, on, amount, invoice, note };
    const wanted = invoice === null ? {} : { invoice };
    const { payment } = await decideOn(books, head, account.id, wanted, (ledger) => ok(pay(ledger, money)));
    await tellStanding(books, account, today);
    return { answer: { payment: await paymentView(books, payment) }, data: { payment }, effectiveOn: on };
  });
}

/** Takes a payment back (a returned cheque): what it settled is open again from today (INV-6). */
export async function reversePayment(ctx: SignedIn, input: z.infer<typeof ReversePayment>) {
  return ctx.store.write(commandOf(ctx, input.account, "payment.reversed", input), async (books, head) => {
    const { account, today } = await accountToday(ctx, books, input.account);
    const { payment: id, reason } = input;
    const { payment } = await decideOn(books, head, account.id, { payment: id }, (ledger) =>
      reversed(ledger, id, today),
    );
    await tellStanding(books, account, today);
    return {
      answer: { payment: await paymentView(books, payment) },
      data: { payment: id, reason },
      effectiveOn: today,
    };
  });
}

export async function paymentView(
  books: Books,
  { sequence: _sequence, ...payment }: PaymentRecord,
): Promise<PaymentView> {
  const applied = await books.applications.ofSource(payment.account, "payment", [payment.id]);
  return {
    ...payment,
    applications: applied.map(({ invoice, amount, on }) => ({ invoice, amount, on })),
  };
}
