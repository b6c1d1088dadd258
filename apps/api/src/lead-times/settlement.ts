import {
  type DeliverableSettlement,
  judgeLeadTime,
  leadTimeHistory,
  type PremiumDecision,
  type PremiumSettlement,
  premiumTimeOn,
  settleDeliverable,
  settledRateOf,
  settlementOf,
} from "@cimpro/domain";
import { type Books, orRefuse } from "@cimpro/store";
import { leadTimeOf } from "./lead-time-facts.ts";

/** A delivery whose premium is to be settled. */
export interface Delivery {
  readonly account: string;
  readonly deliverable: string;
  /** The delivery day. */
  readonly on: string;
  readonly today: string;
}

/** What a settlement would come to on the records and minutes of the moment (LEAD-3…8). */
export interface WorkedOut {
  readonly evidence: PremiumSettlement;
  readonly settled: DeliverableSettlement;
  /** The same with the premium left as it is: only minutes after the delivery are credited. */
  readonly declined: DeliverableSettlement;
  readonly ratePerHour: number;
}

/** Works a settlement out; null where no approved SOW promises a lead time. */
export async function workOut(books: Books, delivery: Delivery): Promise<WorkedOut | null> {
  const { account, deliverable, on, today } = delivery;
  const known = await leadTimeOf(books, delivery, today, on);
  if (known === null) return null;
  const { facts, terms } = known;
  const { leadTime, premiums } = facts.sow;
  const judgement = orRefuse(judgeLeadTime(leadTimeHistory(facts, today), terms));
  const window = await books.window(account, { deliverable, premiums: true });
  const time = premiumTimeOn(window, deliverable, on);
  const ratePerHour = premiums[leadTime];
  const settle = (settledRate: number): DeliverableSettlement =>
    settleDeliverable(time, { ratePerHour, settledRate, keptMinutes: judgement.keptMinutes, deliveredOn: on });
  const settled = settle(settledRateOf(judgement, premiums));
  const evidence = settlementOf(judgement, settled, { currency: terms.currency, leadTime, ratePerHour });
  return { evidence, settled, declined: settle(ratePerHour), ratePerHour };
}

/** What is proposed to a coordinator: nothing is settled by it, and runs go on billing the full premium (LEAD-4, LEAD-8). */
export const proposalOf = (delivery: Delivery, { evidence, settled, ratePerHour }: WorkedOut): PremiumDecision => ({
  ...recordOf(delivery, evidence, settled),
  state: "proposed",
  decidedOn: null,
  decidedBy: null,
  reason: null,
  settledRate: ratePerHour,
  keptMinutes: 0,
  keptBilledMinutes: 0,
  keptDepositMinutes: 0,
  creditMemos: [],
});

/** A settlement that was taken, by rule or by a person, with the memos that it issued. */
export function decisionOf(
  delivery: Delivery,
  { evidence }: WorkedOut,
  settled: DeliverableSettlement,
  taken: Pick<PremiumDecision, "state" | "decidedBy" | "reason" | "creditMemos">,
): PremiumDecision {
  const { settledRate, keptMinutes, keptBilledMinutes, keptDepositMinutes } = settled;
  return {
    ...recordOf(delivery, evidence, settled),
    ...taken,
    decidedOn: delivery.today,
    settledRate,
    keptMinutes,
    keptBilledMinutes,
    keptDepositMinutes,
  };
}

const recordOf = (
  { account, deliverable, on }: Delivery,
  settlement: PremiumSettlement,
  { lines, deposit, notInvoiced }: DeliverableSettlement,
) => ({
  account,
  id: deliverable,
  deliveredOn: on,
  settlement,
  lines: lines.map(({ ratePerHour: _rate, lowered: _lowered, later: _later, ...line }) => line),
  deposit,
  notInvoiced,
});
