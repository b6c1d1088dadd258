import {
  approvedWork,
  type Deliverable,
  type LeadTimeClock,
  type PolicyVersion,
  type Sow,
  statedChanges,
} from "@cimpro/domain";
import { type Books, orRefuse } from "@cimpro/store";
import { currencyOf } from "../context.ts";
import { leadTimeClockOf } from "../lead-times/lead-time-facts.ts";
import { workInProcess } from "../process/process-facts.ts";
import { workTerms } from "./change-order.ts";
import { usedOf } from "./view.ts";

/** One piece of work at a glance. Amounts in cents. */
export interface Progress
  extends Pick<Deliverable, "account" | "id" | "name" | "kind" | "parent" | "state" | "outcome"> {
  readonly currency: string;
  readonly phase: string;
  readonly phaseTitle: string;
  /** The phases of its process in order, for a track. */
  readonly phases: readonly { readonly phase: string; readonly title: string }[];
  /** `approved`, or what its latest SOW waits for; null before one is issued. */
  readonly sow: { readonly id: string; readonly state: Sow["state"]; readonly validUntil: string } | null;
  readonly approved: { readonly minutes: number; readonly total: number } | null;
  readonly used: { readonly minutes: number; readonly total: number } | null;
  /** Minutes worked, whatever became of them. */
  readonly workedMinutes: number;
  readonly heldMinutes: number;
  /** Change orders that wait for a decision. */
  readonly proposed: readonly string[];
  readonly promise: Pick<LeadTimeClock, "leadTime" | "state" | "sentence" | "atRisk" | "guaranteed"> | null;
}

/** Where each piece of work of an account stands (DLV-1, DLV-5). */
export async function progressOf(books: Books, account: string, today: string): Promise<readonly Progress[]> {
  const versions = await books.policies.all();
  const found: Progress[] = [];
  for (const deliverable of await books.deliverables.list(account))
    found.push(await oneOf(books, versions, deliverable, today));
  return found;
}

async function oneOf(
  books: Books,
  versions: readonly PolicyVersion[],
  deliverable: Deliverable,
  today: string,
): Promise<Progress> {
  const { account, id, name, kind, parent, state, outcome } = deliverable;
  const currency = currencyOf(versions);
  const { record, terms } = await workInProcess(books, versions, account, id);
  const sows = await books.sows.of(account, id);
  const approved = sows.find((sow) => sow.state === "approved");
  const latest = approved ?? sows.at(-1);
  const orders = await books.changeOrders.of(account, id);
  const days = await books.minuteAccounts.byDay({ account, deliverable: id });
  const sum = (of: "worked" | "held") => days.reduce((total, { minutes }) => total + minutes[of], 0);
  const clock = await leadTimeClockOf(books, account, id, today);
  return {
    ...{ account, id, name, kind, parent, state, outcome, currency },
    phase: record.phase,
    phaseTitle: terms.phases.find((phase) => phase.id === record.phase)?.title ?? record.phase,
    phases: terms.phases.map((phase) => ({ phase: phase.id, title: phase.title })),
    sow: latest === undefined ? null : { id: latest.id, state: latest.state, validUntil: latest.validUntil },
    approved: approved === undefined ? null : await approvedOf(books, versions, approved, orders),
    used: approved === undefined ? null : figuresOf(await usedOf(books, deliverable, approved, days, currency)),
    workedMinutes: sum("worked"),
    heldMinutes: sum("held"),
    proposed: orders.filter((order) => order.state === "proposed").map((order) => order.id),
    promise: clock === null ? null : promiseOf(clock),
  };
}

async function approvedOf(
  books: Books,
  versions: readonly PolicyVersion[],
  sow: Sow,
  orders: Parameters<typeof statedChanges>[0],
) {
  const { minutes, price } = orRefuse(approvedWork(sow, statedChanges(orders), await workTerms(books, versions, sow)));
  return { minutes, total: price.total };
}

const figuresOf = ({ minutes, total }: { readonly minutes: number; readonly total: number }) => ({ minutes, total });

const promiseOf = ({ leadTime, state, sentence, atRisk, guaranteed }: LeadTimeClock) => ({
  ...{ leadTime, state, sentence, atRisk, guaranteed },
});
