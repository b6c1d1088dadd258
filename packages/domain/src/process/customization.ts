import { z } from "zod";
import { Day } from "../values/day.ts";
import { Slug, slugOf } from "../values/id.ts";
import { rejection } from "../values/rejection.ts";
import { ok, type Result, refused } from "../values/result.ts";
import { Name, Note } from "../values/text.ts";

/** What reached long-term support: outside product support, its later work is new work (PROC-8). */
export const Customization = z
  .object({
    account: Slug,
    /** The deliverable that brought it live. */
    id: Slug,
    name: Name,
    /** The deliverables that made it: the one that brought it live, then those of later work on it (PROC-9). */
    deliverables: z.array(Slug).readonly(),
    /** The day it was published, or entered support where nobody stated that. */
    liveSince: Day,
    state: z.enum(["live", "retired"]),
    retiredOn: Day.nullable(),
    retiredBy: Name.nullable(),
    note: Note,
  })
  .readonly();
export type Customization = z.infer<typeof Customization>;

/** A new version of the platform, which does not test customizations (PROC-9). */
export const VersionUpdate = z
  .object({
    account: Slug,
    /** Made of the version. */
    id: Slug,
    version: Name,
    /** The day of the update. */
    on: Day,
    openedBy: Name,
    openedOn: Day,
    /** `reviewed` once every review that it opened is decided. */
    state: z.enum(["open", "reviewed"]),
  })
  .readonly();
export type VersionUpdate = z.infer<typeof VersionUpdate>;

export const ReviewOutcome = z.enum(["compatible", "needs-work", "retired"]);
export type ReviewOutcome = z.infer<typeof ReviewOutcome>;

/** Whether a customization works with a version: one for each that was live when the update was opened (PROC-9). */
export const CompatibilityReview = z
  .object({
    account: Slug,
    /** `{update}-{customization}`. */
    id: z.string(),
    update: Slug,
    customization: Slug,
    state: z.enum(["open", ...ReviewOutcome.options]),
    decidedBy: Name.nullable(),
    decidedOn: Day.nullable(),
    note: Note,
    /** The new work that it needs, scoped like any other (PROC-8). */
    deliverable: Slug.nullable(),
  })
  .readonly();
export type CompatibilityReview = z.infer<typeof CompatibilityReview>;

/** The id that a version gives its update. */
export const updateIdOf = (version: string): Slug => slugOf(version, "update");

/** An update with a review for each live customization, in the order in which they went live. */
export function openUpdate(
  {
    account,
    version,
    on,
    person,
    today,
  }: Pick<VersionUpdate, "account" | "version" | "on"> & {
    readonly person: string;
    readonly today: Day;
  },
  customizations: readonly Customization[],
): { readonly update: VersionUpdate; readonly reviews: readonly CompatibilityReview[] } {
  const id = updateIdOf(version);
  const reviews = customizations
    .filter(({ state }) => state === "live")
    .map(
      (each): CompatibilityReview => ({
        ...{ account, id: `${id}-${each.id}`, update: id, customization: each.id, state: "open" },
        ...{ decidedBy: null, decidedOn: null, note: "", deliverable: null },
      }),
    );
  const state = reviews.length === 0 ? "reviewed" : "open";
  return { update: { account, id, version, on, openedBy: person, openedOn: today, state }, reviews };
}

/** The review as it was decided. The same decision again changes nothing, another one is refused. */
export function decideReview(
  review: CompatibilityReview,
  decision: {
    readonly outcome: ReviewOutcome;
    readonly person: string;
    readonly on: Day;
    readonly note: string;
    /** The new work, for `needs-work`. */
    readonly deliverable: Slug | null;
  },
): Result<CompatibilityReview> {
  const { outcome, person, on, note, deliverable } = decision;
  if (review.state === outcome) return ok(review);
  if (review.state !== "open")
    return refused(rejection("REVIEW_DECIDED", { review: review.id, state: review.state, on: review.decidedOn ?? on }));
  return ok({ ...review, state: outcome, decidedBy: person, decidedOn: on, note, deliverable });
}
