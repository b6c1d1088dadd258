import { z } from "zod";
import { Day } from "../values/day.ts";
import { Slug } from "../values/id.ts";
import { Name, text } from "../values/text.ts";
import { HatAnswers, type HatAssignment, HatId, hatOf } from "./hats.ts";

/** How a person works for the customer; a contractor may wear any hat too (ROLE-2). */
export const Employment = z.enum(["employee", "contractor"]);
export type Employment = z.infer<typeof Employment>;

/** A hat that a person wears, in the whole program or in one project of it (ROLE-1). */
export const WornHat = z
  .object({
    hat: HatId,
    /** The plan of the project; null for the whole program. */
    plan: Slug.nullable(),
    /** Null while nobody answered the three questions (ROLE-3). */
    answers: HatAnswers.nullable(),
  })
  .refine(({ hat, plan }) => plan === null || hatOf(hat).exactlyOnePer !== "program", {
    error: "is worn in the whole program, not in one project of it",
    path: ["hat"],
  })
  .readonly();
export type WornHat = z.infer<typeof WornHat>;

/** One of the customer's people, with the hats they wear (ROLE-2). */
export const Person = z
  .object({
    account: Slug,
    id: Slug,
    name: Name,
    email: text(320),
    employment: Employment,
    hats: z.array(WornHat).readonly(),
    /** Whoever left wears no hat, whatever was assigned. */
    active: z.boolean(),
    addedOn: Day,
  })
  .readonly();
export type Person = z.infer<typeof Person>;

/** The person with one hat more; worn in the same place before, its answers are replaced. */
export const withHat = (person: Person, worn: WornHat): Person => ({
  ...person,
  hats: [...withoutHat(person, worn).hats, worn],
});

/** The person without a hat in one place. */
export const withoutHat = (person: Person, { hat, plan }: Pick<WornHat, "hat" | "plan">): Person => ({
  ...person,
  hats: person.hats.filter((each) => each.hat !== hat || each.plan !== plan),
});

/**
 * Who wears which hat in a project, or in the program where none is named: hats of the whole program count in each of
 * its projects, those of another project do not (ROLE-1). People of one name are told apart by their ids.
 */
export function hatAssignments(people: readonly Person[], plan: Slug | null): readonly HatAssignment[] {
  const active = people.filter((person) => person.active);
  return active.flatMap(({ id, name, hats }) => {
    const shared = active.some((other) => other.name === name && other.id !== id);
    // A name has at most 200 characters, an id 64.
    const person = shared ? `${name.slice(0, 130).toWellFormed()} (${id})` : name;
    const own = hats.filter((worn) => worn.plan === null || worn.plan === plan);
    // What is said of the project itself comes last: it counts (hatStanding).
    const general = own.filter((worn) => worn.plan === null);
    const special = own.filter((worn) => worn.plan !== null);
    return [...general, ...special].map(({ hat, answers }) => ({ hat, person, answers }));
  });
}

/** The one person who wears a hat in the whole program; null when nobody or more than one does. */
export function onlyWearer(people: readonly Person[], hat: HatId): Person | null {
  const wearers = people.filter(({ active, hats }) => active && hats.some((worn) => isOfProgram(worn, hat)));
  return wearers.length === 1 ? (wearers[0] ?? null) : null;
}

const isOfProgram = (worn: WornHat, hat: HatId): boolean => worn.hat === hat && worn.plan === null;
