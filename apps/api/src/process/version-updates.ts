import {
  type CompatibilityReview,
  Customization,
  Day,
  Deliverable,
  decideReview,
  Name,
  Note,
  openUpdate,
  ReviewOutcome,
  rejection,
  Slug,
  updateIdOf,
  VersionUpdate,
} from "@cimpro/domain";
import { type Books, orNotFound, orRefuse, Refused } from "@cimpro/store";
import { z } from "zod";
import { accountOf, accountToday, commandOf, notAfterToday, type SignedIn } from "../context.ts";
import { all } from "./board.ts";

export const ListCustomizations = z.object({
  account: Slug.optional(),
  state: Customization.unwrap().shape.state.optional(),
});
export type ListCustomizations = z.infer<typeof ListCustomizations>;

/** What is in long-term support, of an account or of the practice (PROC-8). */
export async function listCustomizations(ctx: SignedIn, { account, state }: ListCustomizations) {
  return ctx.store.read(async (books) => {
    if (account === undefined) {
      const items = [];
      for await (const each of everyCustomization(books, state === undefined ? undefined : [state])) items.push(each);
      return { items };
    }
    const found = await books.customizations.of((await accountOf(books, account)).id);
    return { items: found.filter((each) => state === undefined || each.state === state) };
  });
}

const everyCustomization = (books: Books, states: readonly string[] | undefined) =>
  all<Customization>(
    (after) => books.customizations.across({ states, limit: 500, after }),
    ({ state, liveSince: on, account, id }) => ({ state, on, account, id }),
  );

export const OpenUpdate = z.object({ account: Slug.optional(), version: Name, on: Day.optional() });
export type OpenUpdate = z.infer<typeof OpenUpdate>;

/** An update with its reviews. */
export type UpdateView = VersionUpdate & { readonly reviews: readonly CompatibilityReview[] };

/**
 * Opens an update of the platform, with a compatibility review for each live customization (PROC-9): for one account, or
 * for each account that has any. Each account's is a transaction of its own; those that have this update stay as they are.
 */
export async function openUpdates(
  ctx: SignedIn,
  input: OpenUpdate,
): Promise<{ readonly updates: readonly UpdateView[] }> {
  const { account } = input;
  if (account !== undefined) return { updates: [await openOne(ctx, { ...input, account }, "alone")] };
  const accounts = await ctx.store.read(async (books) => {
    const found = new Set<string>();
    for await (const each of everyCustomization(books, ["live"])) found.add(each.account);
    return [...found].toSorted();
  });
  const updates = [];
  for (const each of accounts) updates.push(await openOne(ctx, { ...input, account: each }, "among-others"));
  return { updates };
}

async function openOne(
  ctx: SignedIn,
  input: OpenUpdate & { readonly account: string },
  which: "alone" | "among-others",
): Promise<UpdateView> {
  return ctx.store.write(commandOf(ctx, input.account, "version-update.opened", input), async (books) => {
    const { account, today } = await accountToday(ctx, books, input.account);
    const on = input.on ?? today;
    const known = await books.versionUpdates.find(account.id, updateIdOf(input.version));
    if (known !== undefined && (which === "alone" || known.version !== input.version))
      throw new Refused(rejection("UPDATE_EXISTS", { update: known.id, account: account.id }));
    if (known !== undefined) return { answer: await updateView(books, known), data: null, effectiveOn: today };
    const opened = { account: account.id, version: input.version, on, person: ctx.actor.name, today };
    const { update, reviews } = openUpdate(opened, await books.customizations.of(account.id));
    await books.versionUpdates.put(update);
    for (const review of reviews) await books.compatibilityReviews.put(review);
    return { answer: { ...update, reviews }, data: { update: update.id }, effectiveOn: today };
  });
}

const updateView = async (books: Books, update: VersionUpdate): Promise<UpdateView> => ({
  ...update,
  reviews: await books.compatibilityReviews.of(update.account, update.id),
});

export const ListUpdates = z.object({ account: Slug.optional(), state: VersionUpdate.unwrap().shape.state.optional() });
export type ListUpdates = z.infer<typeof ListUpdates>;

export async function listUpdates(ctx: SignedIn, { account, state }: ListUpdates) {
  return ctx.store.read(async (books) => {
    const updates = [];
    if (account !== undefined) updates.push(...(await books.versionUpdates.of((await accountOf(books, account)).id)));
    else
      for await (const each of all<VersionUpdate>(
        (after) => books.versionUpdates.across({ limit: 500, after }),
        (update) => ({ state: update.state, on: update.on, account: update.account, id: update.id }),
      ))
        updates.push(each);
    const items = [];
    for (const update of updates)
      if (state === undefined || update.state === state) items.push(await updateView(books, update));
    return { items };
  });
}

export const ShowUpdate = z.object({ account: Slug, update: Slug });

export async function showUpdate(ctx: SignedIn, input: z.infer<typeof ShowUpdate>): Promise<UpdateView> {
  return ctx.store.read(async (books) => {
    const account = await accountOf(books, input.account);
    return updateView(
      books,
      orNotFound(await books.versionUpdates.find(account.id, input.update), "update", input.update),
    );
  });
}

export const ReviewCustomization = z.object({
  account: Slug,
  customization: Slug,
  /** May be left out while one review of the customization is open. */
  update: Slug.optional(),
  outcome: ReviewOutcome,
  note: Note.default(""),
  on: Day.optional(),
});
export type ReviewCustomization = z.infer<typeof ReviewCustomization>;

/** Decides a review: needed work is a new deliverable to be scoped like any other, a retirement ends the customization. */
export async function reviewCustomization(ctx: SignedIn, input: ReviewCustomization) {
  return ctx.store.write(commandOf(ctx, input.account, "compatibility.reviewed", input), async (books) => {
    const { account, today } = await accountToday(ctx, books, input.account);
    const on = input.on ?? today;
    notAfterToday("review", on, today);
    const { outcome, note } = input;
    const found = await books.customizations.find(account.id, input.customization);
    const customization = orNotFound(found, "customization", input.customization);
    const review = await reviewOf(books, account.id, input);
    const update = orNotFound(await books.versionUpdates.find(account.id, review.update), "update", review.update);
    const work =
      outcome === "needs-work" && review.state === "open"
        ? await newWork(books, customization, update, note, today)
        : null;
    const decision = { outcome, person: ctx.actor.name, on, note, deliverable: work?.id ?? null };
    const decided = orRefuse(decideReview(review, decision));
    const changed = decided !== review;
    if (changed) await books.compatibilityReviews.put(decided);
    if (changed && work !== null) await books.deliverables.put(work);
    if (changed && outcome === "retired") await retire(books, customization, ctx.actor.name, on, note);
    if (changed) await closeReviewed(books, account.id);
    const after = orNotFound(await books.versionUpdates.find(account.id, update.id), "update", update.id);
    const answer = { review: decided, update: await updateView(books, after), work };
    return { answer, data: changed ? { review: decided.id, outcome } : null, effectiveOn: on };
  });
}

/** The review that is meant: that of the update named, else the one that is open. */
async function reviewOf(
  books: Books,
  account: string,
  { customization, update }: ReviewCustomization,
): Promise<CompatibilityReview> {
  const reviews = (await books.compatibilityReviews.of(account)).filter((each) => each.customization === customization);
  if (update !== undefined)
    return orNotFound(
      reviews.find((each) => each.update === update),
      "review",
      `${update}-${customization}`,
    );
  const open = reviews.filter(({ state }) => state === "open");
  if (open.length > 1) {
    const message = `say of which update: ${open.map((each) => each.update).join(", ")}`;
    throw new Refused(rejection("MALFORMED", { issues: [{ path: "update", message }] }));
  }
  return orNotFound(open[0], "open review of", customization);
}

async function newWork(
  books: Books,
  { account, id, name }: Customization,
  { id: update, version }: VersionUpdate,
  note: string,
  today: string,
): Promise<Deliverable> {
  const requirements = note === "" ? `"${name}" must work with version ${version}.` : note;
  return Deliverable.parse({
    ...{ account, id: await freeId(books, account, `${id.slice(0, 40)}-${update.slice(0, 20)}`) },
    ...{ name: `${name.slice(0, 140).toWellFormed()} with ${version.slice(0, 50).toWellFormed()}`, requirements },
    addedOn: today,
  });
}

/** The id that was thought of, or the first of its kind that no deliverable has. */
async function freeId(books: Books, account: string, wanted: string): Promise<string> {
  let id = wanted;
  for (let count = 2; (await books.deliverables.find(account, id)) !== undefined; count += 1) id = `${wanted}-${count}`;
  return id;
}

/** Whatever else waits for a review of it is settled with it. */
async function retire(
  books: Books,
  customization: Customization,
  person: string,
  on: string,
  note: string,
): Promise<void> {
  await books.customizations.put({ ...customization, state: "retired", retiredOn: on, retiredBy: person, note });
  const others = (await books.compatibilityReviews.of(customization.account)).filter(
    ({ state, customization: which }) => state === "open" && which === customization.id,
  );
  for (const each of others) {
    const decision = { outcome: "retired" as const, person, on, note, deliverable: null };
    await books.compatibilityReviews.put(orRefuse(decideReview(each, decision)));
  }
}

/** An update is reviewed once every review that it opened is decided. */
async function closeReviewed(books: Books, account: string): Promise<void> {
  for (const update of await books.versionUpdates.of(account)) {
    const reviews = await books.compatibilityReviews.of(account, update.id);
    if (update.state === "open" && reviews.every(({ state }) => state !== "open"))
      await books.versionUpdates.put({ ...update, state: "reviewed" });
  }
}
