import {
  type Deliverable,
  daysInPhase,
  type Finding,
  inPhaseSince,
  missingAt,
  openFindings,
  type PhaseRecord,
  type PolicyVersion,
  Slug,
  type Sow,
} from "@cimpro/domain";
import type { Books } from "@cimpro/store";
import { z } from "zod";
import { businessDay, type SignedIn } from "../context.ts";
import { type Page, page, pageOf, placeOf } from "../paging.ts";
import { stoppageOf } from "../standing.ts";
import { begunBy, termsOf } from "./process-facts.ts";

/** An open deliverable on the board: where it is, for how long, at what cost, and what holds it up. */
export interface BoardCard {
  readonly account: string;
  readonly accountName: string;
  readonly deliverable: string;
  readonly name: string;
  readonly phase: string;
  readonly phaseTitle: string;
  readonly since: string | null;
  readonly daysInPhase: number | null;
  /** Minutes estimated: what the approved SOW and change orders say, else the sum of its phases' estimates. */
  readonly estimatedMinutes: number;
  /** Minutes worked on it, whatever became of them: from the day of the approval, before one in all (DLV-6). */
  readonly workedMinutes: number;
  readonly stabilizationEndsOn: string | null;
  /** What its approved SOW promises; null where none has a lead time. */
  readonly leadTime: "expedited" | "rush" | null;
  readonly blocker: {
    readonly stopped: boolean;
    readonly waits: readonly { readonly whose: "client" | "product"; readonly from: string; readonly what: string }[];
    /** How many conditions its phase lacks. */
    readonly missing: number;
    /** The first of them. */
    readonly nextCondition: string | null;
  };
}

export const AskBoard = z.object({ ...page, phase: Slug.optional() });
export type AskBoard = z.infer<typeof AskBoard>;

/** Every open deliverable of the practice, by the day it was added. */
export async function phaseBoard(ctx: SignedIn, input: AskBoard): Promise<Page<BoardCard>> {
  return ctx.store.read(async (books) => {
    const place = placeOf(input.cursor, z.tuple([z.string(), z.string(), z.string()]));
    const after = place && { state: "open", on: place[0], account: place[1], id: place[2] };
    const deliverables = await books.deliverables.across({ states: ["open"], limit: input.limit + 1, after });
    const versions = await books.policies.all();
    const shared = await sharedFacts(ctx, books, versions, deliverables);
    const cards: BoardCard[] = [];
    for (const deliverable of deliverables) cards.push(await cardOf(books, versions, deliverable, shared));
    const found = pageOf(
      deliverables.map((deliverable, at) => ({ deliverable, card: cards[at] })),
      input.limit,
      ({ deliverable: { addedOn, account, id } }) => [addedOn ?? "", account, id],
      ({ card }) => card,
    );
    const items = found.items.filter((card) => card !== undefined);
    return { ...found, items: input.phase === undefined ? items : items.filter(({ phase }) => phase === input.phase) };
  });
}

interface Shared {
  readonly today: string;
  readonly accountNames: ReadonlyMap<string, string>;
  readonly stopped: ReadonlySet<string>;
  readonly worked: ReadonlyMap<string, number>;
}

const keyOf = (account: string, deliverable: string): string => `${account}/${deliverable}`;

async function sharedFacts(
  ctx: SignedIn,
  books: Books,
  versions: readonly PolicyVersion[],
  deliverables: readonly Deliverable[],
): Promise<Shared> {
  const today = await businessDay(ctx, books);
  const accounts = [...new Set(deliverables.map(({ account }) => account))];
  const accountNames = new Map<string, string>();
  const stopped = new Set<string>();
  for (const account of accounts) {
    accountNames.set(account, (await books.accounts.find(account))?.name ?? account);
    if ((await stoppageOf(books, versions, account, today)) !== null) stopped.add(account);
  }
  const minutes = await books.deliverableMinutes(accounts);
  const worked = new Map(minutes.map((each) => [keyOf(each.account, each.deliverable), each.minutes]));
  return { today, accountNames, stopped, worked };
}

async function cardOf(
  books: Books,
  versions: readonly PolicyVersion[],
  deliverable: Deliverable,
  { today, accountNames, stopped, worked }: Shared,
): Promise<BoardCard> {
  const { account, id, name } = deliverable;
  const record = (await books.phaseRecords.find(account, id)) ?? begunBy(deliverable, versions);
  const phase = termsOf(record, versions).phases.find((each) => each.id === record.phase);
  const sow = (await books.sows.of(account, id)).find(({ state }) => state === "approved");
  const findings = await books.findings.of(account, id);
  const missing = missingAt(phase?.gates ?? [], record, circumstancesOf(deliverable, findings, sow));
  const waits = (await books.waits.of(account, id)).filter(({ to }) => to === null);
  return {
    ...{ account, accountName: accountNames.get(account) ?? account, deliverable: id, name },
    ...{ phase: record.phase, phaseTitle: phase?.title ?? record.phase },
    since: inPhaseSince(record),
    daysInPhase: daysInPhase(record, today),
    estimatedMinutes: await estimateOf(books, deliverable, sow),
    workedMinutes: sow?.approvedOn
      ? await workedFrom(books, deliverable, sow.approvedOn)
      : (worked.get(keyOf(account, id)) ?? 0),
    stabilizationEndsOn: record.stabilizationEndsOn,
    leadTime: sow === undefined || sow.leadTime === "standard" ? null : sow.leadTime,
    blocker: {
      stopped: stopped.has(account),
      waits: waits.map(({ whose, from, what }) => ({ whose, from, what })),
      missing: missing.length,
      nextCondition: missing[0]?.title ?? null,
    },
  };
}

async function workedFrom(books: Books, { account, id }: Deliverable, from: string): Promise<number> {
  const days = await books.deliverables.workedDays(account, id);
  return days.reduce((sum, { on, minutes }) => (on >= from ? sum + minutes : sum), 0);
}

const circumstancesOf = ({ criticalWorkflows }: Deliverable, findings: readonly Finding[], sow: Sow | undefined) => ({
  open: openFindings(findings),
  touchesCriticalWorkflow: criticalWorkflows.length > 0,
  sowApproved: sow !== undefined,
});

async function estimateOf(books: Books, { account, id, estimates }: Deliverable, sow: Sow | undefined) {
  if (sow === undefined) return estimates.reduce((sum, { minutes }) => sum + minutes, 0);
  const changes = (await books.changeOrders.of(account, id)).filter(({ state }) => state === "approved");
  return changes.reduce((sum, { minutes }) => sum + minutes, sow.minutes);
}

/** How much of the practice's work is where. */
export interface Funnel {
  readonly phases: readonly { readonly phase: string; readonly title: string; readonly deliverables: number }[];
  /** Customizations in long-term support. */
  readonly live: number;
}

/** Counts the open deliverables of the practice by phase, in the order of the process in force. */
export async function phaseFunnel(ctx: SignedIn): Promise<Funnel> {
  return ctx.store.read(async (books) => {
    const versions = await books.policies.all();
    const counts = new Map<string, { title: string; deliverables: number }>();
    for (const { policy } of versions.toReversed())
      for (const { id, title, gates } of policy.process.phases)
        if (gates.length > 0 && !counts.has(id)) counts.set(id, { title, deliverables: 0 });
    const records = new Map<string, PhaseRecord>();
    for await (const record of all((after) => books.phaseRecords.across({ limit: 500, after }), recordPlace))
      records.set(keyOf(record.account, record.id), record);
    const open = (after: After) => books.deliverables.across({ states: ["open"], limit: 500, after });
    for await (const deliverable of all(open, deliverablePlace)) {
      const { phase } = records.get(keyOf(deliverable.account, deliverable.id)) ?? begunBy(deliverable, versions);
      const count = counts.get(phase);
      if (count !== undefined) count.deliverables += 1;
    }
    let live = 0;
    const customizations = (after: After) => books.customizations.across({ states: ["live"], limit: 500, after });
    for await (const _customization of all(customizations, ({ liveSince: on, account, id }) => ({
      ...{ state: "live", on, account, id },
    })))
      live += 1;
    return { phases: [...counts].map(([phase, count]) => ({ phase, ...count })), live };
  });
}

type After = { readonly state: string; readonly on: string; readonly account: string; readonly id: string } | undefined;

const recordPlace = ({ phase: state, moves, beganOn, account, id }: PhaseRecord) => ({
  ...{ state, on: moves.at(-1)?.on ?? beganOn ?? "", account, id },
});
const deliverablePlace = ({ state, addedOn, account, id }: Deliverable) => ({ state, on: addedOn ?? "", account, id });

/** Every record there is, page after page. */
export async function* all<T>(
  read: (after: After) => Promise<readonly T[]>,
  place: (record: T) => NonNullable<After>,
): AsyncGenerator<T> {
  let after: After;
  do {
    const found: readonly T[] = await read(after);
    yield* found;
    const last = found.at(-1);
    after = last === undefined || found.length < 500 ? undefined : place(last);
  } while (after !== undefined);
}
