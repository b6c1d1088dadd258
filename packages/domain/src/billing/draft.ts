import { allowanceCharge } from "../allowances/charge.ts";
import { allowanceOf } from "../allowances/grants.ts";
import type { Allowance } from "../allowances/purchase.ts";
import type { Charge, SliceRef } from "../invoices/charge.ts";
import {
  type CoverSummary,
  type InvoiceDraft,
  type InvoiceKind,
  type InvoiceLine,
  totalled,
} from "../invoices/invoice.ts";
import type { Party } from "../invoices/party.ts";
import type { RateCardEntry } from "../rates/rate-card.ts";
import { type Day, type Month, monthPeriod, type Period } from "../values/day.ts";
import { amountFor } from "../values/money.ts";
import type { Allocation } from "./allocate.ts";
import type { RunTerms } from "./terms.ts";

/** Who invoices whom, on which day. */
export interface DraftContext {
  readonly account: string;
  readonly from: Party;
  readonly to: Party;
  /** The business day: invoices are never backdated (INV-2). */
  readonly issuedOn: Day;
  readonly terms: Pick<RunTerms, "currency" | "policy" | "rateOn">;
}

/** The invoice that sells a lump sum (`month` null) or one month of a monthly allowance (ALW-3, ALW-4). */
export function draftAllowanceInvoice(allowance: Allowance, month: Month | null, context: DraftContext): InvoiceDraft {
  const line = { ...allowanceCharge(allowance, month), slices: [] };
  return documentOf("allowance", month === null ? null : monthPeriod(month), [line], null, context);
}

/** The invoice for a period's work that nothing covered, or null when there is none: never a zero invoice (INV-1). */
export function draftWorkInvoice(
  period: Period,
  allocations: readonly Allocation[],
  context: DraftContext,
): InvoiceDraft | null {
  const lines = workLines(period, allocations, context.terms.rateOn);
  if (lines.length === 0) return null;
  return documentOf("work", period, lines, coverSummary(allocations), context);
}

function documentOf(
  kind: InvoiceKind,
  period: Period | null,
  lines: readonly (Charge & { readonly slices: readonly SliceRef[] })[],
  cover: CoverSummary | null,
  { account, from, to, issuedOn, terms }: DraftContext,
): InvoiceDraft {
  const sums = totalled(lines);
  return {
    kind,
    account,
    issuedOn,
    dueOn: issuedOn,
    period,
    parties: { from, to },
    currency: terms.currency,
    policy: terms.policy,
    cover,
    ...sums,
  };
}

interface LineGroup {
  readonly deliverable: string | null;
  readonly ratePerHour: RateCardEntry["ratePerHour"];
  /** The days from which that rate held; several where the card came back to an earlier rate. */
  readonly validFrom: Set<Day>;
  readonly slices: { entry: string; minutes: number; on: Day }[];
}

/** One line for each deliverable (or general work) and rate, general work first (RATE-6); time without a SOW names its deliverable still (DLV-6). */
function workLines(
  period: Period,
  allocations: readonly Allocation[],
  rateOn: RunTerms["rateOn"],
): readonly Omit<InvoiceLine, "line">[] {
  const groups = new Map<string, LineGroup>();
  for (const { entry, invoiced } of allocations) {
    if (invoiced === 0) continue;
    const rate = rateOn(entry.on);
    const key = `${entry.deliverable ?? ""}\n${String(rate.ratePerHour).padStart(12, "0")}`;
    const slice = { entry: entry.id, minutes: invoiced, on: entry.on };
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { ...lineGroup(entry.deliverable, rate), slices: [slice] });
    else {
      group.validFrom.add(rate.validFrom);
      group.slices.push(slice);
    }
  }
  return [...groups].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => workLine(period, group));
}

const lineGroup = (
  deliverable: string | null,
  { ratePerHour, validFrom }: RateCardEntry,
): Omit<LineGroup, "slices"> => ({
  deliverable,
  ratePerHour,
  validFrom: new Set([validFrom]),
});

function workLine(period: Period, group: LineGroup): Omit<InvoiceLine, "line"> {
  const { deliverable, ratePerHour, validFrom, slices } = group;
  const minutes = slices.reduce((sum, slice) => sum + slice.minutes, 0);
  const amount = amountFor(minutes, ratePerHour);
  const late = slices.reduce((sum, slice) => (slice.on < period.start ? sum + slice.minutes : sum), 0);
  const trace = [
    {
      clause: "ALW-5",
      what: "Minutes that no allowance or deposit covers",
      minutes,
      facts: { entries: slices.length },
    },
    ...[...validFrom].map((day) => ({ clause: "RATE-2", what: `Standard rate valid from ${day}`, ratePerHour })),
    { clause: "RATE-5", what: "Minutes × rate, rounded once", minutes, ratePerHour, amount },
    ...(late === 0 ? [] : [{ clause: "INV-1", what: `Recorded late: worked before ${period.start}`, minutes: late }]),
  ];
  return {
    kind: "labor",
    ...(deliverable === null ? {} : { deliverable }),
    minutes,
    ratePerHour,
    amount,
    clauses: ["RATE-1", "RATE-2", "RATE-5", "RATE-6", "ALW-5", "INV-1", ...(deliverable === null ? [] : ["DLV-6"])],
    trace,
    slices: slices.map((slice) => ({ entry: slice.entry, minutes: slice.minutes })),
  };
}

function coverSummary(allocations: readonly Allocation[]): CoverSummary {
  const byAllowance = new Map<string, number>();
  let invoiced = 0;
  for (const allocation of allocations) {
    invoiced += allocation.invoiced;
    for (const { grant, minutes } of allocation.allowance) {
      const allowance = allowanceOf(grant);
      byAllowance.set(allowance, (byAllowance.get(allowance) ?? 0) + minutes);
    }
  }
  return {
    deposit: 0,
    allowance: [...byAllowance].map(([allowance, minutes]) => ({ allowance, minutes })),
    invoiced,
  };
}
