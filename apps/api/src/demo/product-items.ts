import type { ProductItemKind, ProductItemState } from "@cimpro/domain";
import { businessDaysBefore } from "./business-days.ts";
import { consultant, coordinator } from "./desk.ts";
import { type Practice, planAgo } from "./practice.ts";
import { idOf } from "./random.ts";

interface DemoItem {
  readonly account: string;
  readonly deliverable: string;
  readonly kind: ProductItemKind;
  readonly title: string;
  readonly description: string;
  readonly blocks?: boolean;
  readonly ago: number;
  /** What the product team said, and when. Days are business days before the present one. */
  readonly news?: readonly {
    readonly ago: number;
    readonly state: Exclude<ProductItemState, "requested">;
    readonly for?: number;
    readonly note?: string;
  }[];
}

/** One in each state (PROD-1, PROD-2). */
const demoItems: readonly DemoItem[] = [
  {
    account: "cascade-packaging",
    deliverable: "pallet-planner",
    kind: "building-block",
    title: "Weights and measures module",
    description: "The planner needs weight and size of a packed unit.",
    ago: 3,
  },
  {
    account: "atlas-medical",
    deliverable: "approvals",
    kind: "bug",
    title: "Held orders lose their ship-to address",
    description: "An order that waits longer than a session comes back without the address.",
    blocks: true,
    ago: 8,
    news: [{ ago: 5, state: "confirmed", note: "Seen on staging; it is the session store" }],
  },
  {
    account: "harbor-electric",
    deliverable: "rep-dashboard",
    kind: "bug",
    title: "Export of long lists stops at 5,000 rows",
    description: "Found with the open quotes of all reps.",
    ago: 24,
    news: [
      { ago: 21, state: "confirmed" },
      { ago: 14, state: "scheduled", for: -6, note: "With the next maintenance release" },
    ],
  },
  {
    account: "lakeshore-janitorial",
    deliverable: "school-budgets",
    kind: "building-block",
    title: "Budget fields on customer accounts",
    description: "Budgets need a place on the account that the ERP sync leaves alone.",
    blocks: true,
    ago: 82,
    news: [
      { ago: 81, state: "confirmed" },
      { ago: 80, state: "scheduled", for: 77 },
      { ago: 77, state: "deployed", note: "On staging and live" },
    ],
  },
  {
    account: "ridgeline-outdoor",
    deliverable: "tax-exempt",
    kind: "building-block",
    title: "Tax rates from a second provider",
    description: "Their accountants would like to compare.",
    ago: 50,
    news: [{ ago: 45, state: "rejected", note: "One provider for each site" }],
  },
];

/** Whoever delivers reports, and keeps what the product team says. */
export function planProductItems(practice: Practice): void {
  const { desk, today } = practice;
  for (const { ago, news = [], ...reported } of demoItems) {
    const { account } = reported;
    const id = idOf(`product item ${account} ${reported.title}`);
    planAgo(practice, ago, (day) => desk(consultant, day, `report ${id}`).productItem.report({ ...reported, id }));
    for (const { ago: on, state, note = "", for: scheduled } of news) {
      const scheduledFor = scheduled === undefined ? {} : { scheduledFor: businessDaysBefore(today, scheduled) };
      const said = { account, item: id, state, note, ...scheduledFor };
      planAgo(practice, on, (day) => desk(coordinator, day, `${state} ${id}`).productItem.update(said));
    }
  }
}
