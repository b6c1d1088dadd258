import {
  approvedWork,
  type ChangeOrder,
  changeOrderConsequence,
  conditionsOf,
  type Deliverable,
  type LeadTimeClock,
  leadTimeClock,
  type Missing,
  type PhaseView,
  type PolicyVersion,
  type ProcessTerms,
  phaseView,
  type Sow,
  statedChanges,
} from "@cimpro/domain";
import { type Books, orRefuse } from "@cimpro/store";
import { workTerms } from "../deliverables/change-order.ts";
import { deliveryDay, leadTimeOf } from "../lead-times/lead-time-facts.ts";
import { workInProcess } from "../process/process-facts.ts";
import { stoppageOf } from "../standing.ts";

/** Whose turn it is with a piece of work, and what is needed next. */
export interface NextStep {
  readonly whose: "ours" | "theirs" | "product";
  readonly what: string;
  /** The day since which it is waited for; null where it is a condition of the process. */
  readonly since: string | null;
}

/** Where one piece of a customer's work stands: its phase, what was approved and used of it, its promise, what is next. */
export interface WorkStanding {
  readonly deliverable: string;
  readonly name: string;
  readonly kind: Deliverable["kind"];
  readonly state: Deliverable["state"];
  readonly outcome: Deliverable["outcome"];
  readonly phase: string;
  readonly phaseTitle: string;
  readonly since: string | null;
  readonly phases: readonly Pick<PhaseView["phases"][number], "phase" | "title" | "number" | "state">[];
  /** Minutes of the approved SOW and its approved change orders; null before. */
  readonly approvedMinutes: number | null;
  /** Minutes worked on it, whatever became of them: from the day of the approval, before one in all (DLV-6). */
  readonly workedMinutes: number;
  /** The clock of its lead time; null where none is promised. */
  readonly clock: LeadTimeClock | null;
  /** Null for work that ended. */
  readonly next: NextStep | null;
}

/** What `workStandings` found, with the facts that other answers about the same work need. */
export interface WorkFacts {
  readonly standing: WorkStanding;
  readonly sows: readonly Sow[];
  readonly missing: readonly Missing[];
  readonly waits: Awaited<ReturnType<Books["waits"]["of"]>>;
  /** The change orders that wait for a decision, with what each adds to the price, if it still can (DLV-4). */
  readonly proposed: readonly { readonly order: ChangeOrder; readonly addedPrice: number | null }[];
  readonly openFindings: number;
  /** The conditions by which the customer's testing ends, by the marks of the process (PROC-4). */
  readonly testing: ReadonlySet<string>;
}

/** The deliverables of an account in these states, each as it stands today (PROC-1, DLV-5, LEAD-6). */
export async function workStandings(
  books: Books,
  versions: readonly PolicyVersion[],
  account: string,
  states: readonly Deliverable["state"][],
  today: string,
): Promise<readonly WorkFacts[]> {
  const found: WorkFacts[] = [];
  const stoppage = await stoppageOf(books, versions, account, today);
  for (const deliverable of await books.deliverables.list(account, states))
    found.push(await workFacts(books, versions, deliverable, stoppage, today));
  return found;
}

async function workFacts(
  books: Books,
  versions: readonly PolicyVersion[],
  deliverable: Deliverable,
  stoppage: Stoppage,
  today: string,
): Promise<WorkFacts> {
  const { account, id, name, kind, state, outcome } = deliverable;
  const work = await workInProcess(books, versions, account, id);
  const view = phaseView(work.record, work.terms, work.circumstances, today);
  const sows = await books.sows.of(account, id);
  const changeOrders = await books.changeOrders.of(account, id);
  const waits = (await books.waits.of(account, id)).filter(({ to }) => to === null);
  const sow = sows.find((each) => each.state === "approved");
  const worked = await books.deliverables.workedDays(account, id);
  const countedFrom = sow?.approvedOn ?? "";
  const terms = sow === undefined ? null : await workTerms(books, versions, sow);
  const stated = statedChanges(changeOrders);
  const approved = sow === undefined || terms === null ? null : orRefuse(approvedWork(sow, stated, terms));
  const addedBy = (order: ChangeOrder): number | null => {
    if (sow === undefined || terms === null) return null;
    const consequence = changeOrderConsequence(sow, stated, { ...order, on: today }, terms);
    return consequence.ok ? consequence.value.addedPrice : null;
  };
  return {
    standing: {
      ...{ deliverable: id, name, kind, state, outcome },
      ...{ phase: view.phase, phaseTitle: view.title, since: view.since },
      phases: view.phases.map(({ phase, title, number, state: at }) => ({ phase, title, number, state: at })),
      approvedMinutes: approved?.minutes ?? null,
      workedMinutes: worked.reduce((sum, { on, minutes }) => (on >= countedFrom ? sum + minutes : sum), 0),
      clock: await clockOf(books, account, id, today),
      next: state === "open" ? (paymentFirst(stoppage) ?? nextStep(view.missing, waits, sows)) : null,
    },
    ...{
      sows,
      proposed: changeOrders
        .filter((order) => order.state === "proposed")
        .map((order) => ({ order, addedPrice: addedBy(order) })),
      waits,
      missing: view.missing,
      openFindings: work.circumstances.open["punch-list-item"] ?? 0,
      testing: conditionsAfterHandover(work.terms),
    },
  };
}

async function clockOf(books: Books, account: string, deliverable: string, today: string) {
  const deliveredOn = await deliveryDay(books, account, deliverable);
  const known = await leadTimeOf(books, { account, deliverable }, today, deliveredOn);
  return known === null ? null : orRefuse(leadTimeClock(known.facts, known.terms, today));
}

type Stoppage = Awaited<ReturnType<typeof stoppageOf>>;

/** Nothing goes on while work is stopped: it is for whoever pays (INV-5). */
const paymentFirst = (stoppage: Stoppage): NextStep | null =>
  stoppage === null
    ? null
    : { whose: "theirs", what: `Payment of ${stoppage.invoices.join(", ")}: work is stopped`, since: stoppage.since };

/** The conditions by which the customer's testing ends: they rest on the statement that hands the work over (PROC-4). */
const conditionsAfterHandover = ({ phases }: ProcessTerms): ReadonlySet<string> => {
  const statements = phases
    .flatMap(conditionsOf)
    .flatMap(({ id, evidence }) => (evidence.kind === "statement" ? [{ id, ...evidence }] : []));
  const handover = statements.find(({ delivers }) => delivers === "uat")?.id;
  return new Set(statements.flatMap(({ id, after }) => (handover !== undefined && after === handover ? [id] : [])));
};

/** What is waited for comes first; else the first condition that the phase lacks says whose turn it is. */
function nextStep(missing: readonly Missing[], waits: WorkFacts["waits"], sows: readonly Sow[]): NextStep | null {
  const wait = waits.find(isAsked) ?? waits.find(({ whose }) => whose === "client") ?? waits[0];
  const answered = wait?.answers?.at(-1);
  if (wait !== undefined && answered !== undefined)
    return { whose: "ours", what: `To look at the answer: ${wait.what}`, since: answered.on };
  if (wait !== undefined)
    return { whose: wait.whose === "client" ? "theirs" : "product", what: wait.what, since: wait.from };
  const [first] = missing;
  if (first === undefined) return null;
  const written =
    first.records !== "sow-approval" || sows.some(({ state }) => state === "issued" || state === "approved");
  if (!written) return { whose: "ours", what: "The statement of work, for your approval", since: null };
  return { whose: isTheirs(first) ? "theirs" : "ours", what: first.title, since: null };
}

/** Whether it is the customer who has to answer, and nobody of theirs did. */
export const isAsked = ({ whose, answers = [] }: WorkFacts["waits"][number]): boolean =>
  whose === "client" && answers.length === 0;

/** Whether only the customer's people can state a condition (ROLE-5). */
export const isTheirs = ({ by }: Pick<Missing, "by">): boolean =>
  by?.every((giver) => giver === "program-manager" || giver === "customer") ?? false;
