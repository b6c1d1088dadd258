import { Day, PremiumDecision, rejection, Slug } from "@cimpro/domain";
import { type Books, orNotFound, Refused } from "@cimpro/store";
import { z } from "zod";
import { commercial, delivering, everyone } from "../access/roles.ts";
import { accountOf, businessDay } from "../context.ts";
import { filedPlaceOf, page, pageOf, pageWithin } from "../paging.ts";
import { procedureFor, router } from "../trpc.ts";
import {
  ConfirmPremium,
  confirmPremium,
  DeclinePremium,
  declinePremium,
  ProposePremium,
  previewPremium,
  proposePremium,
} from "./decide.ts";
import { leadTimeClockOf } from "./lead-time-facts.ts";
import { AmendWait, AnswerWait, amendWait, answerWait, StartWait, StopWait, startWait, stopWait } from "./waits.ts";

export const waitRouter = router({
  start: procedureFor(delivering)
    .input(StartWait)
    .mutation(({ ctx, input }) => startWait(ctx, input)),

  stop: procedureFor(delivering)
    .input(StopWait)
    .mutation(({ ctx, input }) => stopWait(ctx, input)),

  /** The customer's people answer what they were asked. */
  answer: procedureFor(everyone)
    .input(AnswerWait)
    .mutation(({ ctx, input }) => answerWait(ctx, input)),

  amend: procedureFor(delivering)
    .input(AmendWait)
    .mutation(({ ctx, input }) => amendWait(ctx, input)),

  /** Those of an account in the order in which they were said; without one, those that last in all accounts. */
  list: procedureFor(everyone)
    .input(z.object({ ...page, account: Slug.optional(), deliverable: Slug.optional() }))
    .query(({ ctx, input }) =>
      ctx.store.read(async (books) => {
        if (input.account !== undefined) {
          const account = await accountOf(books, input.account);
          return pageWithin(await books.waits.of(account.id, input.deliverable), input);
        }
        const waits = await books.waits.across({
          states: ["lasting"],
          limit: input.limit + 1,
          after: filedPlaceOf(input.cursor),
        });
        return pageOf(
          waits,
          input.limit,
          ({ from, account, id }) => ["lasting", from, account, id],
          (wait) => wait,
        );
      }),
    ),
});

export const premiumRouter = router({
  propose: procedureFor(commercial)
    .input(ProposePremium)
    .mutation(({ ctx, input }) => proposePremium(ctx, input)),

  /** What proposing would come to; nothing is written. */
  preview: procedureFor(commercial)
    .input(ProposePremium)
    .query(({ ctx, input }) => previewPremium(ctx, input)),

  confirm: procedureFor(commercial)
    .input(ConfirmPremium)
    .mutation(({ ctx, input }) => confirmPremium(ctx, input)),

  decline: procedureFor(commercial)
    .input(DeclinePremium)
    .mutation(({ ctx, input }) => declinePremium(ctx, input)),

  /** Settlements of an account, or of all; those to decide, unless states are named. */
  list: procedureFor(everyone)
    .input(
      z.object({
        ...page,
        account: Slug.optional(),
        states: z.array(PremiumDecision.unwrap().shape.state).min(1).optional(),
      }),
    )
    .query(({ ctx, input }) =>
      ctx.store.read(async (books) => {
        if (input.account !== undefined) {
          const account = await accountOf(books, input.account);
          const all = await books.premiumDecisions.of(account.id);
          const { states } = input;
          return pageWithin(
            all.filter(({ state }) => states === undefined || states.includes(state)),
            input,
          );
        }
        const decisions = await books.premiumDecisions.across({
          states: input.states ?? ["proposed"],
          limit: input.limit + 1,
          after: filedPlaceOf(input.cursor),
        });
        return pageOf(
          decisions,
          input.limit,
          ({ state, deliveredOn, account, id }) => [state, deliveredOn, account, id],
          (decision) => decision,
        );
      }),
    ),

  show: procedureFor(everyone)
    .input(z.object({ account: Slug, deliverable: Slug }))
    .query(({ ctx, input }) =>
      ctx.store.read(async (books) => {
        const account = await accountOf(books, input.account);
        const decision = orNotFound(
          await books.premiumDecisions.find(account.id, input.deliverable),
          `settlement of ${account.id}`,
          input.deliverable,
        );
        const clock = await clockOf(books, decision.account, decision.id, await businessDay(ctx, books, account));
        return { ...decision, leadTime: clock.leadTime, sentence: clock.sentence };
      }),
    ),
});

export const leadTimeRouter = router({
  clock: procedureFor(everyone)
    .input(z.object({ account: Slug, deliverable: Slug, asOf: Day.optional() }))
    .query(({ ctx, input }) =>
      ctx.store.read(async (books) => {
        const account = await accountOf(books, input.account);
        const today = input.asOf ?? (await businessDay(ctx, books, account));
        const deliverable = orNotFound(
          await books.deliverables.find(account.id, input.deliverable),
          `deliverable of ${account.id}`,
          input.deliverable,
        );
        return clockOf(books, account.id, deliverable.id, today);
      }),
    ),
});

async function clockOf(books: Books, account: string, deliverable: string, today: string) {
  const clock = await leadTimeClockOf(books, account, deliverable, today);
  if (clock === null) throw new Refused(rejection("PREMIUM_NONE", { deliverable }));
  return { account, deliverable, ...clock };
}
