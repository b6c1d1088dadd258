import type { Alert, InvoiceDraft } from "@cimpro/domain";
import type { Books, User } from "@cimpro/store";
import { stoppageOf } from "../standing.ts";
import type { Asked } from "./about.ts";
import { letterTo, type Reader, type Words } from "./letter.ts";
import {
  type AtRisk,
  allowanceAlert,
  approvalAsked,
  invoiceIssued,
  leadTimeAtRisk,
  workResumed,
  workStopped,
} from "./work-words.ts";

// Each of these queues its message in the transaction of what it tells of: both are kept, or neither.

/** The coordinators of the practice. */
const coordinators = async (books: Books): Promise<readonly User[]> =>
  (await books.users.active(null)).filter(({ role }) => role === "coordinator");

/** Whoever decides for an account: its program managers, else its other people, else our coordinators. */
async function deciders(books: Books, account: string): Promise<readonly User[]> {
  const people = await books.users.active(account);
  const managers = people.filter(({ role }) => role === "program-manager");
  if (managers.length > 0) return managers;
  return people.length > 0 ? people : coordinators(books);
}

async function tell(
  books: Books,
  account: string | null,
  words: Words,
  users: readonly User[],
  at?: string,
): Promise<number> {
  const readers = users.flatMap(({ id, name, email }): readonly Reader[] =>
    email === null ? [] : [{ id, name, email }],
  );
  if (readers.length === 0) return 0;
  const practice = (await books.practice.find())?.name ?? "";
  let told = 0;
  for (const reader of readers) if (await books.outbox.put(letterTo(reader, practice, account, words), at)) told += 1;
  return told;
}

/** A SOW was issued, a change order proposed, or a UAT link sent: whoever approves is asked to. */
export const tellApprovalAsked = async (books: Books, asked: Asked): Promise<void> =>
  void (await tell(books, asked.account, approvalAsked(asked), await deciders(books, asked.account)));

/** A promise is about to be missed, or was: the coordinators can still do something. */
export const tellLeadTimeAtRisk = async (books: Books, risk: AtRisk, at?: string): Promise<void> =>
  void (await tell(books, risk.account, leadTimeAtRisk(risk), await coordinators(books), at));

export async function tellInvoiceIssued(books: Books, number: string, draft: InvoiceDraft): Promise<void> {
  const users = await deciders(books, draft.account);
  if (users.length === 0) return;
  const open = (await books.invoices.open(draft.account)).find((invoice) => invoice.number === number);
  const balance = open?.balance ?? 0;
  const told = { ...draft, number, balance, wasOpen: balance > 0, today: draft.issuedOn };
  await tell(books, draft.account, invoiceIssued(told), users);
}

export async function tellAlerts(
  books: Books,
  account: string,
  alerts: readonly Alert[],
  reachedOn: string,
): Promise<void> {
  if (alerts.length === 0) return;
  const users = [...(await deciders(books, account)), ...(await coordinators(books))];
  const readers = [...new Map(users.map((user) => [user.id, user])).values()];
  const accountName = (await books.accounts.find(account))?.name ?? account;
  for (const alert of alerts)
    await tell(books, account, allowanceAlert({ account, accountName, reachedOn, ...alert }), readers);
}

/** The kinds that tell how an account stands; of several to one reader only the last is worth sending. */
export const standingKinds = ["work-stopped", "work-resumed"] as const;

/**
 * Tells that work stopped, or goes on, to whoever was not told yet; what was dropped was not told. A stoppage begins with
 * a day, not with a command, so it is also looked for once a day; the end of one is told by the payment that brings it
 * about.
 */
export async function tellStanding(
  books: Books,
  account: { readonly id: string; readonly name: string },
  today: string,
  at?: string,
): Promise<void> {
  const stoppage = await stoppageOf(books, await books.policies.all(), account.id, today);
  const heard = await books.outbox.heard(account.id, standingKinds);
  if (stoppage === null && heard.length === 0) return;
  const people = [...(await books.users.active(account.id)), ...(await coordinators(books))];
  for (const reader of people.filter(({ role }) => role !== "member")) {
    const own = heard.filter(({ user }) => user === reader.id);
    const toldStopped = own.find(({ state }) => state !== "dropped")?.kind === "work-stopped";
    if (toldStopped === (stoppage !== null)) continue;
    // The message before tells this change from an earlier one of the same day.
    const facts = { account: account.id, accountName: account.name, before: own[0]?.id ?? "" };
    const words = stoppage === null ? workResumed(facts) : workStopped({ ...facts, ...stoppage });
    await tell(books, account.id, words, [reader], at);
  }
}
