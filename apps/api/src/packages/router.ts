import { Day, runsOn, Slug } from "@cimpro/domain";
import { orNotFound } from "@cimpro/store";
import { z } from "zod";
import { commercial, everyone, team } from "../access/roles.ts";
import { accountOf, businessDay } from "../context.ts";
import { filedPlaceOf, page, pageOf } from "../paging.ts";
import { procedureFor, router } from "../trpc.ts";
import { usageOf } from "./package-time.ts";
import { EndPackage, endPackage, SubscribePackage, subscribePackage, subscriptionView } from "./subscription.ts";
import { UpgradePackage, upgradePackage } from "./upgrade.ts";

export const packageRouter = router({
  subscribe: procedureFor(commercial)
    .input(SubscribePackage)
    .mutation(({ ctx, input }) => subscribePackage(ctx, input)),

  end: procedureFor(commercial)
    .input(EndPackage)
    .mutation(({ ctx, input }) => endPackage(ctx, input)),

  upgrade: procedureFor(commercial)
    .input(UpgradePackage)
    .mutation(({ ctx, input }) => upgradePackage(ctx, input)),

  list: procedureFor(everyone)
    .input(z.object({ account: Slug }))
    .query(({ ctx, input }) =>
      ctx.store.read(async (books) => {
        const account = await accountOf(books, input.account);
        const items = [];
        for (const each of await books.subscriptions.of(account.id))
          items.push(subscriptionView(each, await usageOf(books, each, each.orderedOn)));
        return { items };
      }),
    ),

  usage: procedureFor(everyone)
    .input(z.object({ account: Slug, subscription: Slug.optional(), asOf: Day.optional() }))
    .query(({ ctx, input }) =>
      ctx.store.read(async (books) => {
        const account = await accountOf(books, input.account);
        const asOf = input.asOf ?? (await businessDay(ctx, books, account));
        const wanted =
          input.subscription === undefined
            ? await books.subscriptions.of(account.id)
            : [
                orNotFound(
                  await books.subscriptions.find(account.id, input.subscription),
                  "package",
                  input.subscription,
                ),
              ];
        const items = [];
        for (const each of wanted) {
          const usage = await usageOf(books, each, asOf);
          const { months, outsideMinutes } = usage;
          items.push({ ...subscriptionView(each, usage), months, outsideMinutes });
        }
        return { asOf, items };
      }),
    ),

  /** Those of all accounts with the use of their month: those that have a last day, then the others, by order (PKG-7). */
  overview: procedureFor(team)
    .input(z.object({ ...page, asOf: Day.optional() }))
    .query(({ ctx, input }) =>
      ctx.store.read(async (books) => {
        const asOf = input.asOf ?? (await businessDay(ctx, books));
        const found = pageOf(
          await books.subscriptions.across({
            limit: input.limit + 1,
            after: filedPlaceOf(input.cursor),
          }),
          input.limit,
          ({ lastOn, orderedOn, account, id }) => [lastOn === null ? "running" : "ending", orderedOn, account, id],
          (each) => each,
        );
        const items = [];
        for (const each of found.items) {
          const usage = await usageOf(books, each, asOf);
          const accountName = (await books.accounts.find(each.account))?.name ?? each.account;
          items.push({
            ...subscriptionView(each, usage),
            accountName,
            /** The billing month of the day; null where the package does not run on it. */
            month: runsOn(each, asOf) ? (usage.months.at(-1) ?? null) : null,
            monthsOver: usage.months.filter(({ over }) => over !== null).length,
            outsideMinutes: usage.outsideMinutes,
          });
        }
        return { asOf, items, nextCursor: found.nextCursor };
      }),
    ),
});
