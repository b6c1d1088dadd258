import {
  addMinuteAccounts,
  approvedWork,
  type Deliverable,
  estimateAgainstActual,
  type MinuteAccount,
  noMinutes,
  type PolicyVersion,
  policyOn,
  type Sow,
  statedChanges,
  usedWork,
} from "@cimpro/domain";
import { type Books, orRefuse } from "@cimpro/store";
import { invoiceSummary, pastDueBefore } from "../billing/invoice-view.ts";
import { currencyOf } from "../context.ts";
import { phaseRecordOf } from "../process/record-evidence.ts";
import { changedWork, workTerms } from "./change-order.ts";
import { phasesLeft } from "./phase.ts";
import { pricedSow } from "./sow.ts";
import { sowStanding } from "./sow-standing.ts";

export type DeliverableView = Awaited<ReturnType<typeof deliverableView>>;

/**
 * Everything about one deliverable on `today`: what it is, its SOWs and change orders, the approved total with its
 * price and dates, estimate against actual, held minutes, deposit, phase, waits, premium and parts (DLV-1…5).
 */
export async function deliverableView(books: Books, account: string, id: string, today: string) {
  const versions = await books.policies.all();
  const currency = currencyOf(versions);
  const { deliverable, sows, changeOrders } = await changedWork(books, account, id);
  const sow = sows.find(({ state }) => state === "approved");
  const { phase, remaining } = await phasesLeft(books, account, id, today);
  const days = await books.minuteAccounts.byDay({ account, deliverable: id });
  return {
    ...deliverable,
    currency,
    phase,
    remainingPhases: remaining,
    sows: sows.map((each) => pricedSow(each, currency)),
    changeOrders,
    approved: sow === undefined ? null : await approvedView(books, versions, sow, changeOrders, today),
    used: sow === undefined ? null : await usedOf(books, deliverable, sow, days, currency),
    /** Where all of its minutes are, those before its SOW too (ALW-8). */
    cover: sumOf(days),
    /** Where the minutes of its approved SOW are: those dated from its approval on (DLV-6). */
    sowCover: sow === undefined ? null : sumOf(days.filter(({ on }) => isOfSow(sow, on))),
    /** Minutes from before that approval, which are general work and count toward nothing that was approved (DLV-6). */
    generalMinutes: sow === undefined ? 0 : sumOf(days.filter(({ on }) => !isOfSow(sow, on))).worked,
    estimate: await estimateOf(books, versions, deliverable, sow, today),
    waits: await books.waits.of(account, id),
    premiumDecision: (await books.premiumDecisions.find(account, id)) ?? null,
    children: (await books.deliverables.partsOf(account, id)).map(partView),
  };
}

const sumOf = (days: readonly { readonly minutes: MinuteAccount }[]): MinuteAccount =>
  days.reduce((sum, { minutes }) => addMinuteAccounts(sum, minutes), noMinutes);

const isOfSow = ({ approvedOn }: Sow, on: string): boolean => approvedOn === null || on >= approvedOn;

const partView = ({ id, name, kind, state }: Deliverable) => ({ id, name, kind, state });

/** How far it has come, in minutes and in money at the SOW's rate (DLV-5, LEAD-8). */
export const usedOf = async (
  books: Books,
  { account, id, endedOn }: Deliverable,
  sow: Sow,
  days: Parameters<typeof usedWork>[0]["days"],
  currency: string,
) => usedWork({ sow, days, endedOn, currency, decision: (await books.premiumDecisions.find(account, id)) ?? null });

/** What is approved, what of it was used, and its deposit (DLV-3, DLV-5, LEAD-5). */
async function approvedView(
  books: Books,
  versions: readonly PolicyVersion[],
  sow: Sow,
  changeOrders: Awaited<ReturnType<typeof changedWork>>["changeOrders"],
  today: string,
) {
  const work = orRefuse(approvedWork(sow, statedChanges(changeOrders), await workTerms(books, versions, sow)));
  const { used, left, credited, heldMinutes, settledMinutes } = await sowStanding(books, sow);
  const invoice = sow.depositInvoice === null ? undefined : await books.invoices.find(sow.depositInvoice);
  return {
    sow: sow.id,
    ...work,
    sowMinutes: sow.minutes,
    changeOrderMinutes: work.minutes - sow.minutes,
    heldMinutes,
    settledMinutes,
    deposit: {
      amount: sow.deposit,
      used,
      left,
      credited,
      invoice: invoice === undefined ? null : invoiceSummary(invoice, await pastDueBefore(books, today)),
    },
  };
}

/** The SOW's estimates once it is approved, before that the deliverable's own. */
async function estimateOf(
  books: Books,
  versions: readonly PolicyVersion[],
  { account, id, estimates }: Awaited<ReturnType<typeof changedWork>>["deliverable"],
  sow: Sow | undefined,
  today: string,
) {
  const { moves } = await phaseRecordOf(books, account, id);
  const worked = await books.deliverables.workedDays(account, id);
  return estimateAgainstActual({
    phases: policyOn(versions, today).policy.process.phases.map((phase) => phase.id),
    estimates: sow?.estimates ?? estimates,
    // An approved SOW's estimate is of the work from its approval on (DLV-6).
    worked: worked.filter(({ on }) => sow === undefined || isOfSow(sow, on)),
    moves,
  });
}
