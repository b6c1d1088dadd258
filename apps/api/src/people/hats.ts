import {
  Day,
  HatId,
  type HatStanding,
  hatAssignments,
  hatOf,
  hatStanding,
  Name,
  type Person,
  Slug,
  withHat,
  withoutHat,
} from "@cimpro/domain";
import { type Books, orNotFound } from "@cimpro/store";
import { z } from "zod";
import { accountOf, businessDay, commandOf, notAfterToday, type SignedIn } from "../context.ts";
import { checkMayChange } from "./program-manager-hat.ts";

const place = {
  account: Slug,
  person: Slug,
  hat: HatId,
  /** The plan of the one project it is worn in; the whole program, unless stated. */
  plan: Slug.nullable().default(null),
};

export const AssignHat = z
  .object({
    ...place,
    /** Null while nobody answered the three questions (ROLE-3). */
    answers: z
      .object({
        getsIt: z.boolean(),
        wantsIt: z.boolean(),
        hasCapacity: z.boolean(),
        assertedBy: Name.optional(),
        assertedOn: Day.optional(),
      })
      .nullable()
      .default(null),
  })
  .refine(({ hat, plan }) => plan === null || hatOf(hat).exactlyOnePer !== "program", {
    error: "is worn in the whole program, not in one project of it",
    path: ["hat"],
  });
export const UnassignHat = z.object(place);

/** A person with a hat, and whether that hat is filled now. */
export interface HatAnswer {
  readonly person: Person;
  readonly standing: HatStanding;
}

/** Gives a person a hat, with the answers to its three questions; given again, the later answers count (ROLE-2, ROLE-3). */
export async function assignHat(ctx: SignedIn, input: z.infer<typeof AssignHat>): Promise<HatAnswer> {
  checkMayChange(ctx, [input]);
  return ctx.store.write(commandOf(ctx, input.account, "hat.assigned", input), async (books) => {
    const { today, before } = await personFor(ctx, books, input);
    const { hat, plan } = input;
    const { assertedBy = ctx.actor.name, assertedOn = today } = input.answers ?? {};
    notAfterToday("An answer about a hat", assertedOn, today);
    const answers = input.answers === null ? null : { ...input.answers, assertedBy, assertedOn };
    const after = withHat(before, { hat, plan, answers });
    await books.people.put(after);
    const answer = { person: after, standing: await standingIn(books, input) };
    return { answer, data: { person: after.id, hat, plan, answers }, effectiveOn: today };
  });
}

/** Takes a hat off a person; nothing happens where they do not wear it. */
export async function unassignHat(ctx: SignedIn, input: z.infer<typeof UnassignHat>): Promise<HatAnswer> {
  checkMayChange(ctx, [input]);
  return ctx.store.write(commandOf(ctx, input.account, "hat.unassigned", input), async (books) => {
    const { today, before } = await personFor(ctx, books, input);
    const { hat, plan } = input;
    const after = withoutHat(before, input);
    const changed = after.hats.length < before.hats.length;
    if (changed) await books.people.put(after);
    const answer = { person: after, standing: await standingIn(books, input) };
    return { answer, data: changed ? { person: after.id, hat, plan } : null, effectiveOn: today };
  });
}

async function personFor(ctx: SignedIn, books: Books, input: z.infer<typeof UnassignHat>) {
  const account = await accountOf(books, input.account);
  if (input.plan !== null) orNotFound(await books.plans.find(account.id, input.plan), "plan", input.plan);
  const before = orNotFound(await books.people.find(account.id, input.person), "person", input.person);
  return { before, today: await businessDay(ctx, books, account) };
}

async function standingIn(
  books: Books,
  { account, hat, plan }: Pick<z.infer<typeof UnassignHat>, "account" | "hat" | "plan">,
): Promise<HatStanding> {
  return hatStanding(hat, hatAssignments(await books.people.of(account), plan));
}
