import type { HatId } from "@cimpro/domain";
import type { Actor } from "../access/roles.ts";
import type { Agenda } from "./agenda.ts";
import { coordinator, type Desk } from "./desk.ts";

/** What was answered to the three questions of a hat (ROLE-3): yes to all, no to one, or nothing yet. */
type Answer = "yes" | "does-not-get-it" | "does-not-want-it" | "no-capacity" | "not-asked";

interface DemoPerson {
  readonly name: string;
  readonly email?: string;
  readonly contractor?: boolean;
  readonly hats: Readonly<Partial<Record<HatId, Answer>>>;
}

/** The people of each customer, whoever decides for it first. Where hats are missing or a no was said, gaps show (ROLE-4). */
const demoPeopleOf: Readonly<Record<string, readonly [DemoPerson, ...DemoPerson[]]>> = {
  "harbor-electric": [
    {
      name: "Grace Lindqvist",
      email: "grace@harborelectric.example",
      hats: { "program-manager": "yes", "lead-operator": "yes" },
    },
    {
      name: "Omar Reyes",
      email: "omar@harborelectric.example",
      hats: { "lead-implementer": "yes", implementer: "yes" },
    },
    // Has the project beside the spring price list.
    { name: "Sam Petrov", hats: { "lead-project-manager": "no-capacity", "lead-solver": "yes" } },
    { name: "Ines Falk", hats: { "erp-business-data-expert": "yes" } },
    {
      name: "Dwight Orr",
      contractor: true,
      hats: { "it-network-admin-expert": "yes", implementer: "does-not-get-it" },
    },
  ],
  // One person for everything that matters.
  "bluewater-marine": [
    {
      name: "Ruth Castellan",
      email: "ruth@bluewater.example",
      hats: { "program-manager": "yes", "lead-project-manager": "yes", "lead-implementer": "no-capacity" },
    },
    { name: "Theo Marsh", contractor: true, hats: { "it-network-admin-expert": "not-asked" } },
  ],
  "ridgeline-outdoor": [
    { name: "Anke Sorensen", hats: { "program-manager": "yes" } },
    { name: "Kelly Brandt", hats: { "lead-project-manager": "yes", "lead-implementer": "yes", implementer: "yes" } },
    { name: "Jorge Lima", hats: { "erp-business-data-expert": "yes", "it-network-admin-expert": "yes" } },
  ],
  "tri-county-plumbing": [
    { name: "Hank Mueller", hats: { "program-manager": "yes", "lead-project-manager": "yes" } },
    { name: "Denise Yoder", hats: { "lead-implementer": "yes", "erp-business-data-expert": "yes" } },
    { name: "Carl Stoltz", contractor: true, hats: { "it-network-admin-expert": "yes" } },
  ],
  "northfield-dental": [
    { name: "Paul Okonkwo", hats: { "program-manager": "yes" } },
    { name: "Marta Engel", hats: { "lead-implementer": "yes", implementer: "yes", "lead-operator": "not-asked" } },
  ],
  "cascade-packaging": [
    { name: "Vera Holt", hats: { "program-manager": "yes" } },
    { name: "Joan Ito", hats: { "lead-project-manager": "yes", "lead-solver": "yes" } },
    { name: "Milo Grant", hats: { "lead-implementer": "yes", "erp-business-data-expert": "does-not-want-it" } },
  ],
  // Nobody holds the budget with pleasure.
  "summit-fasteners": [
    { name: "Pat Lindqvist", hats: { "program-manager": "does-not-want-it", "lead-implementer": "yes" } },
  ],
  "lakeshore-janitorial": [
    { name: "Nora Quist", hats: { "program-manager": "yes", "lead-project-manager": "yes" } },
    { name: "Bill Tran", hats: { "lead-implementer": "yes", implementer: "yes" } },
  ],
  "prairie-seed": [
    { name: "Lou Hansen", hats: { "program-manager": "yes", "lead-implementer": "yes" } },
    { name: "June Abbot", hats: { "erp-business-data-expert": "yes", implementer: "no-capacity" } },
  ],
  "ironwood-tools": [
    { name: "Helga Brandt", hats: { "program-manager": "yes" } },
    { name: "Gene Kowalski", hats: { "lead-project-manager": "yes", "lead-implementer": "yes" } },
  ],
  "maple-street-foods": [
    { name: "Claire Dubois", hats: { "program-manager": "yes" } },
    { name: "Rosa Delgado", hats: { "lead-project-manager": "yes", "lead-operator": "yes" } },
    { name: "Ian Ferris", hats: { "lead-implementer": "yes", "it-network-admin-expert": "yes" } },
  ],
  "atlas-medical": [
    { name: "Martin Weiss", hats: { "program-manager": "yes" } },
    { name: "Dr. Amy Osei", hats: { "lead-project-manager": "yes", "lead-solver": "yes" } },
    { name: "Beth Calder", hats: { "erp-business-data-expert": "yes", "lead-implementer": "yes" } },
  ],
};

/** Whoever decides for a customer, as they sign in. */
export function budgetHolder(account: string): Actor {
  const first = demoPeopleOf[account]?.[0];
  if (first === undefined) throw new Error(`nobody decides for ${account}`);
  return { name: first.name, role: "program-manager", account };
}

/** The people come with their account, each with their hats. */
export function planHats(desk: Desk, agenda: Agenda, day: string): void {
  for (const [account, people] of Object.entries(demoPeopleOf))
    for (const { name, email = "", contractor = false, hats } of people)
      agenda.plan(day, async () => {
        const employment = contractor ? "contractor" : "employee";
        const added = { account, name, email, employment } as const;
        const { id: person } = await desk(coordinator, day, `person ${account} ${name}`).person.add(added);
        for (const [hat, answer] of Object.entries(hats) as [HatId, Answer][]) {
          const worn = { account, person, hat, answers: answersOf(answer, name) };
          await desk(coordinator, day, `hat ${account} ${name} ${hat}`).person.assign(worn);
        }
      });
}

const answersOf = (answer: Answer, assertedBy: string) =>
  answer === "not-asked"
    ? null
    : {
        getsIt: answer !== "does-not-get-it",
        wantsIt: answer !== "does-not-want-it",
        hasCapacity: answer !== "no-capacity",
        assertedBy,
      };
