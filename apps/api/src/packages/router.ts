import { Day, Slug } from "@cimpro/domain";
import { orNotFound } from "@cimpro/store";
import { z } from "zod";
import { commercial, everyone } from "../access/roles.ts";
import { accountOf, businessDay } from "../context.ts";
import { procedureFor, router } from "../trpc.ts";
import { usageOf } from "./package-time.ts";
import { EndPackage, endPackage, SubscribePackage, subscribePackage, subscriptionView } from "./subscription.ts";

export const packageRouter = router({
  subscribe: procedureFor(commercial)
    .input(SubscribePackage)
    .mutation(({ ctx, input }) => subscribePackage(ctx, input)),

  end: procedureFor(commercial)
    .input(EndPackage)
    .mutation(({ ctx, input }) => endPackage(ctx, input)),

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
});
