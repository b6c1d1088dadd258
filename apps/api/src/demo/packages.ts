import { addDays } from "@cimpro/domain";
import { consultant, coordinator } from "./desk.ts";
import { type Practice, planAgo } from "./practice.ts";
import { idOf } from "./random.ts";

interface DemoSubscription {
  readonly account: string;
  readonly package: string;
  readonly units: number;
  readonly context: "project" | "program";
  /** Calendar days before the present one: the present month of the package began about two weeks ago. */
  readonly ordered: number;
  readonly time: readonly { readonly ago: number; readonly minutes: number; readonly note: string }[];
}

/** One of each package (PKG-1); the Guide is over its cap (PKG-7). */
const demoSubscriptions: readonly DemoSubscription[] = [
  {
    account: "tri-county-plumbing",
    package: "advocate",
    units: 1,
    context: "project",
    ordered: 19,
    time: [
      { ago: 10, minutes: 60, note: "Onboarding call" },
      { ago: 4, minutes: 75, note: "Went through the prerequisites with Denise" },
    ],
  },
  {
    account: "northfield-dental",
    package: "guide",
    units: 1,
    context: "program",
    ordered: 75,
    time: [
      { ago: 32, minutes: 210, note: "Category pages for implants" },
      { ago: 26, minutes: 180, note: "Settings for clinic groups" },
      { ago: 6, minutes: 240, note: "New product line: pages and attributes" },
      { ago: 5, minutes: 225, note: "New product line: pictures and price lists" },
      { ago: 3, minutes: 120, note: "Banner and landing page for the fair" },
      { ago: 1, minutes: 105, note: "Corrections before the fair" },
    ],
  },
  {
    account: "atlas-medical",
    package: "consultant",
    units: 2,
    context: "program",
    ordered: 136,
    time: [
      { ago: 70, minutes: 390, note: "Solution sketch: recall notices" },
      { ago: 48, minutes: 420, note: "ERP mappings for lot numbers" },
      { ago: 7, minutes: 300, note: "Planning of next year's customizations" },
      { ago: 2, minutes: 150, note: "ERP mappings: second warehouse" },
    ],
  },
];

/** Packages are ordered, and time counts toward them. */
export function planPackages(practice: Practice): void {
  const { desk, agenda, today } = practice;
  for (const { ordered, time, ...subscription } of demoSubscriptions) {
    const { account, package: id } = subscription;
    const day = addDays(today, -ordered);
    agenda.plan(day, () =>
      desk(coordinator, day, `package ${account} ${id}`).package.subscribe({ ...subscription, id }),
    );
    time.forEach(({ ago, ...said }, at) => {
      const entry = { ...said, account, package: id, id: idOf(`package time ${account} ${at}`) };
      planAgo(practice, ago, (on) => desk(consultant, on, entry.id).time.log({ ...entry, on }));
    });
  }
}
