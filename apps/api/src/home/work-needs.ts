import {
  amountFor,
  type CustomerRequest,
  type Deliverable,
  type DeliverableWait,
  followUpClock,
  formatDuration,
  missingTime,
  missingTimeFrom,
  type PolicyVersion,
  policyOn,
  type Sow,
} from "@cimpro/domain";
import type { Books } from "@cimpro/store";
import { ownTimeOnly } from "../access/roles.ts";
import { currencyOf, type SignedIn } from "../context.ts";
import { pricedSow } from "../deliverables/sow.ts";
import { leadTimeClockOf } from "../lead-times/lead-time-facts.ts";
import type { Need } from "./need.ts";

interface Looking {
  readonly books: Books;
  readonly versions: readonly PolicyVersion[];
  readonly today: string;
  readonly nameOf: (account: string) => string;
}

/** What requests, promises, approvals, reviews, people's time and messages call for; only what waits is read. */
export async function workNeeds(ctx: SignedIn, looking: Looking): Promise<readonly Need[]> {
  return [
    ...(await requestsDue(looking)),
    ...(await promisesAtRisk(looking)),
    ...(await answeredWaits(looking)),
    ...(await approvals(looking)),
    ...(await settlements(looking)),
    ...(await reviews(looking)),
    ...(await timeMissing(ctx, looking)),
    ...(await messages(ctx, looking)),
  ];
}

const about = ({ nameOf }: Looking, account: string, of: string, title: string) => ({
  ...{ account, accountName: nameOf(account), about: of, title },
});

/** How many records are read at once. */
const atOnce = 500;

type After = { readonly state: string; readonly on: string; readonly account: string; readonly id: string };

/** All records in a state, page by page. */
async function everyOne<T>(
  state: string,
  read: (filter: { states: readonly string[]; limit: number; after?: After | undefined }) => Promise<readonly T[]>,
  place: (record: T) => Omit<After, "state">,
): Promise<readonly T[]> {
  const found: T[] = [];
  for (let after: After | undefined; ; ) {
    const rows = await read({ states: [state], limit: atOnce, after });
    found.push(...rows);
    const last = rows.at(-1);
    if (last === undefined || rows.length < atOnce) return found;
    after = { state, ...place(last) };
  }
}

/** Nobody followed up yet: new ones, and those that are amber or late (REQ-1). */
async function requestsDue(looking: Looking): Promise<readonly Need[]> {
  const { books, versions, today } = looking;
  const waiting = await everyOne("awaiting-follow-up", books.requests.across, requestPlace);
  return waiting.map((request): Need => {
    const { policy } = policyOn(versions, request.submittedOn);
    const clock = followUpClock(request, today, policy.requests, new Set(policy.holidays));
    const days = `${clock.businessDays} business days without a follow-up`;
    const said = {
      "on-time": `Nobody followed up yet; due ${clock.dueOn}.`,
      amber: `${days}; due ${clock.dueOn}.`,
      late: `${days}; it was due ${clock.dueOn}.`,
    };
    return {
      ...about(looking, request.account, request.id, request.title),
      ...{ kind: "request", urgency: urgencyOf[clock.state], clause: "REQ-1", cost: 0 },
      message: said[clock.state],
      day: request.submittedOn,
    };
  });
}

const urgencyOf = { "on-time": "open", amber: "soon", late: "late" } as const;

const requestPlace = ({ submittedOn, account, id }: CustomerRequest) => ({ on: submittedOn, account, id });

/** Guaranteed, not delivered, and due within two business days or past; the premium is at stake (LEAD-3, LEAD-6). */
async function promisesAtRisk(looking: Looking): Promise<readonly Need[]> {
  const { books, today } = looking;
  const promised = (await everyOne("approved", books.sows.across, sowPlace)).filter(
    ({ leadTime }) => leadTime !== "standard",
  );
  if (promised.length === 0) return [];
  const open = await openDeliverables(looking);
  const needs: Need[] = [];
  for (const sow of promised) {
    const deliverable = open.get(`${sow.account} ${sow.deliverable}`);
    if (deliverable === undefined || sow.leadTime === "standard") continue;
    const clock = await leadTimeClockOf(books, sow.account, sow.deliverable, today);
    if (clock === null || !clock.atRisk || !clock.guaranteed) continue;
    needs.push({
      ...about(looking, sow.account, sow.deliverable, deliverable.name),
      ...{ kind: "promise", urgency: (clock.daysLeft ?? 0) < 0 ? "late" : "soon", clause: "LEAD-6" },
      message: clock.sentence,
      cost: amountFor(sow.minutes, sow.premiums[sow.leadTime]),
      day: clock.dueDates.moved.rush ?? clock.dueDates.moved.expedited,
    });
  }
  return needs;
}

const sowPlace = ({ issuedOn, account, id }: Sow) => ({ on: issuedOn, account, id });

async function openDeliverables({ books }: Looking): Promise<ReadonlyMap<string, Deliverable>> {
  const open = await everyOne("open", books.deliverables.across, ({ addedOn, account, id }) => ({
    ...{ on: addedOn ?? "", account, id },
  }));
  return new Map(open.map((each) => [`${each.account} ${each.id}`, each]));
}

/** The customer answered what work waits for; the wait lasts, and stops the clock, until somebody ends it (LEAD-6). */
async function answeredWaits(looking: Looking): Promise<readonly Need[]> {
  const { books } = looking;
  const place = ({ from, account, id }: DeliverableWait) => ({ on: from, account, id });
  const needs: Need[] = [];
  for (const wait of await everyOne("lasting", books.waits.across, place)) {
    const last = wait.answers?.at(-1);
    if (last === undefined) continue;
    const deliverable = await books.deliverables.find(wait.account, wait.deliverable);
    if (deliverable?.state !== "open") continue;
    needs.push({
      ...about(looking, wait.account, wait.deliverable, deliverable.name),
      ...{ kind: "answer", urgency: "soon", clause: "LEAD-6", cost: 0, day: last.on },
      message: `${last.person} answered on ${last.on}: “${wait.what}”. End the wait if that is all it takes.`,
    });
  }
  return needs;
}

/** SOWs and change orders that wait at the customer (DLV-2, DLV-4). */
async function approvals(looking: Looking): Promise<readonly Need[]> {
  const { books, versions, today } = looking;
  const currency = currencyOf(versions);
  const needs: Need[] = [];
  for (const sow of await everyOne("issued", books.sows.across, sowPlace)) {
    const deliverable = await books.deliverables.find(sow.account, sow.deliverable);
    if (deliverable?.state !== "open") continue;
    const expired = sow.validUntil < today;
    needs.push({
      ...about(looking, sow.account, sow.deliverable, deliverable.name),
      ...{ kind: "approval", urgency: expired ? "soon" : "open", clause: "DLV-2" },
      message: expired
        ? `The SOW could be approved until ${sow.validUntil}; issue it again or end the work.`
        : `The SOW of ${sow.issuedOn} waits for approval until ${sow.validUntil}.`,
      cost: pricedSow(sow, currency).price.total,
      day: sow.issuedOn,
    });
  }
  const place = ({ proposedOn, account, id }: { proposedOn: string; account: string; id: string }) => ({
    ...{ on: proposedOn, account, id },
  });
  for (const change of await everyOne("proposed", books.changeOrders.across, place)) {
    const deliverable = await books.deliverables.find(change.account, change.deliverable);
    if (deliverable?.state !== "open") continue;
    needs.push({
      ...about(looking, change.account, change.deliverable, deliverable.name),
      ...{ kind: "approval", urgency: "open", clause: "DLV-4", cost: 0 },
      message: `A change order over ${formatDuration(change.minutes)} waits for approval since ${change.proposedOn}.`,
      day: change.proposedOn,
    });
  }
  return needs;
}

/** A premium was not earned in full; whether it is credited is ours to decide (LEAD-4). */
async function settlements(looking: Looking): Promise<readonly Need[]> {
  const { books } = looking;
  const proposed = await everyOne("proposed", books.premiumDecisions.across, ({ deliveredOn, account, id }) => ({
    ...{ on: deliveredOn, account, id },
  }));
  const needs: Need[] = [];
  for (const { account, id, deliveredOn, settlement } of proposed)
    needs.push({
      ...about(looking, account, id, (await books.deliverables.find(account, id))?.name ?? id),
      ...{ kind: "settlement", urgency: "soon", clause: "LEAD-4", cost: settlement.credit, day: deliveredOn },
      message: `Delivered ${deliveredOn}, later than promised: decide what becomes of its premium.`,
    });
  return needs;
}

/** Customizations that nobody has looked at since an update of the software (PROC-9). */
async function reviews(looking: Looking): Promise<readonly Need[]> {
  const { books, today } = looking;
  const open = await everyOne("open", books.compatibilityReviews.across, ({ account, id }) => ({
    ...{ on: "", account, id },
  }));
  const byUpdate = [...Map.groupBy(open, ({ account, update }) => `${account}\n${update}`).values()];
  const needs: Need[] = [];
  for (const group of byUpdate) {
    const [first] = group;
    if (first === undefined) continue;
    const update = await books.versionUpdates.find(first.account, first.update);
    const version = update?.version ?? first.update;
    needs.push({
      ...about(looking, first.account, first.update, `Version ${version}`),
      ...{ kind: "review", urgency: update !== undefined && update.on <= today ? "late" : "open" },
      ...{ clause: "PROC-9", cost: 0, day: update?.on ?? today },
      message:
        group.length === 1
          ? `1 customization is not reviewed for version ${version}.`
          : `${group.length} customizations are not reviewed for version ${version}.`,
    });
  }
  return needs;
}

/** People without time on past business days of this week; whoever has their own time only sees their own. */
async function timeMissing({ actor }: SignedIn, { books, versions, today }: Looking): Promise<readonly Need[]> {
  const worked = await books.practiceFigures.workedDays({ from: missingTimeFrom(today), to: today });
  const { policy } = policyOn(versions, today);
  return missingTime(worked, today, new Set(policy.holidays))
    .filter(({ worker }) => !ownTimeOnly.includes(actor.role) || worker === actor.name)
    .map(({ worker, days }) => ({
      ...{ kind: "time-missing", urgency: "soon", account: null, accountName: null, about: worker, title: worker },
      ...{ clause: null, cost: 0, day: days[0] ?? today },
      message: `No time on ${days.join(", ")}.`,
    }));
}

/** No more than this many messages are named one by one. */
const mostMessages = 20;

/** Messages that were given up. */
async function messages({ actor }: SignedIn, { books, today, nameOf }: Looking): Promise<readonly Need[]> {
  if (actor.role !== "admin") return [];
  const failed = await books.outbox.list({ state: "failed", limit: mostMessages });
  return failed.map(({ id, account, to, subject, lastError, recordedAt }) => ({
    ...{ kind: "message", urgency: "late", account, accountName: account === null ? null : nameOf(account) },
    ...{ about: id, title: subject, clause: null, cost: 0, day: recordedAt.slice(0, 10) || today },
    message: `The message to ${to.name} was not delivered${lastError === null ? "" : `: ${lastError}`}.`,
  }));
}
