import { CreditMemo, type MonthlyAmount, type WorkedDay } from "@cimpro/domain";
import { sql } from "kysely";
import type { Tx } from "./engines/database.ts";

/** Two days, both included. */
export interface CountedSpan {
  readonly from: string;
  readonly to: string;
}

/** Integers counted over all accounts; what they mean is the domain's. Both days of a span are included. */
export const practiceFigures = (tx: Tx) => ({
  /** Minutes per person and work date, of entries that were not reversed. */
  workedDays: async ({ from, to }: CountedSpan): Promise<readonly WorkedDay[]> => {
    const { rows } = await sql<{ worker: string; on: string; billable: number; all: number }>`
      select worker, work_date as "on", sum(case when billable = 1 then minutes else 0 end) as billable,
        sum(minutes) as "all"
      from time_entry where work_date >= ${from} and work_date <= ${to} and reversed_on is null
      group by worker, work_date order by worker, work_date`.execute(tx.db);
    return rows.map((row) => ({
      ...{ worker: row.worker, on: row.on },
      ...{ billable: Number(row.billable), nonBillable: Number(row.all) - Number(row.billable) },
    }));
  },

  /** What was invoiced per month of issue and kind of line. */
  invoicedByMonth: async ({ from, to }: CountedSpan): Promise<readonly MonthlyAmount[]> => {
    const { rows } = await sql<MonthlyAmount>`
      select substr(i.issued_on, 1, 7) as month, l.kind as kind, sum(l.amount) as amount
      from invoice i join invoice_line l on l.account = i.account and l.invoice = i.number
      where i.issued_on >= ${from} and i.issued_on <= ${to} and i.kind <> 'opening'
      group by substr(i.issued_on, 1, 7), l.kind order by month, kind`.execute(tx.db);
    return rows.map((row) => ({ ...row, amount: Number(row.amount) }));
  },

  /** What was credited per month of the memos' issue and kind of line, but on invoices of another system. */
  creditedByMonth: async ({ from, to }: CountedSpan): Promise<readonly MonthlyAmount[]> => {
    const { rows } = await sql<{ month: string; document: string }>`
      select substr(c.issued_on, 1, 7) as month, c.document as document
      from credit_memo c join invoice i on i.account = c.account and i.number = c.invoice
      where c.issued_on >= ${from} and c.issued_on <= ${to} and i.kind <> 'opening'`.execute(tx.db);
    // The lines of a memo are kept in its document only: there are few memos, and each engine reads JSON its own way.
    const sums = new Map<string, MonthlyAmount>();
    for (const { month, document } of rows)
      for (const { kind, amount } of CreditMemo.parse(JSON.parse(document)).lines) {
        const key = `${month} ${kind}`;
        sums.set(key, { month, kind, amount: amount + (sums.get(key)?.amount ?? 0) });
      }
    return [...sums].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, sum]) => sum);
  },

  /** The accounts of which any figure can be other than nought: with open time, allowances, or money not settled. */
  livelyAccounts: async (): Promise<ReadonlySet<string>> => {
    const { rows } = await sql<{ account: string }>`
      select account from open_day where minutes > 0 union select account from allowance
      union select account from invoice where balance > 0 union select account from payment where unapplied > 0
      union select account from credit_memo where unapplied > 0`.execute(tx.db);
    return new Set(rows.map(({ account }) => account));
  },
});
