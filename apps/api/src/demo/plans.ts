import { addDays, type ConnectPackage, type ProjectChange, type ProjectKind } from "@cimpro/domain";
import type { Actor } from "../access/roles.ts";
import { coordinator } from "./desk.ts";
import { budgetHolder } from "./hats.ts";
import type { Practice } from "./practice.ts";

interface DemoPlan {
  readonly account: string;
  readonly name: string;
  readonly connect: ConnectPackage;
  readonly project: ProjectKind;
  readonly changed: readonly ProjectChange[];
  /** How many days ago it was ordered; what follows is told in days after the order. */
  readonly ordered: number;
  readonly done: Readonly<Record<string, number>>;
  readonly checked: readonly { readonly step: string; readonly item: string; readonly after: number }[];
}

const demoPlans: readonly DemoPlan[] = [
  {
    // Half-way: their prerequisites came five days late, and moved the deployment (IMPL-4).
    account: "harbor-electric",
    name: "ERP switch",
    connect: "select",
    project: "erp-switch",
    changed: ["manager-changed", "implementer-changed"],
    ordered: 22,
    done: { "S1.2": 11 },
    checked: [
      { step: "S1.2", item: "erp-sync-pre-install-checklist", after: 5 },
      { step: "S1.2", item: "erp-sync-configuration-questionnaire", after: 11 },
      { step: "S1.4", item: "program-manager-onboarding-checklist", after: 16 },
    ],
  },
  {
    // All but the onboarding of their implementer: nearly connected.
    account: "tri-county-plumbing",
    name: "Second storefront",
    connect: "starter",
    project: "upgrade",
    changed: ["deployment", "manager-changed", "implementer-changed"],
    ordered: 19,
    done: { "S1.1": 4, "S1.2": 6, "S1.3": 12, "S1.4": 17 },
    checked: [
      { step: "S1.2", item: "erp-sync-pre-install-checklist", after: 5 },
      { step: "S1.2", item: "erp-sync-configuration-questionnaire", after: 6 },
      { step: "S1.4", item: "program-manager-onboarding-checklist", after: 14 },
      { step: "S1.4", item: "project-manager-onboarding-checklist", after: 17 },
      { step: "S1.5", item: "lead-implementer-onboarding-checklist", after: 18 },
    ],
  },
];

/** The customer ticks off what is theirs; we say when a step ended. */
export function planPlans({ desk, agenda, today }: Practice): void {
  for (const { account, name, connect, project, changed, ordered, done, checked } of demoPlans) {
    const orderedOn = addDays(today, -ordered);
    const facts = { account, name, connect, project, changed, orderedOn };
    const what = `${account} ${name}`;
    const inDays = (
      after: number,
      by: Actor,
      key: string,
      task: (api: ReturnType<typeof desk>) => Promise<unknown>,
    ) => {
      const day = addDays(orderedOn, after);
      agenda.plan(day, () => task(desk(by, day, key)));
    };
    inDays(0, coordinator, `plan ${what}`, (api) => api.plan.save(facts));
    for (const { step, item, after } of checked)
      inDays(after, budgetHolder(account), `check ${what} ${item}`, (api) => api.plan.check({ account, step, item }));
    for (const [step, after] of Object.entries(done))
      inDays(after, coordinator, `done ${what} ${step}`, (api) => api.plan.done({ account, step }));
  }
}
