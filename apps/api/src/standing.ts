import { type PolicyVersion, policyOn, rejection, type StandingAnswer, standingOf } from "@cimpro/domain";
import { type Books, Refused } from "@cimpro/store";

/** Where an account stands on a day (INV-5). */
export async function standingOn(
  books: Books,
  versions: readonly PolicyVersion[],
  account: string,
  today: string,
): Promise<StandingAnswer> {
  return standingOf(
    await books.invoices.histories(account),
    today,
    policyOn(versions, today).policy.invoices.graceDays,
  );
}

/** The stoppage of an account, or null while it is in good standing. Looks at open invoices only, unless it has to. */
export async function stoppageOf(
  books: Books,
  versions: readonly PolicyVersion[],
  account: string,
  today: string,
): Promise<{ readonly since: string; readonly invoices: readonly string[] } | null> {
  const open = await books.invoices.open(account);
  if (!open.some(({ issuedOn, suspended }) => issuedOn < today && !suspended)) return null;
  const standing = await standingOn(books, versions, account, today);
  if (standing.stoppedSince === undefined) return null;
  const due = standing.openInvoices.filter(({ pastDueDays, suspended }) => pastDueDays > 0 && !suspended);
  return { since: standing.stoppedSince, invoices: due.map(({ number }) => number) };
}

/** Refuses work dated on or after the first stopped day, unless a person overrides it with a reason (INV-5). */
export function refuseWhenStopped(
  stoppage: { readonly since: string; readonly invoices: readonly string[] } | null,
  account: string,
  on: string,
): void {
  if (stoppage === null || on < stoppage.since) return;
  throw new Refused(rejection("WORK_STOPPED", { account, on, ...stoppage }));
}
