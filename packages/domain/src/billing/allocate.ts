import type { Grant } from "../allowances/grants.ts";
import { type FrozenUse, type GrantPart, openPool } from "../cover/pool.ts";
import type { Day } from "../values/day.ts";
import type { Minutes } from "../values/duration.ts";
import type { OpenEntry } from "./facts.ts";

/** Where a run puts the open minutes of one entry. The three add up to its minutes. */
export interface Allocation {
  readonly entry: OpenEntry;
  readonly allowance: readonly GrantPart[];
  readonly invoiced: Minutes;
  /** Left open, once, because an issued and unpaid purchase would cover it (ALW-3). */
  readonly deferred: Minutes;
}

/** What an allocation rests on. */
export interface AllocationQuestion {
  readonly entries: readonly OpenEntry[];
  readonly grants: readonly Grant[];
  readonly frozen: FrozenUse;
  readonly rolloverCapMinutes: Minutes;
  /** The business day of the run: what an earlier day's run left open is not left open again (ALW-3). */
  readonly runOn: Day;
}

/** The waterfall as a run freezes it: usable grants, then grants that only wait for their payment, then the invoice (ALW-5). */
export function allocate({
  entries,
  grants,
  frozen,
  rolloverCapMinutes,
  runOn,
}: AllocationQuestion): readonly Allocation[] {
  const usable = openPool(grants, frozen, rolloverCapMinutes);
  const unpaid = openPool(
    grants.filter(({ state }) => state === "unpaid").map((grant) => ({ ...grant, state: "usable" })),
    frozen,
    0,
  );
  return entries.map((entry) => {
    const allowance = usable.take(entry.on, entry.minutes);
    const left = entry.minutes - total(allowance);
    const waits = left > 0 && (entry.deferredOn === null || entry.deferredOn === runOn);
    const deferred = waits ? total(unpaid.take(entry.on, left)) : 0;
    return { entry, allowance, invoiced: left - deferred, deferred };
  });
}

const total = (parts: readonly GrantPart[]): Minutes => parts.reduce((sum, part) => sum + part.minutes, 0);
