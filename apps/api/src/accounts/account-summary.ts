import {
  balancesOf,
  type PolicyVersion,
  policyOn,
  remainingOf,
  runTerms,
  type StandingAnswer,
  standingOf,
  type UnbilledTime,
  unbilledAmount,
} from "@cimpro/domain";
import type { Account, Books } from "@cimpro/store";
import { coverFacts, coverOfDays } from "../cover.ts";

/** An account with the four figures that people look at first. */
export interface AccountSummary extends Account {
  readonly standing: StandingAnswer["standing"];
  readonly stoppedSince?: string;
  readonly remainingMinutes: number;
  readonly hasAllowance: boolean;
  readonly openMinutes: number;
  /** Beyond what was approved for its deliverables; not among the open ones (DLV-5). */
  readonly heldMinutes: number;
  /** What the open minutes would be invoiced at, with premiums. */
  readonly openAmount: number;
  readonly openBalance: number;
  readonly pastDueBalance: number;
  readonly accountCredit: number;
}

/** Where an account stands on a day: hours left, unbilled work, money owed and overdue. */
export async function accountFigures(
  books: Books,
  versions: readonly PolicyVersion[],
  account: string,
  day: string,
  historical: boolean,
) {
  const { policy } = policyOn(versions, day);
  const facts = await coverFacts(books, account, historical ? day : undefined);
  const { cover, uses } = coverOfDays(facts, policy.allowances, day);
  const open = [
    ...cover.map(({ openMinutes, ...time }): UnbilledTime => ({ ...time, minutes: openMinutes })),
    ...(historical ? await books.invoicedSince(account, day) : []),
  ];
  const standing = standingOf(await books.invoices.histories(account), day, policy.invoices.graceDays);
  const sum = (amounts: readonly number[]): number => amounts.reduce((total, each) => total + each, 0);
  return {
    balances: balancesOf(
      facts.allowances.filter((each) => (each.kind === "lump-sum" ? each.validFrom : each.firstMonth) <= day),
      uses,
      day,
    ),
    openMinutes: sum(open.map(({ minutes }) => minutes)),
    heldMinutes: sum(cover.map(({ held }) => held)),
    openAmount: unbilledAmount(open, runTerms(versions, day).rateOn),
    standing,
    openBalance: sum(standing.openInvoices.map(({ balance }) => balance)),
    pastDueBalance: sum(
      standing.openInvoices.filter((each) => each.pastDueDays > 0 && !each.suspended).map(({ balance }) => balance),
    ),
    accountCredit: sum((await books.applications.unapplied(account)).map(({ amount }) => amount)),
  };
}

export async function accountSummary(
  books: Books,
  versions: readonly PolicyVersion[],
  account: Account,
  day: string,
  historical: boolean,
): Promise<AccountSummary> {
  const figures = await accountFigures(books, versions, account.id, day, historical);
  return {
    ...account,
    standing: figures.standing.standing,
    ...(figures.standing.stoppedSince === undefined ? {} : { stoppedSince: figures.standing.stoppedSince }),
    remainingMinutes: remainingOf(figures.balances),
    hasAllowance: figures.balances.length > 0,
    openMinutes: figures.openMinutes,
    heldMinutes: figures.heldMinutes,
    openAmount: figures.openAmount,
    openBalance: figures.openBalance,
    pastDueBalance: figures.pastDueBalance,
    accountCredit: figures.accountCredit,
  };
}
