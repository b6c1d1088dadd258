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
  /** Credit memos by their own day of issue, whatever they credit. */
  readonly credited: Cents;
  readonly net: Cents;
}

export interface RevenueAnswer {
  readonly months: readonly (RevenueRow & { readonly month: Month })[];
  readonly total: RevenueRow;
}

/** Invoiced less credited, month by month between two days; months without either are there too (INV-3, RATE-6). */
export function revenueOf(
  invoiced: readonly MonthlyAmount[],
  credited: readonly Omit<MonthlyAmount, "kind">[],
  { from, to }: { readonly from: Day; readonly to: Day },
): RevenueAnswer {
  const months: (RevenueRow & { readonly month: Month })[] = [];
  for (let month = monthOf(from); month <= monthOf(to); month = addMonths(month, 1)) {
    const own = invoiced.filter((each) => each.month === month);
    const memos = credited.filter((each) => each.month === month);
    months.push({ month, ...rowOf((kind) => sum(own.filter((each) => each.kind === kind)), sum(memos)) });
  }
  const add = (of: (row: RevenueRow) => Cents): Cents => months.reduce((total, row) => total + of(row), 0);
  const total = rowOf(
    (kind) => add((row) => row[kind]),
    add(({ credited: amount }) => amount),
  );
  return { months, total };
}

function rowOf(amountOf: (kind: RevenueKind) => Cents, credited: Cents): RevenueRow {
  const kinds = {
    labor: amountOf("labor"),
    premium: amountOf("premium"),
    allowance: amountOf("allowance"),
    deposit: amountOf("deposit"),
  };
  const invoiced = kinds.labor + kinds.premium + kinds.allowance + kinds.deposit;
  return { ...kinds, invoiced, credited, net: invoiced - credited };
}

const sum = (amounts: readonly { readonly amount: Cents }[]): Cents =>
  amounts.reduce((total, { amount }) => total + amount, 0);
