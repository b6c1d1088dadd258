import { addMinuteAccounts, allowanceOf, Day, noMinutes, Slug } from "@cimpro/domain";
import type { Account } from "@cimpro/store";
import { z } from "zod";
import { commercial, everyone } from "../access/roles.ts";
import { accountOf, businessDay } from "../context.ts";
import { ImportAccounts, importAccounts } from "../cut-over/accounts.ts";
import { page, pageOf, placeOf } from "../paging.ts";
import { standingOn } from "../standing.ts";
import { ownProcedureFor, procedureFor, router } from "../trpc.ts";
import { type AccountSummary, accountFigures, accountSummary } from "./account-summary.ts";
import { knownSummaries } from "./known-summaries.ts";
import { EditAccount, editAccount, OpenAccount, openAccount } from "./open-account.ts";

const asOf = Day.optional();

export const accountRouter = router({
  open: procedureFor(commercial)
    .input(OpenAccount)
    .mutation(({ ctx, input }) => openAccount(ctx, input)),

  edit: procedureFor(commercial)
    .input(EditAccount)
    .mutation(({ ctx, input }) => editAccount(ctx, input)),

  /** Opens the accounts of another system; known ones are duplicates. */
  import: procedureFor(commercial)
    .input(ImportAccounts)
    .mutation(({ ctx, input }) => importAccounts(ctx, input)),

  /** A customer's people find their own account in it, and no other. */
  list: ownProcedureFor(everyone)
    .input(z.object({ ...page, asOf }))
    .query(({ ctx, input }) =>
      ctx.store.read(async (books) => {
        const after = placeOf(input.cursor, z.tuple([z.string()]))?.[0];
        const own = ctx.actor.account;
        const accounts =
          own === undefined
            ? await books.accounts.list({ after, limit: input.limit + 1 })
            : [await accountOf(books, own)].filter(({ id }) => after === undefined || id > after);
        const versions = await books.policies.all();
        const day = input.asOf ?? (await businessDay(ctx, books));
        const summaryOf =
          input.asOf === undefined
            ? await knownSummaries(ctx.store, books, versions, day)
            : (account: Account) => accountSummary(books, versions, account, day, true);
        const summaries: AccountSummary[] = [];
        for (const account of accounts) summaries.push(await summaryOf(account));
        return pageOf(
          summaries,
          input.limit,
          ({ id }) => [id],
          (summary) => summary,
        );
      }),
    ),

  show: procedureFor(everyone)
    .input(z.object({ account: Slug, asOf }))
    .query(({ ctx, input }) =>
      ctx.store.read(async (books) => {
        const account = await accountOf(books, input.account);
        const day = input.asOf ?? (await businessDay(ctx, books, account));
        const versions = await books.policies.all();
        const figures = await accountFigures(books, versions, account.id, day, input.asOf !== undefined);
        const days = await books.minuteAccounts.byDay({ account: account.id, to: day });
        const alerts = await books.allowances.alerts(account.id);
        return {
          ...account,
          ...figures,
          closedThrough: (await books.accounts.head(account.id))?.closedThrough ?? null,
          deliverables: (await books.deliverables.list(account.id)).map(({ id, name }) => ({ id, name })),
          alerts: alerts.map((alert) => ({ allowance: allowanceOf(alert.grant), ...alert })),
          minutes: days.reduce((sum, each) => addMinuteAccounts(sum, each.minutes), noMinutes),
        };
      }),
    ),

  standing: procedureFor(everyone)
    .input(z.object({ account: Slug, asOf }))
    .query(({ ctx, input }) =>
      ctx.store.read(async (books) => {
        const account = await accountOf(books, input.account);
        const day = input.asOf ?? (await businessDay(ctx, books, account));
        return standingOn(books, await books.policies.all(), account.id, day);
      }),
    ),
});
