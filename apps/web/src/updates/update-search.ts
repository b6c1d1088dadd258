import { z } from "zod";
import type { CompatibilityReview, Customization, VersionUpdate } from "../api/answers.ts";

/** What the address says about updates: a filter, the open form and what it is about. */
export const UpdateSearch = z.object({
  account: z.string().optional().catch(undefined),
  ask: z.enum(["update", "review"]).optional().catch(undefined),
  /** A review: its account and id. */
  of: z.string().optional().catch(undefined),
  review: z.string().optional().catch(undefined),
  sort: z.string().optional().catch(undefined),
});
export type UpdateSearch = z.infer<typeof UpdateSearch>;

/** A review with what it is about, as people call it. */
export interface ReviewToDecide {
  readonly review: CompatibilityReview;
  readonly update: VersionUpdate;
  /** The name of the customization, or its id where nobody keeps one. */
  readonly name: string;
}

type Named = Pick<Customization, "account" | "id" | "name">;

/** Every review of these updates with the name of its customization; the update that comes first leads. */
export function reviewsOf(
  updates: readonly VersionUpdate[],
  customizations: readonly Named[],
): readonly ReviewToDecide[] {
  const names = new Map(customizations.map(({ account, id, name }) => [`${account} ${id}`, name]));
  return updates
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.account.localeCompare(b.account, "en")))
    .flatMap((update) =>
      update.reviews.map((review) => ({
        review,
        update,
        name: names.get(`${review.account} ${review.customization}`) ?? review.customization,
      })),
    );
}

/** The latest thing said about a customization by a review: of the latest update that has decided. */
export const lastDecided = (
  reviews: readonly ReviewToDecide[],
  { account, id }: Pick<Customization, "account" | "id">,
): ReviewToDecide | undefined =>
  reviews.findLast(
    ({ review }) => review.account === account && review.customization === id && review.state !== "open",
  );
