import { rejection, Slug, text } from "@cimpro/domain";
import { Refused } from "@cimpro/store";
import { z } from "zod";
import { commercial, everyone, financial, team } from "../access/roles.ts";
import { accountOf, businessDay, commandOf, type SignedIn } from "../context.ts";
import { ImportInvoices, importInvoices } from "../cut-over/invoices.ts";
import { tellStanding } from "../messages/tell.ts";
import { invoiceOf, VoidInvoice, voidInvoice } from "../money/credit.ts";
import { page, pageOf, placeOf } from "../paging.ts";
import { procedureFor, router } from "../trpc.ts";
import { heldTime } from "./held-time.ts";
import { invoiceSummary, invoiceView, pastDueBefore } from "./invoice-view.ts";
import { DraftRun, draftRun, Run, runBilling } from "./run.ts";

const number = z.string().max(40);

/** Sets a disputed invoice aside: it counts as settled for standing until it is resumed (INV-6). */
async function suspend(ctx: SignedIn, input: { readonly number: string; readonly reason: string }) {
  const { account } = await ctx.store.read((books) => invoiceOf(books, input.number));
  return ctx.store.write(commandOf(ctx, account, "invoice.suspended", input), async (books, head) => {
    const today = await businessDay(ctx, books, await accountOf(books, account));
    const invoice = await invoiceOf(books, input.number);
    if (invoice.balance === 0) throw new Refused(rejection("INVOICE_SETTLED", { invoice: invoice.number }));
    const answer = invoiceSummary({ ...invoice, suspended: true }, await pastDueBefore(books, today));
    if (invoice.suspended) return { answer, data: null, effectiveOn: today };
    await books.invoices.suspend(account, invoice.number, head.seq, today, input.reason);
    await tellStanding(books, await accountOf(books, account), today);
    return { answer, data: { invoice: invoice.number, reason: input.reason }, effectiveOn: today };
  });
}

/** Lets a suspended invoice count again from today (INV-6). */
async function resume(ctx: SignedIn, input: { readonly number: string }) {
  const { account } = await ctx.store.read((books) => invoiceOf(books, input.number));
  return ctx.store.write(commandOf(ctx, account, "invoice.resumed", input), async (books) => {
    const today = await businessDay(ctx, books, await accountOf(books, account));
    const invoice = await invoiceOf(books, input.number);
    const answer = invoiceSummary({ ...invoice, suspended: false }, await pastDueBefore(books, today));
    if (!invoice.suspended) return { answer, data: null, effectiveOn: today };
    await books.invoices.resume(account, invoice.number, today);
    await tellStanding(books, await accountOf(books, account), today);
    return { answer, data: { invoice: invoice.number }, effectiveOn: today };
  });
}

export const invoiceRouter = router({
  draft: procedureFor(team)
    .input(DraftRun)
    .query(({ ctx, input }) => draftRun(ctx, input)),

  /** Time that no run invoices until a change order is approved (DLV-5). */
  held: procedureFor(team)
    .input(z.object({ account: Slug.optional() }))
    .query(({ ctx, input }) =>
      ctx.store.read(async (books) => {
        if (input.account !== undefined) await accountOf(books, input.account);
        return { items: await heldTime(books, input.account) };
      }),
    ),

  run: procedureFor(financial)
    .input(Run)
    .mutation(({ ctx, input }) => runBilling(ctx, input)),

  list: procedureFor(everyone)
    .input(z.object({ account: Slug.optional(), status: z.enum(["all", "open"]).default("all"), ...page }))
    .query(({ ctx, input }) =>
      ctx.store.read(async (books) => {
        if (input.account !== undefined) await accountOf(books, input.account);
        const place = placeOf(input.cursor, z.tuple([z.string(), z.string()]));
        const rows = await books.invoices.list({
          account: input.account,
          open: input.status === "open",
          limit: input.limit + 1,
          ...(place === undefined ? {} : { before: { issuedOn: place[0], number: place[1] } }),
        });
        const before = await pastDueBefore(books, await businessDay(ctx, books));
        return pageOf(
          rows,
          input.limit,
          (row) => [row.issuedOn, row.number],
          (row) => invoiceSummary(row, before),
        );
      }),
    ),

  /** For a customer the account is named too, and the invoice must be its own. */
  show: procedureFor(everyone)
    .input(z.object({ number, account: Slug.optional() }))
    .query(({ ctx, input }) =>
      ctx.store.read(async (books) => {
        const record = await invoiceOf(books, input.number);
        if (input.account !== undefined && record.account !== input.account)
          throw new Refused(rejection("NOT_FOUND", { what: "invoice", id: input.number }));
        return invoiceView(books, record, await businessDay(ctx, books, await accountOf(books, record.account)));
      }),
    ),

  /** Open invoices of another system, under their own numbers. */
  import: procedureFor(commercial)
    .input(ImportInvoices)
    .mutation(({ ctx, input }) => importInvoices(ctx, input)),

  void: procedureFor(financial)
    .input(VoidInvoice)
    .mutation(({ ctx, input }) => voidInvoice(ctx, input)),

  suspend: procedureFor(financial)
    .input(z.object({ number, reason: text(1000).trim().min(3, "say what is disputed") }))
    .mutation(({ ctx, input }) => suspend(ctx, input)),

  resume: procedureFor(financial)
    .input(z.object({ number }))
    .mutation(({ ctx, input }) => resume(ctx, input)),
});
