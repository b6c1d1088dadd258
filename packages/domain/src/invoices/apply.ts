import type { Day } from "../values/day.ts";
import type { Cents } from "../values/money.ts";

/** An invoice that money can be applied to. */
export interface OpenInvoice {
  readonly number: string;
  readonly issuedOn: Day;
  readonly balance: Cents;
  /** A disputed invoice that a person set aside: automatic application skips it (INV-6). */
  readonly suspended: boolean;
}

export interface Application {
  readonly invoice: string;
  readonly amount: Cents;
}

/**
 * Spreads an amount: first to the named invoice, then oldest first by issue date and number; suspended invoices only
 * when named. What is left is account credit (INV-6). Applied and left over add up to the amount.
 */
export function applyAmount(
  amount: Cents,
  invoices: readonly OpenInvoice[],
  named: string | null = null,
): { readonly applications: readonly Application[]; readonly unapplied: Cents } {
  const first = invoices.filter((invoice) => invoice.number === named);
  const rest = invoices.filter((invoice) => invoice.number !== named && !invoice.suspended).toSorted(oldestFirst);
  const applications: Application[] = [];
  let left = amount;
  for (const invoice of [...first, ...rest]) {
    const applied = Math.min(left, invoice.balance);
    if (applied <= 0) continue;
    applications.push({ invoice: invoice.number, amount: applied });
    left -= applied;
  }
  return { applications, unapplied: left };
}

/** By issue date, then number. Longer numbers are later ones. */
export function oldestFirst(a: Pick<OpenInvoice, "issuedOn" | "number">, b: typeof a): number {
  if (a.issuedOn !== b.issuedOn) return a.issuedOn < b.issuedOn ? -1 : 1;
  return a.number.length - b.number.length || (a.number < b.number ? -1 : a.number > b.number ? 1 : 0);
}
