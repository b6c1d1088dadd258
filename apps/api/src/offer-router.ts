import { policyOn } from "@cimpro/domain";
import { orNotFound } from "@cimpro/store";
import { businessDay } from "./context.ts";
import { publicProcedure, router } from "./trpc.ts";

export const offerRouter = router({
  /** What the practice offers and at which terms, today: for its public pages. */
  show: publicProcedure.query(({ ctx }) =>
    ctx.store.read(async (books) => {
      const { name, email, demo } = orNotFound(await books.practice.find(), "practice", "practice");
      const today = await businessDay(ctx, books);
      const { version, policy } = policyOn(await books.policies.all(), today);
      return { practice: { name, email, demo }, today, version, policy };
    }),
  ),
});
