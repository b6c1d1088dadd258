import { plus } from "./calendar.ts";
import {
  type Account,
  type Invoice,
  type Line,
  type Memo,
  type MemoLine,
  type Money,
  type PracticeModel,
  total,
} from "./practice-model.ts";

export const balanceOf = ({ applications }: Account, invoice: Invoice): number =>
  invoice.total -
  total(
    applications.filter((each) => each.invoice === invoice && each.reversedOn === null).map(({ amount }) => amount),
  );

/** What is open of an invoice at the end of a day. */
const balanceAt = ({ applications }: Account, invoice: Invoice, day: string): number =>
  invoice.issuedOn > day
    ? 0
    : invoice.total -
      total(
        applications
          .filter((each) => each.invoice === invoice && each.on <= day)
          .filter(({ reversedOn }) => reversedOn === null || reversedOn > day)
          .map(({ amount }) => amount),
      );

/** Whether work is stopped on a day: some invoice of an earlier day is open (INV-5). */
export const isStopped = (account: Account, day: string): boolean =>
  account.invoices.some((invoice) => invoice.issuedOn < day && balanceAt(account, invoice, day) > 0);

/** The first day of the stoppage that reaches today. */
export function stoppedSince(account: Account, today: string): string | undefined {
  if (!isStopped(account, today)) return undefined;
  let since = today;
  while (isStopped(account, plus(since, -1))) since = plus(since, -1);
  return since;
}

/** The day from which on an invoice is settled for good as things stand; null while it is open. */
export function settledOn(account: Account, invoice: Invoice, today: string): string | null {
  if (balanceAt(account, invoice, today) > 0) return null;
  let day = today;
  while (day > invoice.issuedOn && balanceAt(account, invoice, plus(day, -1)) === 0) day = plus(day, -1);
  return day;
}

const apply = (account: Account, money: Money, invoice: Invoice, amount: number, on: string): void => {
  money.unapplied -= amount;
  const counts = invoice.issuedOn > on ? invoice.issuedOn : on;
  account.applications.push({ money, invoice, amount, on: counts, reversedOn: null });
};

/** To the named invoice, then oldest first; the rest is account credit (INV-6). */
export function spread(account: Account, money: Money, named: Invoice | null): void {
  const others = account.invoices
    .filter((invoice) => invoice !== named)
    .sort((a, b) => (`${a.issuedOn} ${a.number}` < `${b.issuedOn} ${b.number}` ? -1 : 1));
  for (const invoice of [...(named === null ? [] : [named]), ...others]) {
    const amount = Math.min(money.unapplied, balanceOf(account, invoice));
    if (amount > 0) apply(account, money, invoice, amount, money.on);
  }
}

/** Takes money in. */
export function payIn(
  model: PracticeModel,
  account: Account,
  { source, amount, on, named }: { source: string; amount: number; on: string; named: Invoice | null },
): void {
  const money: Money = { source, kind: "payment", on, order: model.counter++, unapplied: amount, reversed: false };
  account.money.push(money);
  spread(account, money, named);
}

export const newLine = (said: Pick<Line, "kind" | "deliverable" | "minutes" | "ratePerHour" | "amount">): Line => ({
  ...said,
  creditedMinutes: 0,
  creditedAmount: 0,
  settledRate: null,
  invoice: null,
});

/** Gives an invoice the next number; account credit, oldest first, pays into it (INV-3, INV-6). */
export function issue(
  model: PracticeModel,
  account: Account,
  { kind, lines, sale }: Pick<Invoice, "kind" | "lines" | "sale">,
): Invoice {
  model.invoiceCount += 1;
  const invoice: Invoice = {
    number: `INV-${String(model.invoiceCount).padStart(6, "0")}`,
    ...{ kind, lines, sale, issuedOn: model.today, returnedMinutes: 0, voided: false },
    total: total(lines.map(({ amount }) => amount)),
  };
  for (const line of lines) line.invoice = invoice;
  account.invoices.push(invoice);
  const rank = ({ on, kind: of, order }: Money): string =>
    `${on} ${of === "payment" ? 0 : 1} ${String(order).padStart(9, "0")}`;
  for (const money of [...account.money].sort((a, b) => (rank(a) < rank(b) ? -1 : 1))) {
    const amount = Math.min(money.unapplied, balanceOf(account, invoice));
    if (amount > 0) apply(account, money, invoice, amount, money.on > model.today ? money.on : model.today);
  }
  return invoice;
}

/** A memo with the next number, put against its own invoice first (INV-3, INV-6). */
export function issueMemo(
  model: PracticeModel,
  account: Account,
  invoice: Invoice,
  reason: Memo["reason"],
  lines: readonly MemoLine[],
): void {
  model.memoCount += 1;
  const number = `CM-${String(model.memoCount).padStart(6, "0")}`;
  const sum = total(lines.map(({ amount }) => amount));
  const sorted = [...lines].sort((a, b) => a.line - b.line);
  const memo = { number, invoice: invoice.number, reason, issuedOn: model.today, total: sum, lines: sorted };
  account.memos.push(memo);
  const money: Money = {
    ...{ source: number, kind: "credit-memo" as const, on: model.today, order: model.counter++ },
    ...{ unapplied: sum, reversed: false },
  };
  account.money.push(money);
  spread(account, money, invoice);
}

/** What is open of an invoice is met by its own memos: by what is left of them, then by what other invoices got of them last (INV-6). */
export function meetFromOwnCredit(model: PracticeModel, account: Account, invoice: Invoice): void {
  const numbers = account.memos.filter((memo) => memo.invoice === invoice.number).map(({ number }) => number);
  const isOwn = ({ kind, source }: Money): boolean => kind === "credit-memo" && numbers.includes(source);
  for (const money of account.money.filter(isOwn)) {
    const amount = Math.min(money.unapplied, balanceOf(account, invoice));
    if (amount > 0) apply(account, money, invoice, amount, model.today);
  }
  const elsewhere = account.applications.filter((each) => isOwn(each.money) && each.invoice !== invoice);
  for (const each of elsewhere.filter(({ reversedOn }) => reversedOn === null).reverse()) {
    const amount = Math.min(each.amount, balanceOf(account, invoice));
    if (amount <= 0) continue;
    each.reversedOn = model.today;
    each.money.unapplied += each.amount;
    apply(account, each.money, invoice, amount, model.today);
    if (each.amount > amount) apply(account, each.money, each.invoice, each.amount - amount, model.today);
    meetFromOwnCredit(model, account, each.invoice);
  }
}
