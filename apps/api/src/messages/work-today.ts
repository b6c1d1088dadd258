import type { Deliverable } from "@cimpro/domain";
import { phaseView } from "@cimpro/domain";
import type { Books } from "@cimpro/store";
import { isTheirs } from "../home/work-standing.ts";
import { workInProcess } from "../process/process-facts.ts";
import type { AboutOf, Asked } from "./about.ts";
import { promiseAtRisk } from "./at-risk.ts";
import type { Today, Verdict } from "./today.ts";
import { approvalAsked, isLate, leadTimeAtRisk } from "./work-words.ts";

/** An approval is asked for while it can be given, and was not. */
export async function approvalToday(today: Today, { asked }: AboutOf<"approval-asked">): Promise<Verdict> {
  const { books, day } = today;
  const deliverable = await books.deliverables.find(asked.account, asked.deliverable);
  if (deliverable === undefined) return { drop: "The work that it is about is not there any more." };
  if (deliverable.state !== "open") return { drop: `${deliverable.name} has ended.` };
  const drop = await doneAlready(books, deliverable, asked, day);
  return drop === null ? { words: approvalAsked({ ...asked, deliverableName: deliverable.name }) } : { drop };
}

/** Why nothing is to be approved any more; null while it is. */
function doneAlready(books: Books, deliverable: Deliverable, asked: Asked, day: string): Promise<string | null> {
  switch (asked.kind) {
    case "sow":
      return sowDone(books, asked, day);
    case "change-order":
      return changeOrderDone(books, asked);
    case "uat":
      return testDone(books, deliverable, asked, day);
  }
}

async function sowDone(books: Books, { account, id }: Asked, day: string): Promise<string | null> {
  const sow = await books.sows.find(account, id);
  if (sow === undefined) return `SOW ${id} is not there any more.`;
  if (sow.state !== "issued") return `SOW ${id} is ${sow.state} already.`;
  return sow.validUntil < day ? `SOW ${id} could be approved until ${sow.validUntil}.` : null;
}

async function changeOrderDone(books: Books, { account, id }: Asked): Promise<string | null> {
  const order = await books.changeOrders.find(account, id);
  if (order === undefined) return `Change order ${id} is not there any more.`;
  return order.state === "proposed" ? null : `Change order ${id} is ${order.state} already.`;
}

/** A test is asked for by the condition that says it was sent, and how often that was stated: `sent-for-testing-1`. */
async function testDone(books: Books, { account, id: of, name }: Deliverable, asked: Asked, day: string) {
  const { record, terms, circumstances } = await workInProcess(books, await books.policies.all(), account, of);
  const place = asked.id.lastIndexOf("-");
  const [condition, time] = [asked.id.slice(0, place), Number(asked.id.slice(place + 1))];
  const times = record.evidence.filter((each) => each.condition === condition).length;
  if (times > time) return `${name} was sent for testing again.`;
  const phase = terms.phases.find(({ id }) => id === record.phase);
  const isHere = phase?.gates.some(({ conditions }) => conditions.some(({ id }) => id === condition)) ?? false;
  const { missing } = phaseView(record, terms, circumstances, day);
  return isHere && missing.some(isTheirs) ? null : `${name} waits for no test any more.`;
}

/** A promise is told of while it is at risk just so; once it is late, or due another day, that is told of anew. */
export async function riskToday({ books, account, day }: Today, about: AboutOf<"lead-time-at-risk">): Promise<Verdict> {
  const deliverable = account === null ? undefined : await books.deliverables.find(account.id, about.deliverable);
  const risk = deliverable === undefined ? null : await promiseAtRisk(books, deliverable, day);
  if (risk === null)
    return { drop: `The lead time of ${deliverable?.name ?? about.deliverable} is not at risk any more.` };
  const same = risk.leadTime === about.leadTime && risk.dueOn === about.dueOn && isLate(risk) === about.isLate;
  return same ? { words: leadTimeAtRisk(risk) } : { drop: "Another message says how that lead time stands." };
}
