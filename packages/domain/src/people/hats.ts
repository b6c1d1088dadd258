import { z } from "zod";
import { Day } from "../values/day.ts";
import { Name } from "../values/text.ts";

/** The roles that the customer's people fill (ROLE-1). */
export const HatId = z.enum([
  "program-manager",
  "lead-project-manager",
  "lead-implementer",
  "it-network-admin-expert",
  "erp-business-data-expert",
  "implementer",
  "lead-solver",
  "lead-operator",
]);
export type HatId = z.infer<typeof HatId>;

/** What a hat is, whoever wears it. */
export interface Hat {
  readonly id: HatId;
  readonly title: string;
  /** Exactly one person wears it in each program or project; null when one or many may (ROLE-1). */
  readonly exactlyOnePer: "program" | "project" | null;
  readonly budgetAuthority: boolean;
  /** Stage 1 cannot do without it. Which five these are is inferred, not stated by a source (ROLE-1). */
  readonly critical: { readonly stage: 1; readonly inferred: true } | null;
}

const critical = { stage: 1, inferred: true } as const;

/** The customer's hats, those critical for stage 1 first (ROLE-1). */
export const customerHats: readonly Hat[] = [
  { id: "program-manager", title: "Program Manager", exactlyOnePer: "program", budgetAuthority: true, critical },
  {
    id: "lead-project-manager",
    title: "Lead Project Manager",
    exactlyOnePer: "project",
    budgetAuthority: false,
    critical,
  },
  { id: "lead-implementer", title: "Lead Implementer", exactlyOnePer: null, budgetAuthority: false, critical },
  {
    id: "it-network-admin-expert",
    title: "IT / Network Admin Expert",
    exactlyOnePer: null,
    budgetAuthority: false,
    critical,
  },
  {
    id: "erp-business-data-expert",
    title: "ERP / Financial & Business Data Expert",
    exactlyOnePer: null,
    budgetAuthority: false,
    critical,
  },
  { id: "implementer", title: "Implementer", exactlyOnePer: null, budgetAuthority: false, critical: null },
  { id: "lead-solver", title: "Lead Solver", exactlyOnePer: null, budgetAuthority: false, critical: null },
  { id: "lead-operator", title: "Lead Operator", exactlyOnePer: null, budgetAuthority: false, critical: null },
];

/** The three questions of a hat, who answered them for the person, and when (ROLE-3). */
export const HatAnswers = z
  .object({ getsIt: z.boolean(), wantsIt: z.boolean(), hasCapacity: z.boolean(), assertedBy: Name, assertedOn: Day })
  .readonly();
export type HatAnswers = z.infer<typeof HatAnswers>;

/** One person wearing one hat; a person may wear several (ROLE-2). Null while nobody answered for them. */
export const HatAssignment = z.object({ hat: HatId, person: Name, answers: HatAnswers.nullable() }).readonly();
export type HatAssignment = z.infer<typeof HatAssignment>;

export const HatReasonCode = z.enum([
  "nobody",
  "shared",
  "not-answered",
  "does-not-get-it",
  "does-not-want-it",
  "no-capacity",
]);
export type HatReasonCode = z.infer<typeof HatReasonCode>;

export const HatReason = z.object({ code: HatReasonCode, message: z.string(), clause: z.string() }).readonly();
export type HatReason = z.infer<typeof HatReason>;

/** Whether a hat is filled, and what is missing if not. */
export const HatStanding = z
  .object({ hat: HatId, filled: z.boolean(), wornBy: z.array(Name).readonly(), reasons: z.array(HatReason).readonly() })
  .readonly();
export type HatStanding = z.infer<typeof HatStanding>;

/** The hat of an id. */
export function hatOf(id: HatId): Hat {
  const hat = customerHats.find((each) => each.id === id);
  if (hat === undefined) throw new RangeError(`There is no hat "${id}".`);
  return hat;
}

/** Someone fills a hat who gets it, wants it and has the capacity for it, all three (ROLE-3). */
export const fillsHat = (answers: HatAnswers | null): boolean =>
  answers !== null && missingAnswers(answers).length === 0;

/**
 * Whether a hat is filled among the assignments of one program or project. A hat that exactly one person wears is
 * unfilled as soon as it is shared, whatever the answers (ROLE-1); any other is filled by one person who answers yes
 * to all three questions (ROLE-3). Where a person is assigned the same hat twice, the later assignment counts.
 */
export function hatStanding(id: HatId, assignments: readonly HatAssignment[]): HatStanding {
  const hat = hatOf(id);
  const worn = new Map(assignments.filter((each) => each.hat === id).map((each) => [each.person, each.answers]));
  const reasons = reasonsAgainst(hat, worn);
  return { hat: id, filled: reasons.length === 0, wornBy: [...worn.keys()], reasons };
}

function reasonsAgainst(hat: Hat, worn: ReadonlyMap<string, HatAnswers | null>): readonly HatReason[] {
  if (worn.size === 0) return [{ code: "nobody", message: `Nobody is ${hat.title}.`, clause: "ROLE-1" }];
  if (hat.exactlyOnePer !== null && worn.size > 1) {
    const message = `${[...worn.keys()].join(" and ")} share the hat; a ${hat.exactlyOnePer} has exactly one ${hat.title}.`;
    return [{ code: "shared", message, clause: "ROLE-1" }];
  }
  if ([...worn.values()].some(fillsHat)) return [];
  return [...worn].flatMap(([person, answers]) => personalReasons(hat, person, answers));
}

function personalReasons(hat: Hat, person: string, answers: HatAnswers | null): readonly HatReason[] {
  if (answers === null) {
    const message = `Nobody has said yet whether ${person} gets, wants and has the capacity for ${hat.title}.`;
    return [{ code: "not-answered", message, clause: "ROLE-3" }];
  }
  return missingAnswers(answers).map((code) => ({
    code,
    message: `${person} ${missingWords[code]} ${hat.title}.`,
    clause: "ROLE-3",
  }));
}

type MissingAnswer = "does-not-get-it" | "does-not-want-it" | "no-capacity";

const missingWords: { readonly [Code in MissingAnswer]: string } = {
  "does-not-get-it": "does not yet get what it takes to be",
  "does-not-want-it": "does not want to be",
  "no-capacity": "has no capacity to be",
};

function missingAnswers({ getsIt, wantsIt, hasCapacity }: HatAnswers): readonly MissingAnswer[] {
  return [
    ...(getsIt ? [] : ["does-not-get-it" as const]),
    ...(wantsIt ? [] : ["does-not-want-it" as const]),
    ...(hasCapacity ? [] : ["no-capacity" as const]),
  ];
}
