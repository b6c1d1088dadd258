import { addMonths, type Day, type Month, monthOf } from "../values/day.ts";
import type { Cents } from "../values/money.ts";

/** What revenue is told apart by. Open invoices of another system were earned there. */
export const revenueKinds = ["labor", "premium", "allowance", "deposit"] as const;
export type RevenueKind = (typeof revenueKinds)[number];

/** Amounts of one month, as counted from the books. */
export interface MonthlyAmount {
  readonly month: Month;
  readonly kind: string;
  readonly amount: Cents;
}

export interface RevenueRow extends Readonly<Record<RevenueKind, Cents>> {
  /** The sum of the kinds: what was invoiced. */
  readonly invoiced: Cents;
  /** Credit memos by their own day of issue. */
  readonly credited: Cents;
  /** The same by the kind of the lines that were credited. */
  readonly credits: Readonly<Record<RevenueKind, Cents>>;
  readonly net: Cents;
}

export interface RevenueAnswer {
  readonly months: readonly (RevenueRow & { readonly month: Month })[];
  readonly total: RevenueRow;
}

/** Invoiced less credited, month by month between two days; months without either are there too (INV-3, RATE-6). */
export function revenueOf(
  invoiced: readonly MonthlyAmount[],
  credited: readonly MonthlyAmount[],
  { from, to }: { readonly from: Day; readonly to: Day },
): RevenueAnswer {
  const months: (RevenueRow & { readonly month: Month })[] = [];
  for (let month = monthOf(from); month <= monthOf(to); month = addMonths(month, 1)) {
    const of = (amounts: readonly MonthlyAmount[]) =>
      byKind((kind) => sum(amounts.filter((each) => each.month === month && each.kind === kind)));
    months.push({ month, ...rowOf(of(invoiced), of(credited)) });
  }
  const total = rowOf(
    byKind((kind) => months.reduce((all, row) => all + row[kind], 0)),
    byKind((kind) => months.reduce((all, row) => all + row.credits[kind], 0)),
  );
  return { months, total };
}

type ByKind = Readonly<Record<RevenueKind, Cents>>;

function rowOf(kinds: ByKind, credits: ByKind): RevenueRow {
  const [invoiced, credited] = [together(kinds), together(credits)];
  return { ...kinds, invoiced, credited, credits, net: invoiced - credited };
}

const byKind = (amountOf: (kind: RevenueKind) => Cents): ByKind => ({
  labor: amountOf("labor"),
  premium: amountOf("premium"),
  allowance: amountOf("allowance"),
  deposit: amountOf("deposit"),
});

const together = (amounts: ByKind): Cents => revenueKinds.reduce((total, kind) => total + amounts[kind], 0);

const sum = (amounts: readonly MonthlyAmount[]): Cents => amounts.reduce((total, { amount }) => total + amount, 0);
