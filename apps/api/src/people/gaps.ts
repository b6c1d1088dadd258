import {
  type Gaps,
  gapsOf,
  hatAssignments,
  PackageContext,
  ProjectChange,
  ProjectKind,
  policyOn,
  runsOn,
  Slug,
} from "@cimpro/domain";
import { orNotFound, orRefuse } from "@cimpro/store";
import { z } from "zod";
import { accountOf, businessDay, type SignedIn } from "../context.ts";

export const FindGaps = z.object({
  account: Slug,
  /** A plan on the books says kind and changes, unless they are stated; hats of its project count. */
  plan: Slug.optional(),
  project: ProjectKind.optional(),
  changed: z.array(ProjectChange).readonly().optional(),
  stage: z.int().optional(),
  context: PackageContext.default("project"),
});

/** Hats that nobody fills, what they block, and the roles on our side that no package of the account fills (ROLE-4). */
export async function findGaps(ctx: SignedIn, input: z.infer<typeof FindGaps>): Promise<Gaps> {
  return ctx.store.read(async (books) => {
    const account = await accountOf(books, input.account);
    const today = await businessDay(ctx, books, account);
    const plan =
      input.plan === undefined
        ? undefined
        : orNotFound(await books.plans.find(account.id, input.plan), "plan", input.plan);
    const versions = await books.policies.all();
    const { implementation } = policyOn(versions, plan?.orderedOn ?? today).policy;
    const { packages } = policyOn(versions, today).policy;
    const { stage, context } = input;
    const request = {
      project: input.project ?? plan?.project ?? "first",
      changed: input.changed ?? plan?.changed ?? [],
      ...(stage === undefined ? {} : { stage }),
      context,
    };
    // A package fills roles where it was bought for (PKG-2).
    const subscribed = (await books.subscriptions.of(account.id)).filter(
      (each) => each.context === context && runsOn(each, today),
    );
    const facts = {
      assignments: hatAssignments(await books.people.of(account.id), plan?.id ?? null),
      packages: subscribed.map((each) => each.package),
    };
    return orRefuse(gapsOf(request, facts, { implementation, packages }));
  });
}
