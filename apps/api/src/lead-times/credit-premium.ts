import type { CreditLine, CreditMemo, DeliverableSettlement, LineSettlement, PremiumMinutes } from "@cimpro/domain";
import type { Books } from "@cimpro/store";
import { type Applier, applier } from "../money/apply.ts";
import { invoiceOf } from "../money/credit.ts";

/** A memo, and what of it no invoice took. */
export type IssuedMemo = CreditMemo & { readonly unapplied: number };

/** Whose premium is credited, when and why. */
interface PremiumCredit {
  readonly account: string;
  readonly deliverable: string;
  readonly deliveredOn: string;
  readonly today: string;
  readonly note: string;
}

/**
 * Credits what a settlement takes off the premium lines of a deliverable: one memo for each invoice, naming every line and
 * the minutes whose premium it lowers (LEAD-8). The minutes stay invoiced, the base rate stays due.
 */
export async function creditPremium(
  books: Books,
  sequence: number,
  settled: DeliverableSettlement,
  about: PremiumCredit,
): Promise<readonly IssuedMemo[]> {
  const money = applier(books, about.account, sequence);
  const memos: IssuedMemo[] = [];
  for (const [invoice, lines] of Map.groupBy(settled.lines, (line) => line.invoice)) {
    for (const line of lines) await settleRows(books, about, line, settled.settledRate);
    const credited = lines.flatMap((line) => creditLines(line, settled.settledRate, about.deliverable));
    if (credited.length > 0) memos.push(await issue(books, money, invoice, credited, about));
  }
  return memos;
}

async function settleRows(
  books: Books,
  { account, deliveredOn }: PremiumCredit,
  line: LineSettlement,
  settledRate: number,
): Promise<void> {
  const { lowered, later, laterMinutes, keptMinutes: kept } = line;
  if (laterMinutes > 0) {
    await books.invoices.creditLine(account, line.invoice, line.line, laterMinutes, later.amount);
    await books.premiumLines.creditAfter(account, line, deliveredOn);
  }
  if (line.minutes > 0 && settledRate < line.ratePerHour)
    await books.premiumLines.settle(account, line, { rate: settledRate, keptMinutes: kept, credited: lowered.amount });
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

async function issue(
  books: Books,
  money: Applier,
  invoice: string,
  lines: readonly CreditLine[],
  { account, today, note }: PremiumCredit,
): Promise<IssuedMemo> {
  const { currency } = await invoiceOf(books, invoice);
  const number = await books.numbers.next("credit-memo");
  const total = lines.reduce((sum, { amount }) => sum + amount, 0);
  const memo: CreditMemo = {
    number,
    account,
    invoice,
    issuedOn: today,
    reason: "premium",
    note,
    voids: false,
    currency,
    lines: [...lines],
    total,
  };
  await books.creditMemos.insert(memo, total);
  const unapplied = await money.spread("credit-memo", number, total, today, invoice);
  await books.applications.take(account, "credit-memo", number, total - unapplied);
  return { ...memo, unapplied };
}
