import type {
  DeliverableSettlement,
  LineSettlement,
  PremiumMinutes,
  PremiumTime,
} from "../deliverables/settle-deliverable.ts";
import type { CreditLine } from "../invoices/credit-memo.ts";
import type { PremiumSlice } from "../minutes/premium-slice.ts";
import type { Taken } from "../minutes/slice.ts";
import type { Day } from "../values/day.ts";
import type { AccountBooks } from "./books.ts";
import { type IssuedMemo, issueMemo } from "./issue-memo.ts";
import { type Ledger, post } from "./ledger.ts";
import type { Posting } from "./posting.ts";

/** Whose premium is settled, when and why. */
export interface PremiumCredit {
  readonly deliverable: string;
  readonly deliveredOn: Day;
  readonly today: Day;
  readonly note: string;
}

/**
 * Everything that carries the premium of a deliverable, by where it stands (LEAD-2, LEAD-8). The books need the invoices
 * with premium lines of it, their premiums and the entries of those, its SOW and its open entries.
 */
export function premiumTimeOn(books: AccountBooks, deliverable: string, deliveredOn: Day): PremiumTime {
  const facts = books.sows.find(({ sow }) => sow.deliverable === deliverable);
  const from = facts?.sow.approvedOn ?? deliveredOn;
  const within = (on: Day): boolean => from <= on && on <= deliveredOn;
  const lines = [...books.invoices.values()].toSorted(byNumber).flatMap((invoice) =>
    invoice.lines
      .filter((line) => line.kind === "premium" && line.deliverable === deliverable)
      .map((line) => ({
        invoice: invoice.number,
        line: line.line,
        ratePerHour: line.ratePerHour,
        amount: line.amount - line.creditedAmount,
        slices: premiumMinutes(books, invoice.number, line.line),
      })),
  );
  const covered = (facts?.settled ?? []).filter(({ place, on }) => place === "deposit" && within(on));
  const open = [...books.entries.values()].filter((entry) => entry.deliverable === deliverable && within(entry.on));
  return {
    lines,
    depositMinutes: covered.reduce((sum, { minutes }) => sum + minutes, 0),
    openMinutes: open.reduce((sum, { openMinutes }) => sum + openMinutes, 0),
  };
}

const byNumber = (a: { readonly number: string }, b: { readonly number: string }): number =>
  a.number.length - b.number.length || (a.number < b.number ? -1 : a.number > b.number ? 1 : 0);

const premiumMinutes = (books: AccountBooks, invoice: string, line: number): readonly PremiumMinutes[] =>
  books.premiums
    .filter((premium) => premium.invoice === invoice && premium.line === line && premium.minutes > 0)
    .map(({ entry, workedOn, minutes }) => ({ entry, on: workedOn, minutes }));

/**
 * Credits what a settlement takes off the premium lines of a deliverable: one memo for each invoice, naming every line and
 * the minutes whose premium it lowers (LEAD-8). The minutes stay invoiced, the base rate stays due.
 */
export function creditPremium(
  ledger: Ledger,
  settled: DeliverableSettlement,
  about: PremiumCredit,
): { readonly ledger: Ledger; readonly creditMemos: readonly IssuedMemo[] } {
  let left = ledger;
  const creditMemos: IssuedMemo[] = [];
  for (const [number, lines] of Map.groupBy(settled.lines, ({ invoice }) => invoice)) {
    left = post(left, ...lines.flatMap((line) => loweredLine(left.books, line, settled.settledRate, about)));
    const credited = lines.flatMap((line) => creditLines(line, settled.settledRate, about.deliverable));
    const invoice = left.books.invoices.get(number);
    if (credited.length === 0 || invoice === undefined) continue;
    const { note, today: issuedOn } = about;
    const issued = issueMemo(left, invoice, credited, { reason: "premium", note, voids: false, issuedOn });
    left = issued.ledger;
    creditMemos.push(issued.memo);
  }
  return { ledger: left, creditMemos };
}

function loweredLine(
  books: AccountBooks,
  settled: LineSettlement,
  settledRate: number,
  { deliveredOn }: PremiumCredit,
): readonly Posting[] {
  const { invoice, line, lowered, later, laterMinutes, minutes, keptMinutes, ratePerHour } = settled;
  const isLater = (premium: PremiumSlice): boolean =>
    premium.invoice === invoice && premium.line === line && premium.workedOn > deliveredOn && premium.minutes > 0;
  const after = books.premiums.filter(isLater).map((each): Taken<PremiumSlice> => ({ ...each, taken: each.minutes }));
  const credited: readonly Posting[] = [
    { type: "line-credited", invoice, line, minutes: laterMinutes, amount: later.amount },
    { type: "premium-credited", slices: after },
  ];
  const amount = lowered.amount;
  return [
    ...(laterMinutes > 0 ? credited : []),
    ...(minutes > 0 && settledRate < ratePerHour
      ? [{ type: "line-settled" as const, invoice, line, ratePerHour: settledRate, keptMinutes, amount }]
      : []),
  ];
}

function creditLines(
  { line, ratePerHour, lowered, later }: LineSettlement,
  settledRate: number,
  deliverable: string,
): readonly CreditLine[] {
  const common = { line, kind: "premium" as const, deliverable };
  return [
    ...(later.slices.length === 0
      ? []
      : [{ ...common, ...named(later), ratePerHour, clauses: ["LEAD-2", "LEAD-8", "INV-3"] }]),
    ...(lowered.amount === 0
      ? []
      : [
          {
            ...common,
            ...named(lowered),
            // What each hour of them gets back.
            ratePerHour: ratePerHour - settledRate,
            clauses: ["LEAD-4", "LEAD-8", "RATE-5", "INV-3"],
            settles: true as const,
          },
        ]),
  ];
}

const named = ({ amount, slices }: { readonly amount: number; readonly slices: readonly PremiumMinutes[] }) => ({
  amount,
  minutes: slices.reduce((sum, { minutes }) => sum + minutes, 0),
  slices: slices.map(({ entry, minutes }) => ({ entry, minutes })),
});
