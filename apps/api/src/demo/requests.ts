import type { AcceptedAs, RequestSize } from "@cimpro/domain";
import type { Agenda } from "./agenda.ts";
import { businessDaysBefore } from "./business-days.ts";
import { coordinator, type Desk } from "./desk.ts";
import { idOf } from "./random.ts";

/** What a made-up customer asks for. Days are business days before the present one, so that every clock ends alike. */
interface DemoRequest {
  readonly account: string;
  readonly by: string;
  readonly ago: number;
  readonly title: string;
  readonly description: string;
  readonly expediteWish?: string;
  readonly triage?: { readonly ago: number; readonly size?: RequestSize; readonly followUp?: string };
  readonly accept?: {
    readonly ago: number;
    readonly as: AcceptedAs;
    readonly deliverable?: string;
    readonly reference?: string;
  };
  readonly decline?: { readonly ago: number; readonly reason: string };
  readonly withdraw?: { readonly ago: number; readonly reason: string };
}

const demoRequests: readonly DemoRequest[] = [
  {
    // Late: nobody has followed up.
    account: "ridgeline-outdoor",
    by: "Kelly Brandt",
    ago: 5,
    title: "Backorder dates on the dealer order list",
    description: "Dealers call us for every backorder. The ERP has the dates.",
  },
  {
    // Amber, and wanted sooner.
    account: "tri-county-plumbing",
    by: "Hank Mueller",
    ago: 3,
    title: "Counter pick-up before 7 am",
    description: "Contractors want to choose a pick-up time when they order the evening before.",
    expediteWish: "Our Allentown branch opens earlier from next month on",
    triage: { ago: 2, size: "small" },
  },
  {
    // On time.
    account: "cascade-packaging",
    by: "Joan Ito",
    ago: 1,
    title: "Samples in the quote tool",
    description: "A customer who quotes a box should be able to ask for a sample of the board.",
  },
  {
    // Followed up, to be decided.
    account: "atlas-medical",
    by: "Dr. Amy Osei",
    ago: 7,
    title: "Recall notices in the customer portal",
    description: "Whoever bought a recalled lot sees the notice at sign-in and confirms it.",
    triage: { ago: 5, size: "large", followUp: "Talked through the recall process; she sends the forms" },
  },
  {
    // Accepted, and not begun yet.
    account: "prairie-seed",
    by: "Lou Hansen",
    ago: 9,
    title: "Germination certificates by lot",
    description: "State inspectors ask our customers for them.",
    triage: { ago: 8, size: "small", followUp: "Called Lou: certificates are PDF files by lot number" },
    accept: { ago: 6, as: "deliverable" },
  },
  {
    account: "harbor-electric",
    by: "Sam Petrov",
    ago: 110,
    title: "Open quotes for the sales reps",
    description: "Reps forget quotes that are older than a month.",
    triage: { ago: 108, size: "large", followUp: "Fits into the rep dashboard" },
    accept: { ago: 106, as: "deliverable", deliverable: "rep-dashboard" },
  },
  {
    account: "maple-street-foods",
    by: "Rosa Delgado",
    ago: 80,
    title: "Best-before date on packing slips",
    description: "Two chains require it.",
    triage: { ago: 78, size: "small", followUp: "Rosa sent both chains' requirements" },
    accept: { ago: 77, as: "deliverable", deliverable: "lot-tracking" },
  },
  {
    // Followed up late.
    account: "summit-fasteners",
    by: "Pat Lindqvist",
    ago: 60,
    title: "Search finds no metric threads",
    description: "M8x1.25 finds nothing, M8 x 1.25 does.",
    triage: { ago: 55, followUp: "Sorry for the wait: it is the platform's search" },
    accept: { ago: 55, as: "product-bug", reference: "Product team, search backlog" },
  },
  {
    account: "northfield-dental",
    by: "Marta Engel",
    ago: 30,
    title: "A clinic cannot sign in",
    description: "Password mails do not arrive.",
    triage: { ago: 30, followUp: "Passed to support at once" },
    accept: { ago: 30, as: "support-ticket", reference: "Support 20417" },
  },
  {
    account: "ironwood-tools",
    by: "Gene Kowalski",
    ago: 45,
    title: "Own colours for the sign-in page",
    description: "In our red.",
    decline: { ago: 43, reason: "The theme settings do it; sent the steps" },
  },
  {
    account: "lakeshore-janitorial",
    by: "Bill Tran",
    ago: 20,
    title: "Invoices by fax",
    description: "One school still asks for them.",
    withdraw: { ago: 19, reason: "The school has e-mail now" },
  },
];

/** Customers ask, and the coordinator answers, not always in time (REQ-1…4). */
export function planRequests(desk: Desk, agenda: Agenda, today: string): void {
  for (const { account, by, ago, triage, accept, decline, withdraw, ...said } of demoRequests) {
    const request = idOf(`request ${account} ${said.title}`);
    const which = { account, request };
    const customer = { name: by, role: "member" as const, account };
    const plan = (days: number, task: (day: string) => Promise<unknown>): void => {
      const day = businessDaysBefore(today, days);
      agenda.plan(day, () => task(day));
    };
    plan(ago, (day) => desk(customer, day, `submit ${request}`).request.submit({ account, id: request, ...said }));
    if (triage !== undefined) {
      const { ago: triagedAgo, ...found } = triage;
      plan(triagedAgo, (day) => desk(coordinator, day, `triage ${request}`).request.triage({ ...which, ...found }));
    }
    if (accept !== undefined) {
      const { ago: acceptedAgo, ...as } = accept;
      plan(acceptedAgo, (day) => desk(coordinator, day, `accept ${request}`).request.accept({ ...which, ...as }));
    }
    if (decline !== undefined)
      plan(decline.ago, (day) =>
        desk(coordinator, day, `decline ${request}`).request.decline({ ...which, reason: decline.reason }),
      );
    if (withdraw !== undefined)
      plan(withdraw.ago, (day) =>
        desk(customer, day, `withdraw ${request}`).request.withdraw({ ...which, reason: withdraw.reason }),
      );
  }
}
