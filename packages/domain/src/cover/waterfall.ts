import type { Grant } from "../allowances/grants.ts";
import type { Day } from "../values/day.ts";
import type { Minutes } from "../values/duration.ts";
import { type FrozenUse, type GrantPart, type GrantUse, openPool } from "./pool.ts";

/** Unbilled minutes of one entry, or of a whole day when single entries do not matter. */
export interface OpenTime {
  readonly id: string;
  readonly on: Day;
  readonly minutes: Minutes;
}

/** Where the minutes of one `OpenTime` go: to grants, and the rest to the invoice. They add up to its minutes. */
export interface Cover {
  readonly id: string;
  readonly on: Day;
  readonly allowance: readonly GrantPart[];
  readonly openMinutes: Minutes;
}

export interface CoverAnswer {
  readonly cover: readonly Cover[];
  /** Every grant with its use, frozen and derived together. */
  readonly uses: readonly GrantUse[];
}

export interface CoverQuestion {
  /** In order of first recording; the answer is in order of work date, and of recording within a day (ALW-5). */
  readonly open: readonly OpenTime[];
  readonly grants: readonly Grant[];
  readonly frozen: FrozenUse;
  readonly rolloverCapMinutes: Minutes;
  /** Lets months end up to this day after the last entry; needed for balances. */
  readonly through?: Day;
}

/**
 * The waterfall for time outside a SOW: allowance, then invoice, oldest work first (ALW-5). Derived anew each time
 * while the minutes are unbilled (ALW-6); every minute goes to exactly one place (ALW-8).
 */
export function coverTime(question: CoverQuestion): CoverAnswer {
  const pool = openPool(question.grants, question.frozen, question.rolloverCapMinutes);
  const oldestFirst = question.open.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  const cover = oldestFirst.map(({ id, on, minutes }) => {
    const allowance = pool.take(on, minutes);
    const covered = allowance.reduce((sum, part) => sum + part.minutes, 0);
    return { id, on, allowance, openMinutes: minutes - covered };
  });
  if (question.through !== undefined) pool.advance(question.through);
  return { cover, uses: pool.uses() };
}
