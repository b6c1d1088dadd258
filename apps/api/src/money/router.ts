import { Day, Slug, statementOf } from "@cimpro/domain";
import { orNotFound } from "@cimpro/store";
import { z } from "zod";
import { everyone, financial } from "../access/roles.ts";
import { accountOf, businessDay, currencyOf } from "../context.ts";
import { page, pageOf, placeOf } from "../paging.ts";
import { procedureFor, router } from "../trpc.ts";
import { IssueCredit, issueCredit } from "./credit.ts";
import { paymentView, RecordPayment, ReversePayment, recordPayment, reversePayment } from "./payment.ts";

export const paymentRouter = router({
  record: procedureFor(financial)
    .input(RecordPayment)
    .mutation(({ ctx, input }) => recordPayment(ctx, input)),

  reverse: procedureFor(financial)
    .input(ReversePayment)
    .mutation(({ ctx, input }) => reversePayment(ctx, input)),

  list: procedureFor(everyone)
    .input(z.object({ account: Slug, ...page }))
    .query(({ ctx, input }) =>
      ctx.store.read(async (books) => {
        const account = await accountOf(books, input.account);
        const place = placeOf(input.cursor, z.tuple([z.string(), z.int()]));
        const rows = await books.payments.list(account.id, {
          limit: input.limit + 1,
          ...(place === undefined ? {} : { before: { on: place[0], sequence: place[1] } }),
        });
        const { items, nextCursor } = pageOf(
          rows,
          input.limit,
          ({ on, sequence }) => [on, sequence],
          (row) => row,
        );
        const views = [];
        for (const payment of items) views.push(await paymentView(books, payment));
        return { items: views, nextCursor };
      }),
    ),
});

export const creditRouter = router({
  issue: procedureFor(financial)
    .input(IssueCredit)
    .mutation(({ ctx, input }) => issueCredit(ctx, input)),

  list: procedureFor(everyone)
    .input(z.object({ account: Slug.optional(), ...page }))
    .query(({ ctx, input }) =>
      ctx.store.read(async (books) => {
        if (input.account !== undefined) await accountOf(books, input.account);
        const before = placeOf(input.cursor, z.tuple([z.string()]))?.[0];
        const rows = await books.creditMemos.list({ account: input.account, limit: input.limit + 1, before });
        return pageOf(
          rows,
          input.limit,
          ({ memo }) => [memo.number],
          ({ memo, unapplied }) => ({ ...memo, unapplied }),
        );
      }),
    ),

  /** For a customer the account is named too, and the memo must be its own. */
  show: procedureFor(everyone)
    .input(z.object({ number: z.string().max(40), account: Slug.optional() }))
    .query(({ ctx, input }) =>
      ctx.store.read(async (books) => {
        const found = await books.creditMemos.find(input.number);
        const meant = input.account === undefined || found?.memo.account === input.account ? found : undefined;
        const { memo, unapplied } = orNotFound(meant, "credit memo", input.number);
        return { ...memo, unapplied };
      }),
    ),
});

export const statementRouter = router({
  show: procedureFor(everyone)
    .input(z.object({ account: Slug, from: Day.optional(), to: Day.optional() }))
    .query(({ ctx, input }) =>
      ctx.store.read(async (books) => {
        const account = await accountOf(books, input.account);
        const to = input.to ?? (await businessDay(ctx, books, account));
        const head = orNotFound(await books.accounts.head(account.id), "account", account.id);
        return {
          account: account.id,
          currency: currencyOf(await books.policies.all()),
          ...statementOf(await books.statementFacts(account.id), to, input.from ?? null),
          head: { seq: head.seq, hash: head.hash },
        };
      }),
    ),
});
