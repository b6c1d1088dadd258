import { policyOn } from "@cimpro/domain";
import { coverFacts, coverOfDays } from "../cover.ts";
import { stoppageOf } from "../standing.ts";
import type { AboutOf } from "./about.ts";
import { standingKinds } from "./tell.ts";
import type { Today, Verdict } from "./today.ts";
import { allowanceAlert, invoiceIssued, workResumed, workStopped } from "./work-words.ts";

const noAccount: Verdict = { drop: "The account that it is about is not there any more." };

/** An invoice is told of with what is left to pay today, until it is paid, voided or set aside. */
export async function invoiceToday(
  { books, day }: Today,
  { invoice: number, wasOpen }: AboutOf<"invoice-issued">,
): Promise<Verdict> {
  const invoice = await books.invoices.find(number);
  if (invoice === undefined) return { drop: `Invoice ${number} is not there any more.` };
  if (invoice.voidedBy !== null) return { drop: `Invoice ${number} was voided by ${invoice.voidedBy}.` };
  if (wasOpen && invoice.balance === 0) return { drop: `Nothing of invoice ${number} is left to pay.` };
  if (invoice.suspended) return { drop: `Invoice ${number} is disputed: it is set aside.` };
  return { words: invoiceIssued({ ...invoice, wasOpen, today: day }) };
}

/** That work stopped, or goes on, is told while it is so, once, and that it goes on only to whoever heard that it stopped. */
export async function standingToday(
  { books, account, message, day }: Today,
  { kind }: AboutOf<"work-stopped" | "work-resumed">,
): Promise<Verdict> {
  if (account === null) return noAccount;
  const own = (await books.outbox.heard(account.id, standingKinds)).filter(({ user }) => user === message.to.user);
  const place = own.findIndex(({ id }) => id === message.id);
  if (own.slice(0, place).some(({ state }) => state !== "dropped"))
    return { drop: "A later message says how work stands." };
  const facts = { account: account.id, accountName: account.name, before: own[place + 1]?.id ?? "" };
  const stoppage = await stoppageOf(books, await books.policies.all(), account.id, day);
  if (kind === "work-stopped") {
    if (stoppage === null) return { drop: "Nothing is past due any more: work goes on." };
    return { words: workStopped({ ...facts, ...stoppage }) };
  }
  if (stoppage !== null) return { drop: `Work is stopped again since ${stoppage.since}.` };
  const earlier = own
    .slice(place + 1)
    .filter(({ state, isOnItsWay }) => state !== "dropped" && (state !== "queued" || isOnItsWay));
  if (earlier[0]?.isOnItsWay) return { wait: true };
  if (earlier[0]?.kind !== "work-stopped") return { drop: "It was never told that work stopped." };
  return { words: workResumed(facts) };
}

/** That a share of hours was reached stays true; it is told with what is used today, while the hours can be used. */
export async function alertToday(
  { books, account, day }: Today,
  { grant: id, percent, reachedOn }: AboutOf<"allowance-alert">,
): Promise<Verdict> {
  if (account === null) return noAccount;
  const { policy } = policyOn(await books.policies.all(), day);
  const { uses } = coverOfDays(await coverFacts(books, account.id), policy.allowances, day);
  const use = uses.find(({ grant }) => grant.id === id);
  if (use === undefined || use.grant.minutes === 0) return { drop: "Those hours were given back." };
  if (use.grant.validUntil !== null && use.grant.validUntil <= day)
    return { drop: "The month of those hours is over." };
  const { usedMinutes, grant } = use;
  const facts = { account: account.id, accountName: account.name, grant: id, percent, reachedOn };
  return { words: allowanceAlert({ ...facts, usedMinutes, grantedMinutes: grant.minutes }) };
}
