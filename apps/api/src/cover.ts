import {
  type Alert,
  type Allowance,
  type AllowanceTerms,
  alertsOf,
  type CoverAnswer,
  coverTime,
  type FrozenUse,
  type GrantSale,
  grantsOf,
  type OpenTime,
  type SowWork,
} from "@cimpro/domain";
import type { Books } from "@cimpro/store";
import { sowWorkOf } from "./deliverables/sow-work.ts";
import { tellAlerts } from "./messages/tell.ts";

/** What the cover of an account's open time is worked out from. */
export interface CoverFacts {
  readonly allowances: readonly Allowance[];
  readonly sales: readonly GrantSale[];
  readonly frozen: FrozenUse;
  /** Open minutes, oldest first: per work date, or per entry where a SOW sets entries apart. */
  readonly open: readonly OpenTime[];
  readonly sowWork: readonly SowWork[];
}

/** Loads them; with `asOf`, only what is dated to that day. Without purchases and SOWs nothing else matters to cover. */
export async function coverFacts(books: Books, account: string, asOf?: string): Promise<CoverFacts> {
  const purchases = await books.allowances.list(account);
  const sowWork = await sowWorkOf(books, account);
  const open = await openTime(books, account, sowWork.length > 0);
  return {
    allowances: purchases.map(({ allowance }) => allowance),
    sales: purchases.length === 0 ? [] : await books.allowances.sales(account),
    frozen:
      purchases.length === 0
        ? new Map()
        : asOf === undefined
          ? await books.allowances.frozen(account)
          : await books.allowances.frozenTo(account, asOf),
    open: asOf === undefined ? open : open.filter(({ on }) => on <= asOf),
    sowWork,
  };
}

/** Later than every work date. */
const endOfTime = "9999-12-31";

/** Entries one by one only where some are SOW time: else days will do, and cost less. */
async function openTime(books: Books, account: string, perEntry: boolean): Promise<readonly OpenTime[]> {
  if (perEntry) return books.entries.openBefore(account, endOfTime);
  return (await books.entries.openDays(account)).map((day) => ({ ...day, id: day.on }));
}

/** The cover of open time, oldest first (ALW-5, ALW-6). */
export function coverOfDays(
  facts: CoverFacts,
  terms: AllowanceTerms,
  through: string,
  open: readonly OpenTime[] = facts.open,
): CoverAnswer {
  const last = open.at(-1)?.on ?? through;
  return coverTime({
    open,
    grants: grantsOf(facts.allowances, facts.sales, terms, last > through ? last : through),
    frozen: facts.frozen,
    rolloverCapMinutes: terms.rolloverCapMinutes,
    sowWork: facts.sowWork,
    through,
  });
}

/** Records the alerts that an account's time calls for as the books stand, each once, and gives the new ones (ALW-7). */
export async function recordAlerts(
  books: Books,
  account: string,
  terms: AllowanceTerms,
  { on, today }: { readonly on: string; readonly today: string },
): Promise<readonly Alert[]> {
  const { uses } = coverOfDays(await coverFacts(books, account), terms, today);
  const alerts = await books.allowances.alert(account, alertsOf(uses, terms.alertPercents), on);
  await tellAlerts(books, account, alerts, on);
  return alerts;
}

/** An alert as callers see it. */
export const alertView = ({ allowance, grant, percent, usedMinutes, grantedMinutes }: Alert) => ({
  allowance,
  grant,
  percent,
  usedMinutes,
  grantedMinutes,
});
