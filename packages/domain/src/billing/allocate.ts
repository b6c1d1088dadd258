import { type GrantPart, openPool } from "../cover/pool.ts";
import { type ChargedPremium, type CoverSources, openWaterfall } from "../cover/waterfall.ts";
import { withCovered } from "../deliverables/deposit.ts";
import type { SowWork } from "../deliverables/sow-work.ts";
import type { Day } from "../values/day.ts";
import type { Minutes } from "../values/duration.ts";
import type { RatePerHour } from "../values/money.ts";
import type { OpenEntry } from "./facts.ts";

/** Where a run puts the open minutes of one entry, in this order. The five add up to its minutes. */
export interface Allocation {
  readonly entry: OpenEntry;
  /** The SOW whose time it is; null is general work (DLV-6). */
  readonly sow: SowWork | null;
  readonly deposit: Minutes;
  readonly allowance: readonly GrantPart[];
  readonly invoiced: Minutes;
  /** Left open, once, because an issued and unpaid purchase would cover it (ALW-3). */
  readonly deferred: Minutes;
  /** Left open because it lies beyond what was approved (DLV-5). */
  readonly held: Minutes;
  /** The premium that the deposit pays on each of its minutes; null without one (DLV-3). */
  readonly depositPremium: RatePerHour | null;
  /** The premium on the minutes that an allowance covers, then on those that are invoiced (LEAD-2). */
  readonly premium: readonly ChargedPremium[];
}

/** What an allocation rests on. */
export interface AllocationQuestion extends CoverSources {
  readonly entries: readonly OpenEntry[];
  /** The business day of the run: what an earlier day's run left open is not left open again (ALW-3). */
  readonly runOn: Day;
}

/**
 * The waterfall as a run freezes it (ALW-5): deposit, usable grants, then grants that only wait for their payment, then
 * the invoice; what is held stays open (DLV-5).
 */
export function allocate({ entries, runOn, ...sources }: AllocationQuestion): readonly Allocation[] {
  const waterfall = openWaterfall(sources);
  const unpaid = openPool(
    sources.grants.filter(({ state }) => state === "unpaid").map((grant) => ({ ...grant, state: "usable" })),
    sources.frozen,
    0,
  );
  return entries.map((entry) => {
    const { sow, deposit, depositPremium, allowance, left, held } = waterfall.pour(entry);
    const draws = sow === null || sow.drawFromAllowance;
    const waits = draws && left > 0 && (entry.deferredOn === null || entry.deferredOn === runOn);
    const deferred = waits ? total(unpaid.take(entry.on, left)) : 0;
    const invoiced = left - deferred;
    const premium = waterfall.charge(sow, entry.on, total(allowance) + invoiced);
    return { entry, sow, deposit, allowance, invoiced, deferred, held, depositPremium, premium };
  });
}

/** The SOW work as allocations leave it once they are frozen (DLV-3, DLV-5). */
export function sowWorkAfter(works: readonly SowWork[], allocations: readonly Allocation[]): readonly SowWork[] {
  const own = Map.groupBy(
    allocations.filter(({ sow }) => sow !== null),
    ({ sow }) => sow?.deliverable,
  );
  return works.map((work) => (own.get(work.deliverable) ?? []).reduce(withFrozen, work));
}

function withFrozen(work: SowWork, { deposit, allowance, invoiced, depositPremium, premium }: Allocation): SowWork {
  const kept = total(premium.filter((part) => part.kept));
  return {
    ...work,
    countedMinutes: work.countedMinutes + deposit + total(allowance) + invoiced,
    deposit: withCovered(work.deposit, deposit, depositPremium),
    premium: work.premium && { ...work.premium, keptOpenMinutes: work.premium.keptOpenMinutes - kept },
  };
}

const total = (parts: readonly { readonly minutes: Minutes }[]): Minutes =>
  parts.reduce((sum, part) => sum + part.minutes, 0);
