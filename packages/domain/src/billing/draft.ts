import { allowanceCharge } from "../allowances/charge.ts";
import { allowanceOf } from "../allowances/grants.ts";
import type { Allowance } from "../allowances/purchase.ts";
import type { SowWork } from "../deliverables/sow-work.ts";
import type { Charge, SliceRef } from "../invoices/charge.ts";
import {
  type CoverSummary,
  type InvoiceDraft,
  type InvoiceKind,
  type InvoiceLine,
  totalled,
} from "../invoices/invoice.ts";
import type { Party } from "../invoices/party.ts";
import type { SettledPlace } from "../minutes/place.ts";
import { lengthOf, type Span } from "../minutes/span.ts";
import { type Day, type Month, monthPeriod, type Period } from "../values/day.ts";
import type { Minutes } from "../values/duration.ts";
import { amountFor, type RatePerHour } from "../values/money.ts";
import type { Trace } from "../values/trace.ts";
import type { Allocation } from "./allocate.ts";
import type { OpenEntry } from "./facts.ts";
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

/** Minutes that a deposit or an allowance covers. */
export type CoveredSpan = Span & { readonly place: Extract<SettledPlace, { readonly kind: "deposit" | "allowance" }> };

/** Minutes that stand on a line: those of a labor line are invoiced with it, those of a premium line carry its premium. */
export type LineSpan = Span & { readonly line: number };

/** What the work of a period comes to: its invoice, and where every minute goes that does not stay open. */
export interface WorkDraft {
  /** Null when everything is covered: never a zero invoice (INV-1). */
  readonly invoice: InvoiceDraft | null;
  readonly covered: readonly CoveredSpan[];
  readonly labor: readonly LineSpan[];
  /** A premium that is on no line, because it was settled at nothing, has none. */
  readonly premium: readonly LineSpan[];
}

/** The invoice for a period's work that nothing covered, and for premiums (INV-1); each slice comes with its line. */
export function draftWork(period: Period, allocations: readonly Allocation[], context: DraftContext): WorkDraft {
  const { lines, covered } = workLines(period, allocations, context.terms.rateOn);
  const spansOn = (kind: LineGroup["kind"]): readonly LineSpan[] =>
    lines.flatMap(({ group, charge }, at) =>
      charge.kind === kind ? group.slices.map((span) => ({ ...span, line: at + 1 })) : [],
    );
  const charges = lines.map(({ charge }) => charge);
  return {
    invoice: charges.length === 0 ? null : documentOf("work", period, charges, coverSummary(allocations), context),
    covered,
    labor: spansOn("labor"),
    premium: spansOn("premium"),
  };
}

/** The invoice of `draftWork` alone. */
export const draftWorkInvoice = (
  period: Period,
  allocations: readonly Allocation[],
  context: DraftContext,
): InvoiceDraft | null => draftWork(period, allocations, context).invoice;

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

interface WorkLine {
  readonly group: LineGroup;
  readonly charge: Omit<InvoiceLine, "line">;
}

interface LineGroup {
  readonly kind: "labor" | "premium";
  readonly deliverable: string | null;
  readonly ratePerHour: RatePerHour;
  readonly slices: Span[];
  /** The days from which that standard rate held; several where the card came back to an earlier rate. */
  readonly validFrom: Set<Day>;
  /** The SOW whose time is on the line, if any. */
  sow: SowWork | null;
  /** Time of the deliverable outside a SOW is on the line (DLV-6). */
  outsideSow: boolean;
}

/**
 * One line for each deliverable (or general work), kind and rate, general work first (RATE-6); time without a SOW names
 * its deliverable still (DLV-6), and a premium is a line of its own (LEAD-2). Of each entry the deposit takes the first
 * minutes, then allowances, then the invoice; a premium is on those that the deposit does not cover.
 */
function workLines(
  period: Period,
  allocations: readonly Allocation[],
  rateOn: RunTerms["rateOn"],
): { readonly lines: readonly WorkLine[]; readonly covered: readonly CoveredSpan[] } {
  const covered: CoveredSpan[] = [];
  const groups = new Map<string, LineGroup>();
  const groupFor = (kind: LineGroup["kind"], deliverable: string | null, ratePerHour: RatePerHour): LineGroup => {
    const key = `${deliverable ?? ""}\n${kind}\n${String(ratePerHour).padStart(12, "0")}`;
    const known = groups.get(key);
    if (known !== undefined) return known;
    const empty = { slices: [], validFrom: new Set<Day>(), sow: null, outsideSow: false };
    const group: LineGroup = { kind, deliverable, ratePerHour, ...empty };
    groups.set(key, group);
    return group;
  };
  for (const { entry, sow, deposit, allowance, invoiced, premium } of allocations) {
    const { on, deliverable } = entry;
    const next = spansOf(entry, entry.roundFrom ?? 0);
    if (deposit > 0) covered.push({ ...next(deposit), place: { kind: "deposit" } });
    for (const { grant, minutes } of allowance) covered.push({ ...next(minutes), place: { kind: "allowance", grant } });
    if (invoiced > 0) {
      const rate = sow ?? rateOn(on);
      const group = groupFor("labor", deliverable, rate.ratePerHour);
      group.slices.push(next(invoiced));
      if ("validFrom" in rate) group.validFrom.add(rate.validFrom);
      if (sow === null) group.outsideSow ||= deliverable !== null;
      else group.sow = sow;
    }
    const nextPremium = spansOf(entry, (entry.roundFrom ?? 0) + deposit);
    for (const { ratePerHour, minutes } of premium) {
      const group = groupFor("premium", deliverable, ratePerHour);
      group.slices.push(nextPremium(minutes));
      group.sow = sow;
    }
  }
  const lines = [...groups]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, group]) => ({ group, charge: workLine(period, group, allocations) }))
    .filter(({ charge }) => charge.amount > 0);
  return { lines, covered };
}

/** Hands out the minutes of an entry's round, one span after the other. */
function spansOf({ id, on, round = 0 }: OpenEntry, from: Minutes): (minutes: Minutes) => Span {
  let at = from;
  return (minutes) => {
    const span = { entry: id, round, from: at, to: at + minutes, workedOn: on };
    at = span.to;
    return span;
  };
}

function workLine(period: Period, group: LineGroup, allocations: readonly Allocation[]): Omit<InvoiceLine, "line"> {
  const { kind, deliverable, ratePerHour, slices } = group;
  const minutes = slices.reduce((sum, slice) => sum + lengthOf(slice), 0);
  const amount = amountFor(minutes, ratePerHour);
  const late = slices.reduce((sum, slice) => (slice.workedOn < period.start ? sum + lengthOf(slice) : sum), 0);
  const why = kind === "labor" ? laborSteps(group, minutes, allocations) : premiumSteps(group, minutes, allocations);
  const trace = [
    ...why,
    { clause: "RATE-5", what: "Minutes × rate, rounded once", minutes, ratePerHour, amount },
    ...(late === 0 ? [] : [{ clause: "INV-1", what: `Recorded late: worked before ${period.start}`, minutes: late }]),
  ];
  return {
    kind,
    ...(deliverable === null ? {} : { deliverable }),
    minutes,
    ratePerHour,
    amount,
    clauses: kind === "labor" ? laborClauses(group) : premiumClauses(group),
    trace,
    slices: slices.map((slice) => ({ entry: slice.entry, minutes: lengthOf(slice) })),
  };
}

const laborClauses = ({ validFrom, sow, outsideSow }: LineGroup): readonly string[] => [
  "RATE-1",
  ...(validFrom.size > 0 ? ["RATE-2"] : []),
  ...(sow === null ? [] : ["RATE-3"]),
  "RATE-5",
  "RATE-6",
  "ALW-5",
  "INV-1",
  ...(sow === null ? [] : ["DLV-3", "DLV-5"]),
  ...(outsideSow ? ["DLV-6"] : []),
];

const premiumClauses = ({ sow, ratePerHour }: LineGroup): readonly string[] => [
  "LEAD-2",
  ...(sow?.premium?.settledRate === ratePerHour ? ["LEAD-4"] : []),
  "LEAD-8",
  "RATE-5",
  "RATE-6",
  "INV-1",
];

function laborSteps(group: LineGroup, minutes: number, allocations: readonly Allocation[]): Trace {
  const { sow, validFrom, ratePerHour, slices, outsideSow } = group;
  return [
    ...(sow === null ? [] : sowSteps(sow, allocations)),
    {
      clause: "ALW-5",
      what: "Minutes that no allowance or deposit covers",
      minutes,
      facts: { entries: slices.length },
    },
    ...[...validFrom].map((day) => ({ clause: "RATE-2", what: `Standard rate valid from ${day}`, ratePerHour })),
    ...(sow === null ? [] : [{ clause: "RATE-3", what: `Rate of the SOW approved ${sow.from}`, ratePerHour }]),
    ...(outsideSow ? [{ clause: "DLV-6", what: "Time outside a SOW: general work, at the standard rate" }] : []),
  ];
}

/** What became of the deliverable's other SOW minutes in the same run. */
function sowSteps(sow: SowWork, allocations: readonly Allocation[]): Trace {
  const own = allocations.filter((each) => each.sow === sow);
  const sum = (of: (allocation: Allocation) => number): number => own.reduce((total, each) => total + of(each), 0);
  const { approvedMinutes, countedMinutes } = sow;
  const covered = [
    { clause: "DLV-3", what: "Minutes that its deposit covers", minutes: sum(({ deposit }) => deposit) },
    {
      clause: "ALW-5",
      what: "Minutes that an allowance covers",
      minutes: sum(({ allowance }) => minutesOf(allowance)),
    },
    {
      clause: "DLV-5",
      what: "Minutes beyond the approved total: held, not invoiced",
      minutes: sum(({ held }) => held),
      facts: { approvedMinutes, countedMinutes },
    },
  ];
  return covered.filter(({ minutes }) => minutes > 0);
}

function premiumSteps(
  { sow, ratePerHour, slices }: LineGroup,
  minutes: number,
  allocations: readonly Allocation[],
): Trace {
  const entries = new Set(slices.map(({ entry }) => entry));
  const covered = allocations
    .filter((each) => each.sow === sow && entries.has(each.entry.id))
    .reduce((total, { allowance }) => total + minutesOf(allowance), 0);
  const premium = sow?.premium ?? null;
  const settled = premium !== null && premium.settledRate === ratePerHour;
  return [
    {
      clause: "LEAD-2",
      what:
        premium?.until == null
          ? "Premium on all SOW time until delivery"
          : `Premium on SOW time up to the delivery day, ${premium.until}`,
      minutes,
      ratePerHour: premium?.ratePerHour ?? ratePerHour,
      facts: { entries: slices.length },
    },
    ...(covered === 0
      ? []
      : [{ clause: "LEAD-2", what: "Of these entries an allowance covers hours, never premiums", minutes: covered }]),
    ...(settled ? [{ clause: "LEAD-8", what: "Premium as it was settled at delivery", ratePerHour }] : []),
  ];
}

function coverSummary(allocations: readonly Allocation[]): CoverSummary {
  const byAllowance = new Map<string, number>();
  let [deposit, invoiced] = [0, 0];
  for (const allocation of allocations) {
    deposit += allocation.deposit;
    invoiced += allocation.invoiced;
    for (const { grant, minutes } of allocation.allowance) {
      const allowance = allowanceOf(grant);
      byAllowance.set(allowance, (byAllowance.get(allowance) ?? 0) + minutes);
    }
  }
  return {
    deposit,
    allowance: [...byAllowance].map(([allowance, minutes]) => ({ allowance, minutes })),
    invoiced,
  };
}

const minutesOf = (parts: readonly { readonly minutes: number }[]): number =>
  parts.reduce((sum, part) => sum + part.minutes, 0);
