import { Slug } from "@cimpro/domain";
import { z } from "zod";
import { delivering, everyone, managing, team } from "../access/roles.ts";
import { accountOf, businessDay } from "../context.ts";
import { filedPlaceOf, page, pageOf } from "../paging.ts";
import { procedureFor, router } from "../trpc.ts";
import {
  answerFor,
  CheckItem,
  checkItem,
  DoneStep,
  doneStep,
  planOf,
  planRow,
  SavePlan,
  savePlan,
} from "./saved-plan.ts";

export const planRouter = router({
  save: procedureFor(delivering)
    .input(SavePlan)
    .mutation(({ ctx, input }) => savePlan(ctx, input)),

  done: procedureFor(managing)
    .input(DoneStep)
    .mutation(({ ctx, input }) => doneStep(ctx, input)),

  check: procedureFor(managing)
    .input(CheckItem)
    .mutation(({ ctx, input }) => checkItem(ctx, input)),

  show: procedureFor(everyone)
    .input(z.object({ account: Slug, plan: Slug.optional() }))
    .query(({ ctx, input }) =>
      ctx.store.read(async (books) => {
        const account = await accountOf(books, input.account);
        const plan = await planOf(books, account.id, input.plan);
        return answerFor(books, plan, await businessDay(ctx, books, account));
      }),
    ),

  list: procedureFor(everyone)
    .input(z.object({ account: Slug }))
    .query(({ ctx, input }) =>
      ctx.store.read(async (books) => {
        const account = await accountOf(books, input.account);
        const today = await businessDay(ctx, books, account);
        const items = [];
        for (const plan of await books.plans.of(account.id)) {
          const { milestones, goLive } = await answerFor(books, plan, today);
          items.push({ ...plan, milestones, goLive });
        }
        return { items };
      }),
    ),

  /** Those of all accounts with their next step and what is late: by kind of project, then the day of the order. */
  overview: procedureFor(team)
    .input(z.object(page))
    .query(({ ctx, input }) =>
      ctx.store.read(async (books) => {
        const today = await businessDay(ctx, books);
        const found = pageOf(
          await books.plans.across({
            limit: input.limit + 1,
            after: filedPlaceOf(input.cursor),
          }),
          input.limit,
          ({ project, orderedOn, account, id }) => [project, orderedOn, account, id],
          (plan) => plan,
        );
        const items = [];
        for (const plan of found.items) items.push(await planRow(books, plan, today));
        return { items, nextCursor: found.nextCursor };
      }),
    ),
});
