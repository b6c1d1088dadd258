import { addMonths, type Day, firstOfMonth, type Month, monthOf } from "../values/day.ts";
import type { Minutes } from "../values/duration.ts";
import type { Allowance, GrantSale, MonthlyAllowance } from "./purchase.ts";
import type { AllowanceTerms } from "./terms.ts";

/** Minutes that may cover time dated within `[validFrom, validUntil)`. */
export interface Grant {
  readonly id: string;
  readonly allowance: string;
  readonly month: Month | null;
  readonly validFrom: Day;
  /** First day after it; null never expires. */
  readonly validUntil: Day | null;
  readonly minutes: Minutes;
  readonly sequence: number;
  /** `usable` covers time; `unpaid` would, once its invoice is settled (ALW-3); `rolled-over` is last month's rest. */
  readonly state: "usable" | "unpaid";
  readonly rolledOver: boolean;
}

/** The id of the grant of a purchase: the purchase itself, or its month; a month's roll-over stands beside it. */
export const grantId = (allowance: string, month: Month | null, rolledOver = false): string =>
  month === null ? allowance : `${allowance}/${month}${rolledOver ? "+" : ""}`;

/** The purchase a grant belongs to. */
export const allowanceOf = (grant: string): string => grant.split("/", 1)[0] ?? grant;

/**
 * The grants of an account's purchases that begin by `through`, without roll-over (that depends on use).
 * A monthly purchase grants each calendar month in full (ALW-4); a lump sum never expires.
 */
export function grantsOf(
  allowances: readonly Allowance[],
  sales: readonly GrantSale[],
  terms: AllowanceTerms,
  through: Day,
): readonly Grant[] {
  const sold = new Map(sales.map((sale) => [grantId(sale.allowance, sale.month), sale]));
  const grant = (allowance: Allowance, month: Month | null): Grant => {
    const id = grantId(allowance.id, month);
    const sale = sold.get(id);
    const unpaid = terms.activation === "on-payment" && !isOpening(allowance, month) && !(sale?.settled ?? false);
    return {
      id,
      allowance: allowance.id,
      month,
      validFrom: allowance.kind === "lump-sum" ? allowance.validFrom : firstOfMonth(month ?? allowance.firstMonth),
      validUntil: month === null ? null : firstOfMonth(addMonths(month, 1)),
      minutes: Math.max(0, allowance.minutes - (sale?.returnedMinutes ?? 0)),
      sequence: allowance.sequence,
      state: unpaid ? "unpaid" : "usable",
      rolledOver: false,
    };
  };
  return allowances.flatMap((allowance) => {
    if (allowance.kind === "lump-sum") return allowance.validFrom <= through ? [grant(allowance, null)] : [];
    return monthsOf(allowance, monthOf(through)).map((month) => grant(allowance, month));
  });
}

/** The calendar months of a monthly purchase, from its first to the earlier of its last and `through`. */
export function monthsOf(allowance: MonthlyAllowance, through: Month): readonly Month[] {
  const last = allowance.lastMonth !== null && allowance.lastMonth < through ? allowance.lastMonth : through;
  const months: Month[] = [];
  if (allowance.firstMonth > last) return months;
  // Ends by meeting `last`, so that the last month of the calendar ends it too.
  for (let month = allowance.firstMonth; month !== last; month = addMonths(month, 1)) months.push(month);
  return [...months, last];
}

/** The waterfall's order among grants: the one that expires first, then the oldest start, then purchase order (ALW-5); a roll-over before its month's own grant (ALW-4). */
export function byExpiryStartPurchase(a: Grant, b: Grant): number {
  const never = "9999-99-99";
  return (
    compare(a.validUntil ?? never, b.validUntil ?? never) ||
    compare(a.validFrom, b.validFrom) ||
    Number(b.rolledOver) - Number(a.rolledOver) ||
    a.sequence - b.sequence
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Whether a grant came in as an opening balance, without an invoice: of a monthly purchase the first month (ALW-7). */
export const isOpening = (allowance: Allowance, month: Month | null): boolean =>
  allowance.opening && (allowance.kind === "lump-sum" || month === allowance.firstMonth);
