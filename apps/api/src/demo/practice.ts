import type { Agenda } from "./agenda.ts";
import { businessDaysBefore } from "./business-days.ts";
import type { Desk } from "./desk.ts";

/** What every story of the demo is told with. */
export interface Practice {
  readonly desk: Desk;
  readonly agenda: Agenda;
  readonly today: string;
  /** In cents by account: what was credited on paid invoices, which the customer takes off its next payment. */
  readonly credited: Map<string, number>;
}

/** Puts a task on the day that lies so many business days before the present one. */
export function planAgo({ agenda, today }: Practice, ago: number, task: (day: string) => Promise<unknown>): void {
  const day = businessDaysBefore(today, ago);
  agenda.plan(day, () => task(day));
}

export function noteCredits(
  { credited }: Practice,
  account: string,
  memos: readonly { readonly total: number }[],
): void {
  const total = memos.reduce((sum, memo) => sum + memo.total, 0);
  if (total > 0) credited.set(account, (credited.get(account) ?? 0) + total);
}

/** What the customer pays for an invoice: what was credited before comes off it, and is spent then. */
export function lessCredits({ credited }: Practice, account: string, total: number): number {
  const off = Math.min(total, credited.get(account) ?? 0);
  credited.set(account, (credited.get(account) ?? 0) - off);
  return total - off;
}
