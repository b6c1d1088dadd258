import { setImmediate as otherWork } from "node:timers/promises";
import { type RawBuilder, sql } from "kysely";
import type { Tx } from "../engines/database.ts";
import type { Problem } from "./problem.ts";

interface Comparison {
  readonly check: string;
  readonly message: string;
  /** Gives the rows on which a kept total and its parts differ, and where they are. */
  readonly query: string;
}

const minutes: readonly Comparison[] = [
  {
    check: "entry",
    message: "Its minutes, open minutes and slices do not agree.",
    query: `select e.account || ' ' || e.id as at from time_entry e
      left join (select account, entry, sum(size) as size from (
                   select account, entry, to_minute - from_minute as size from slice
                   union all select account, entry, from_minute - to_minute from returned_slice
                 ) as moved group by account, entry) s on s.account = e.account and s.entry = e.id
      left join (select account, entry, sum(to_minute - from_minute) as size from returned_slice
                 where reason = 'waive' group by account, entry) w on w.account = e.account and w.entry = e.id
      where case when e.reversed_on is not null or e.billable = 0 or e.settled_elsewhere = 1 then 0 else e.minutes end
        <> e.open_minutes + coalesce(s.size, 0) + case when e.reversed_on is null then coalesce(w.size, 0) else 0 end`,
  },
  {
    check: "open-day",
    message: "The open minutes of the day and of its entries do not agree.",
    query: `select account || ' ' || work_date as at from (
        select account, work_date, minutes from open_day
        union all select account, work_date, -open_minutes from time_entry where open_minutes > 0
      ) as moved group by account, work_date having sum(minutes) <> 0`,
  },
  {
    check: "grant",
    message: "The frozen minutes of the grant and its slices do not agree.",
    query: `select account || ' ' || grant_id as at from (
        select account, grant_id, frozen_minutes as size from grant_use
        union all select account, grant_id, from_minute - to_minute from slice where grant_id is not null
        union all select account, grant_id, to_minute - from_minute from returned_slice where grant_id is not null
      ) as moved group by account, grant_id having sum(size) <> 0`,
  },
  {
    check: "line",
    message: "The minutes of the line and of its slices do not agree.",
    query: `select l.account || ' ' || l.invoice || ' ' || l.line as at from invoice_line l
      left join (select account, invoice, line, sum(to_minute - from_minute) as size from slice
                 where invoice is not null group by account, invoice, line) s
        on s.account = l.account and s.invoice = l.invoice and s.line = l.line
      where l.kind = 'labor' and l.minutes <> coalesce(s.size, 0)`,
  },
  {
    check: "line",
    message: "The minutes of the premium line and of its slices do not agree.",
    query: `select l.account || ' ' || l.invoice || ' ' || l.line as at from invoice_line l
      left join (select account, invoice, line, sum(to_minute - from_minute) as size, sum(credited_minutes) as credited
                 from premium_slice group by account, invoice, line) p
        on p.account = l.account and p.invoice = l.invoice and p.line = l.line
      where l.kind = 'premium'
        and (l.minutes <> coalesce(p.size, 0) or l.credited_minutes <> coalesce(p.credited, 0))`,
  },
  {
    check: "line",
    message: "Only a premium that was settled keeps some of it.",
    query: `select account || ' ' || invoice || ' ' || line as at from invoice_line
      where settled_rate is null and kept_minutes <> 0 or settled_rate is not null and kind <> 'premium'`,
  },
];

const money: readonly Comparison[] = [
  {
    check: "invoice",
    message: "The total of the invoice and its lines do not agree.",
    query: `select i.account || ' ' || i.number as at from invoice i
      left join (select account, invoice, sum(amount) as amount from invoice_line group by account, invoice) l
        on l.account = i.account and l.invoice = i.number
      where i.total <> coalesce(l.amount, 0)`,
  },
  {
    check: "balance",
    message: "The balance of the invoice and what was applied to it do not agree.",
    query: `select coalesce(i.account, a.account) || ' ' || coalesce(i.number, a.invoice) as at from invoice i
      full join (select account, invoice, sum(amount) as amount from application where reversed_on is null
                 group by account, invoice) a on a.account = i.account and a.invoice = i.number
      where i.number is null or i.total - i.balance <> coalesce(a.amount, 0)`,
  },
  {
    check: "payment",
    message: "The payment and where it was applied do not agree.",
    query: `select coalesce(p.account, a.account) || ' ' || coalesce(p.id, a.source) as at from payment p
      full join (select account, source, sum(amount) as amount from application
                 where source_kind = 'payment' and reversed_on is null group by account, source) a
        on a.account = p.account and a.source = p.id
      where p.id is null
        or case when p.reversed_on is null then p.amount else 0 end <> p.unapplied + coalesce(a.amount, 0)`,
  },
  {
    check: "credit-memo",
    message: "The credit memo and where it was applied do not agree.",
    query: `select coalesce(c.account, a.account) || ' ' || coalesce(c.number, a.source) as at from credit_memo c
      full join (select account, source, sum(amount) as amount from application
                 where source_kind = 'credit-memo' and reversed_on is null group by account, source) a
        on a.account = c.account and a.source = c.number
      where c.number is null or c.total <> c.unapplied + coalesce(a.amount, 0)`,
  },
  {
    check: "credits",
    message: "What was credited of the lines and the credit memos do not agree.",
    query: `select account || ' ' || invoice as at from (
        select account, invoice, credited_amount as amount from invoice_line
        union all select account, invoice, -total from credit_memo
      ) as moved group by account, invoice having sum(amount) <> 0`,
  },
];

/** The totals that writes keep, against the rows they are the sums of (ALW-8, INV-3, INV-6). */
export const wrongTotals = (tx: Tx): Promise<readonly Problem[]> => found(tx, [...minutes, ...money]);

/** The first places of each kind that a comparison finds. */
export async function found(tx: Tx, comparisons: readonly Comparison[]): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  for (const { check, message, query } of comparisons) {
    const places: RawBuilder<{ at: string }> = sql.raw(`${query} limit 100`);
    for (const { at } of (await places.execute(tx.db)).rows) problems.push({ check, at, message });
    await otherWork();
  }
  return problems;
}
