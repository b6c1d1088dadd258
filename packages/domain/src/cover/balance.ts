import type { Allowance } from "../allowances/purchase.ts";
import type { Day } from "../values/day.ts";
import type { GrantUse } from "./pool.ts";

/** Where one purchase stands, in minutes. granted = used + lapsed + remaining; negative remaining is overage (ALW-7). */
export interface AllowanceBalance {
  readonly id: string;
  readonly kind: Allowance["kind"];
  readonly grantedMinutes: number;
  readonly usedMinutes: number;
  readonly lapsedMinutes: number;
  readonly remainingMinutes: number;
}

/** The balance of each purchase at the end of `asOf`, from the uses a waterfall through that day gave. */
export function balancesOf(
  allowances: readonly Allowance[],
  uses: readonly GrantUse[],
  asOf: Day,
): readonly AllowanceBalance[] {
  return allowances.map(({ id, kind }) => {
    const own = uses.filter(({ grant }) => grant.allowance === id && grant.validFrom <= asOf);
    const sum = (amount: (use: GrantUse) => number): number => own.reduce((total, use) => total + amount(use), 0);
    // A roll-over moves minutes that were granted before, so it counts as granted once.
    const grantedMinutes = sum(({ grant }) => (grant.rolledOver ? 0 : grant.minutes));
    const usedMinutes = sum((use) => use.usedMinutes);
    const lapsedMinutes = sum(({ grant, usedMinutes: used, rolledOverMinutes }) =>
      // On its last day a month's rest can still be used; it has lapsed from the first day after.
      grant.validUntil !== null && grant.validUntil <= asOf ? Math.max(0, grant.minutes - used - rolledOverMinutes) : 0,
    );
    return {
      id,
      kind,
      grantedMinutes,
      usedMinutes,
      lapsedMinutes,
      remainingMinutes: grantedMinutes - usedMinutes - lapsedMinutes,
    };
  });
}
