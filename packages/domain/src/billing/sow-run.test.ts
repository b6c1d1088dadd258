import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { deposit, facts, lump, openEntry, runContext, rush, sowWork } from "../../test/samples.ts";
import { depositUsed } from "../deliverables/deposit.ts";
import { heldMinutes } from "../deliverables/held.ts";
import type { SowWork } from "../deliverables/sow-work.ts";
import type { InvoiceDraft } from "../invoices/invoice.ts";
import { addDays, type Day } from "../values/day.ts";
import { amountFor } from "../values/money.ts";
import type { Allocation } from "./allocate.ts";
import type { BillingFacts, OpenEntry } from "./facts.ts";
import { draftInvoices } from "./run.ts";
import { type ClosedPeriod, closeNextPeriod } from "./step.ts";

const sum = (parts: readonly { readonly minutes: number }[]): number =>
  parts.reduce((total, { minutes }) => total + minutes, 0);

/** What an account's runs froze so far, written down minute by minute, and what is open. */
interface Ledger {
  readonly facts: BillingFacts;
  readonly works: readonly SowWork[];
  readonly closed: readonly ClosedPeriod[];
}

/** The SOW work after everything that was frozen, added up from the records and not from period to period. */
function worksAfter({ works, closed }: Ledger): readonly SowWork[] {
  const all = closed.flatMap(({ allocations }) => allocations);
  return works.map((work) => {
    const own = all.filter(({ sow }) => sow?.deliverable === work.deliverable);
    const premiums = new Map(work.deposit.premiumMinutes.map(({ ratePerHour, minutes }) => [ratePerHour, minutes]));
    for (const { depositPremium: rate, deposit: minutes } of own)
      if (rate !== null && minutes > 0) premiums.set(rate, (premiums.get(rate) ?? 0) + minutes);
    const frozen = own.reduce((total, each) => total + each.deposit + each.invoiced + sum(each.allowance), 0);
    const { premium } = work;
    const atFull = own.flatMap((each) =>
      each.premium.filter(({ ratePerHour }) => ratePerHour === premium?.ratePerHour),
    );
    const keptOpenMinutes = (premium?.keptOpenMinutes ?? 0) - (premium?.settledRate == null ? 0 : sum(atFull));
    return {
      ...work,
      countedMinutes: work.countedMinutes + frozen,
      deposit: {
        ...work.deposit,
        coveredMinutes: work.deposit.coveredMinutes + own.reduce((total, each) => total + each.deposit, 0),
        premiumMinutes: [...premiums].map(([ratePerHour, minutes]) => ({ ratePerHour, minutes })),
      },
      premium: premium && { ...premium, keptOpenMinutes },
    };
  });
}

/** Closes period after period through a day, each on facts made anew, as the steps of a run do. */
function closeAll(ledger: Ledger, through: Day): Ledger {
  const context = runContext({ through });
  const closed = closeNextPeriod(ledger.facts, context);
  if (closed === null) return ledger;
  const left = new Map(closed.allocations.map(({ entry, held }) => [entry.id, held]));
  const frozen = new Map(ledger.facts.frozen);
  for (const { grant, minutes } of closed.allocations.flatMap(({ allowance }) => allowance))
    frozen.set(grant, (frozen.get(grant) ?? 0) + minutes);
  const next = { ...ledger, closed: [...ledger.closed, closed] };
  const entries = ledger.facts.entries
    .map((entry) => ({ ...entry, minutes: left.get(entry.id) ?? entry.minutes }))
    .filter(({ minutes }) => minutes > 0);
  const { closedThrough } = closed;
  return closeAll(
    { ...next, facts: { ...ledger.facts, frozen, entries, closedThrough, sowWork: worksAfter(next) } },
    through,
  );
}

const first = "2024-01-01";
const anyDay = fc.nat({ max: 60 }).map((days) => addDays(first, days));
const anyPremium = fc.record({
  ratePerHour: fc.constantFrom(5000, 10_000),
  until: fc.option(anyDay),
  settledRate: fc.option(fc.constantFrom(0, 2500)),
  keptOpenMinutes: fc.nat({ max: 300 }),
});
const anyWork = (deliverable: string) =>
  fc.record({
    deliverable: fc.constant(deliverable),
    from: fc.nat({ max: 20 }).map((days) => addDays(first, days)),
    until: fc.option(anyDay),
    ratePerHour: fc.constantFrom(23_500, 24_400),
    premium: fc
      .option(anyPremium)
      .map((premium) => premium && (premium.settledRate === null ? { ...premium, keptOpenMinutes: 0 } : premium)),
    approvedMinutes: fc.nat({ max: 2000 }),
    countedMinutes: fc.nat({ max: 200 }),
    deposit: fc.nat({ max: 300_000 }).map(deposit),
    drawFromAllowance: fc.boolean(),
    overrun: fc.constantFrom("hold" as const, "hold" as const, "bill" as const),
  });
const anyEntries = fc
  .array(
    fc.record({
      on: anyDay,
      minutes: fc.integer({ min: 1, max: 600 }),
      deliverable: fc.constantFrom(null, "shop", "shop", "app", "other"),
    }),
    { maxLength: 20 },
  )
  .map((worked) =>
    worked
      .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
      .map(({ on, minutes, deliverable }, id) => openEntry(`e${id}`, on, minutes, { deliverable })),
  );
const scene = fc
  .record({ entries: anyEntries, works: fc.tuple(anyWork("shop"), anyWork("app")), bought: fc.nat({ max: 1500 }) })
  .map(({ entries, works, bought }): Ledger => {
    const allowances = bought === 0 ? [] : [lump("hours", { minutes: bought, opening: true })];
    return { facts: facts({ entries, allowances, sowWork: works }), works, closed: [] };
  });

const last = "2024-03-24";
const allocationsOf = ({ closed }: Ledger): readonly Allocation[] => closed.flatMap(({ allocations }) => allocations);
const invoicesOf = ({ closed }: Ledger): readonly InvoiceDraft[] =>
  closed.flatMap(({ invoice }) => (invoice === null ? [] : [invoice]));
const linesOf = (ledger: Ledger) => invoicesOf(ledger).flatMap(({ lines }) => lines);

describe("runs over SOW time", () => {
  test("ALW-8: every minute is in exactly one place, and what is held stays open", () => {
    fc.assert(
      fc.property(scene, (ledger) => {
        const end = closeAll(ledger, last);
        const open = new Map(end.facts.entries.map(({ id, minutes }) => [id, minutes]));
        for (const { id, minutes } of ledger.facts.entries) {
          const own = allocationsOf(end).filter(({ entry }) => entry.id === id);
          const frozen = own.reduce((total, each) => total + each.deposit + each.invoiced + sum(each.allowance), 0);
          expect(frozen + (open.get(id) ?? 0)).toBe(minutes);
          for (const each of own)
            expect(each.deposit + sum(each.allowance) + each.invoiced + each.deferred + each.held).toBe(
              each.entry.minutes,
            );
        }
        const held = heldMinutes(end.facts.sowWork ?? [], end.facts.entries);
        for (const { id, minutes } of end.facts.entries) expect(held.get(id)).toBe(minutes);
      }),
      { numRuns: 200 },
    );
  });

  test("DLV-3, DLV-5: no deposit pays more than it is, and no more than what is approved is frozen", () => {
    fc.assert(
      fc.property(scene, (ledger) => {
        for (const work of closeAll(ledger, last).facts.sowWork ?? []) {
          expect(depositUsed(work.deposit, work.ratePerHour)).toBeLessThanOrEqual(work.deposit.amount);
          const before = ledger.works.find(({ deliverable }) => deliverable === work.deliverable);
          const most = Math.max(work.approvedMinutes, before?.countedMinutes ?? 0);
          if (work.overrun === "hold") expect(work.countedMinutes).toBeLessThanOrEqual(most);
          expect(work.premium?.keptOpenMinutes ?? 0).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: 200 },
    );
  });

  test("RATE-5, INV-1: a line is rounded once from its slices, and an invoice is never zero", () => {
    fc.assert(
      fc.property(scene, (ledger) => {
        const end = closeAll(ledger, last);
        for (const { total } of invoicesOf(end)) expect(total).toBeGreaterThan(0);
        for (const line of linesOf(end)) {
          expect(line.amount).toBe(amountFor(line.minutes, line.ratePerHour));
          expect(sum(line.slices)).toBe(line.minutes);
          expect(new Set(line.slices.map(({ entry }) => entry)).size).toBe(line.slices.length);
        }
      }),
      { numRuns: 200 },
    );
  });

  test("LEAD-2, LEAD-8: all SOW time to delivery that is covered by hours or invoiced carries a premium, and no other", () => {
    fc.assert(
      fc.property(scene, (ledger) => {
        const end = closeAll(ledger, last);
        for (const { deliverable, premium } of ledger.works) {
          const until = premium?.until ?? last;
          const carrying = allocationsOf(end).filter(
            ({ sow, entry }) => sow?.deliverable === deliverable && premium !== null && entry.on <= until,
          );
          const expected = carrying.reduce((total, each) => total + each.invoiced + sum(each.allowance), 0);
          const lines = linesOf(end).filter((line) => line.kind === "premium" && line.deliverable === deliverable);
          const atFull = sum(lines.filter(({ ratePerHour }) => ratePerHour === premium?.ratePerHour));
          if (premium?.settledRate === 0) expect(sum(lines)).toBe(Math.min(premium.keptOpenMinutes, expected));
          else expect(sum(lines)).toBe(expected);
          if (premium?.settledRate != null) expect(atFull).toBe(Math.min(premium.keptOpenMinutes, expected));
        }
      }),
      { numRuns: 200 },
    );
  });

  test("INV-4: one run gives what period after period gives on facts made anew, and what runs to earlier days give", () => {
    fc.assert(
      fc.property(scene, anyDay, (ledger, between) => {
        const drafted = draftInvoices([ledger.facts], runContext({ through: last }));
        const steps = closeAll(ledger, last);
        const minutes = { deposit: 0, allowance: 0, invoiced: 0, held: 0 };
        for (const { period, allocations } of steps.closed)
          for (const each of allocations) {
            minutes.deposit += each.deposit;
            minutes.allowance += sum(each.allowance);
            minutes.invoiced += each.invoiced;
            if (each.entry.on >= period.start) minutes.held += each.held;
          }
        expect(drafted).toMatchObject({ ok: true, value: { invoices: invoicesOf(steps), minutes } });
        expect(invoicesOf(closeAll(closeAll(ledger, between), last))).toEqual(invoicesOf(steps));
      }),
      { numRuns: 200 },
    );
  });

  test("INV-4: running again gives nothing, although held time is open", () => {
    fc.assert(
      fc.property(scene, (ledger) => {
        const end = closeAll(ledger, last);
        expect(draftInvoices([end.facts], runContext({ through: last }))).toMatchObject({
          ok: true,
          value: { invoices: [], closedPeriods: 0, minutes: { deposit: 0, allowance: 0, invoiced: 0, held: 0 } },
        });
        expect(draftInvoices([end.facts], runContext({ through: addDays(last, 200) }))).toMatchObject({
          ok: true,
          value: { invoices: [], closedPeriods: 0 },
        });
      }),
      { numRuns: 200 },
    );
  });
});

const invoiceOf = (entries: readonly OpenEntry[], work: SowWork, allowance = 0) => {
  const allowances = allowance === 0 ? [] : [lump("hours", { minutes: allowance, opening: true })];
  const drafted = draftInvoices([facts({ entries, allowances, sowWork: [work] })], runContext({ through: last }));
  if (!drafted.ok) throw new Error(drafted.rejection.message);
  return drafted.value;
};
const shop = (id: string, on: Day, minutes: number) => openEntry(id, on, minutes, { deliverable: "shop" });

describe("the invoice of SOW time", () => {
  test("RATE-3, DLV-6: has the frozen rate, and time before the approval the standard rate on a line of its own", () => {
    const work = sowWork({ from: "2024-01-05", ratePerHour: 20_000 });
    const { invoices } = invoiceOf([shop("a", "2024-01-04", 60), shop("b", "2024-01-05", 90)], work);
    const said = invoices[0]?.lines.map(({ kind, deliverable, minutes, ratePerHour, clauses }) => ({
      line: [kind, deliverable, minutes, ratePerHour],
      cites: ["RATE-2", "RATE-3", "DLV-5", "DLV-6"].filter((id) => clauses.includes(id)),
    }));
    expect(said).toEqual([
      { line: ["labor", "shop", 90, 20_000], cites: ["RATE-3", "DLV-5"] },
      { line: ["labor", "shop", 60, 23_500], cites: ["RATE-2", "DLV-6"] },
    ]);
  });

  test("RATE-6: time under and outside the SOW is one line where the rate is the same", () => {
    const work = sowWork({ from: "2024-01-05" });
    const { invoices } = invoiceOf([shop("a", "2024-01-04", 60), shop("b", "2024-01-05", 90)], work);
    expect(invoices[0]?.lines).toMatchObject([{ minutes: 150 }]);
    expect(invoices[0]?.lines[0]?.clauses).toEqual(expect.arrayContaining(["RATE-2", "RATE-3", "DLV-6"]));
  });

  test("LEAD-2: says the premium on a line of its own, also where an allowance covers the hours", () => {
    const work = sowWork({ premium: rush(), drawFromAllowance: true });
    const { invoices, minutes } = invoiceOf([shop("a", "2024-01-04", 90)], work, 500);
    expect(minutes).toMatchObject({ allowance: 90, invoiced: 0 });
    expect(invoices[0]).toMatchObject({ total: 15_000, cover: { allowance: [{ allowance: "hours", minutes: 90 }] } });
    expect(invoices[0]?.lines).toMatchObject([
      { kind: "premium", deliverable: "shop", minutes: 90, ratePerHour: 10_000, slices: [{ entry: "a", minutes: 90 }] },
    ]);
    expect(invoices[0]?.lines[0]?.clauses).toEqual(["LEAD-2", "LEAD-8", "RATE-5", "RATE-6", "INV-1"]);
  });

  test("ALW-5: SOW time draws from allowances only where the deliverable opted in", () => {
    const { minutes } = invoiceOf([shop("a", "2024-01-04", 90)], sowWork(), 500);
    expect(minutes).toMatchObject({ allowance: 0, invoiced: 90 });
  });

  test("LEAD-8: after a settlement at nothing there is no premium line, and none on time after the delivery day", () => {
    const settled = rush({ settledRate: 0 });
    expect(invoiceOf([shop("a", "2024-01-04", 90)], sowWork({ premium: settled })).invoices[0]?.lines).toHaveLength(1);
    const delivered = sowWork({ premium: rush({ until: "2024-01-03" }) });
    expect(invoiceOf([shop("a", "2024-01-04", 90)], delivered).invoices[0]?.lines).toHaveLength(1);
    const covered = sowWork({ premium: settled, drawFromAllowance: true });
    expect(invoiceOf([shop("a", "2024-01-04", 90)], covered, 500).invoices).toEqual([]);
  });

  test("LEAD-5: minutes that keep the full premium come before those that are settled", () => {
    const premium = rush({ settledRate: 5000, keptOpenMinutes: 30 });
    const { invoices } = invoiceOf([shop("a", "2024-01-04", 90)], sowWork({ premium }));
    const premiums = invoices[0]?.lines.filter(({ kind }) => kind === "premium");
    expect(premiums?.map(({ minutes, ratePerHour }) => [minutes, ratePerHour])).toEqual([
      [60, 5000],
      [30, 10_000],
    ]);
  });

  test("DLV-3, DLV-5: its trace says what the deposit covers and what is held", () => {
    const work = sowWork({ approvedMinutes: 100, deposit: deposit(11_750) });
    const { invoices, minutes } = invoiceOf([shop("a", "2024-01-04", 130)], work);
    expect(minutes).toEqual({ deposit: 30, allowance: 0, invoiced: 70, held: 30 });
    expect(invoices[0]).toMatchObject({ cover: { deposit: 30, allowance: [], invoiced: 70 } });
    expect(invoices[0]?.lines[0]?.trace.map(({ clause, minutes: of }) => [clause, of])).toEqual([
      ["DLV-3", 30],
      ["DLV-5", 30],
      ["ALW-5", 70],
      ["RATE-3", undefined],
      ["RATE-5", 70],
    ]);
  });
});
