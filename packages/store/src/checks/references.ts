import type { Tx } from "../engines/database.ts";
import { found } from "./minutes-and-money.ts";
import type { Problem } from "./problem.ts";

const differ = (column: string, other: string): string => `coalesce(${column}, '') <> coalesce(${other}, '')`;

const latest = (one: string, other: string): string => `case when ${one} > ${other} then ${one} else ${other} end`;

/** Credit moves to its own invoice only when a payment is taken back, and counts from then (INV-6). */
const someReversedOn = (day: string): string =>
  `exists (select 1 from payment r where r.account = a.account and r.reversed_on = ${day})`;

const slices = [
  {
    check: "round",
    message: "The slices of a round do not follow one another.",
    query: `select distinct account || ' ' || entry || ' ' || round as at from (
        select account, entry, round, from_minute,
          lag(to_minute, 1, 0) over (partition by account, entry, round order by from_minute) as follows from slice
      ) as placed where from_minute <> follows`,
  },
  {
    check: "round",
    message: "The entry goes on elsewhere than its slices end.",
    query: `select e.account || ' ' || e.id as at from time_entry e
      left join (select account, entry, round, max(to_minute) as until from slice group by account, entry, round) s
        on s.account = e.account and s.entry = e.id and s.round = e.round
      where e.round_from <> coalesce(s.until, 0)`,
  },
  {
    check: "slice",
    message: "The slice does not fit its entry, or the document it points to.",
    query: `select s.account || ' ' || s.entry || ' ' || s.round || ' ' || s.from_minute as at from slice s
      left join time_entry e on e.account = s.account and e.id = s.entry
      left join invoice i on i.account = s.account and i.number = s.invoice
      where e.id is null or e.work_date <> s.work_date or s.round > e.round
        or case s.kind
             when 'invoice' then s.grant_id is not null or s.line is null or i.number is null or i.issued_on <> s.frozen_on
             when 'allowance' then s.grant_id is null or s.invoice is not null or s.line is not null
             when 'deposit' then s.grant_id is not null or s.invoice is not null or s.line is not null
             when 'written-off' then s.grant_id is not null or s.invoice is not null or s.line is not null
             else true end`,
  },
  {
    check: "returned-slice",
    message: "Minutes were given back that the slice does not have.",
    query: `select r.account || ' ' || r.entry || ' ' || r.round || ' ' || r.from_minute as at
      from (select returned_slice.*,
              lag(to_minute, 1, 0) over (partition by account, entry, round order by from_minute) as free_from
            from returned_slice) r
      left join slice s on s.account = r.account and s.entry = r.entry and s.round = r.round
        and s.from_minute <= r.from_minute and s.to_minute >= r.to_minute
      where s.entry is null or r.from_minute < r.free_from or r.kind <> s.kind or r.work_date <> s.work_date
        or r.frozen_on <> s.frozen_on or ${differ("r.grant_id", "s.grant_id")}
        or ${differ("r.invoice", "s.invoice")} or coalesce(r.line, 0) <> coalesce(s.line, 0)`,
  },
  {
    check: "returned-slice",
    message: "The minutes that were given back and their credit memo do not agree.",
    query: `select r.account || ' ' || r.entry || ' ' || r.round || ' ' || r.from_minute as at from returned_slice r
      left join credit_memo c on c.account = r.account and c.number = r.credit_memo
      left join time_entry e on e.account = r.account and e.id = r.entry
      where case when r.kind = 'invoice'
              then c.number is null or c.invoice <> r.invoice or c.issued_on <> r.returned_on
                or not (c.reason = r.reason or r.reason = 'rebill' and e.reversed_on is not null)
              else r.credit_memo is not null or r.reason <> 'rebill' end`,
  },
  {
    check: "premium-slice",
    message:
      "The premium is on minutes that its entry does not have frozen, or not on a premium line of its deliverable.",
    query: `select p.account || ' ' || p.entry || ' ' || p.round || ' ' || p.from_minute as at from premium_slice p
      left join time_entry e on e.account = p.account and e.id = p.entry
      left join invoice i on i.account = p.account and i.number = p.invoice
      left join invoice_line l on l.account = p.account and l.invoice = p.invoice and l.line = p.line
      left join (select account, entry, round, from_minute as start,
                   lag(to_minute, 1, 0) over (partition by account, entry, round order by from_minute) as free_from
                 from premium_slice) f
        on f.account = p.account and f.entry = p.entry and f.round = p.round and f.start = p.from_minute
      where e.id is null or e.work_date <> p.work_date or i.number is null or i.issued_on <> p.frozen_on
        or l.kind is null or l.kind <> 'premium' or ${differ("l.deliverable", "e.deliverable")}
        or p.from_minute < f.free_from
        or p.to_minute > coalesce((select max(s.to_minute) from slice s
             where s.account = p.account and s.entry = p.entry and s.round = p.round), 0)
        or exists (select 1 from slice s where s.account = p.account and s.entry = p.entry and s.round = p.round
             and s.kind not in ('allowance', 'invoice') and s.from_minute < p.to_minute and s.to_minute > p.from_minute)`,
  },
] as const;

const documents = [
  {
    check: "sale",
    message: "The sale of hours and its invoice do not agree.",
    query: `select coalesce(s.account, i.account) || ' ' || coalesce(s.invoice, i.number) as at from allowance_sale s
      full join (select i.account, i.number, i.period_start, l.allowance from invoice i
                 left join invoice_line l on l.account = i.account and l.invoice = i.number
                 where i.kind = 'allowance') i on i.account = s.account and i.number = s.invoice
      where s.invoice is null or i.number is null or ${differ("i.allowance", "s.allowance")}
        or s.month <> coalesce(substr(i.period_start, 1, 7), '')`,
  },
  {
    check: "suspension",
    message: "The invoice and its suspensions do not agree.",
    query: `select coalesce(i.account, s.account) || ' ' || coalesce(i.number, s.invoice) as at from invoice i
      full join (select account, invoice, sum(case when until_day is null then 1 else 0 end) as lasting
                 from suspension group by account, invoice) s on s.account = i.account and s.invoice = i.number
      where i.number is null or i.suspended <> coalesce(s.lasting, 0)`,
  },
  {
    check: "void",
    message: "The invoice and the credit memo that voids it do not name each other.",
    query: `select coalesce(i.account, c.account) || ' ' || coalesce(i.number, c.invoice) as at
      from (select account, number, voided_by from invoice where voided_by is not null) i
      full join (select account, number, invoice from credit_memo where voids = 1) c
        on c.account = i.account and c.invoice = i.number
      where ${differ("i.voided_by", "c.number")}`,
  },
  {
    check: "application",
    message: "The application, its source and its invoice do not agree.",
    query: `select a.account || ' ' || a.sequence || ' ' || a.position as at from application a
      left join invoice i on i.account = a.account and i.number = a.invoice
      left join payment p on p.account = a.account and p.id = a.source and a.source_kind = 'payment'
      left join credit_memo c on c.account = a.account and c.number = a.source and a.source_kind = 'credit-memo'
      where i.number is null or coalesce(p.paid_on, c.issued_on) is null
        or (${latest("i.issued_on", "coalesce(p.paid_on, c.issued_on)")} <> a.applied_on
          and (p.id is not null or a.applied_on < ${latest("i.issued_on", "c.issued_on")}
            or not ${someReversedOn("a.applied_on")}))
        or (p.id is not null and ${differ("a.reversed_on", "p.reversed_on")})
        or (c.number is not null and a.reversed_on is not null and not ${someReversedOn("a.reversed_on")})`,
  },
  {
    check: "deliverable",
    message: "It names a deliverable that is not there.",
    query: `select n.account || ' ' || n.deliverable as at from (
        select distinct account, deliverable from time_entry where deliverable is not null
        union select distinct account, deliverable from invoice_line where deliverable is not null) n
      left join deliverable d on d.account = n.account and d.id = n.deliverable where d.id is null`,
  },
  {
    check: "account",
    message: "The account and the end of its journal do not go together.",
    query: `select coalesce(a.id, h.account) as at from account a
      full join (select account from account_head where account <> '@practice') h on h.account = a.id
      where a.id is null or h.account is null`,
  },
  {
    check: "account",
    message: "Numbers were used that its head has not given.",
    query: `select h.account as at from account_head h
      left join (select account, max(sequence) as last from time_entry group by account) e on e.account = h.account
      left join (select account, max(sequence) as last from allowance group by account) w on w.account = h.account
      where coalesce(e.last, 0) > h.entry_sequence or coalesce(w.last, 0) > h.allowance_sequence`,
  },
] as const;

/** Rows against those that they point to (INV-3, INV-4, INV-6). */
export const wrongReferences = (tx: Tx): Promise<readonly Problem[]> => found(tx, [...slices, ...documents]);
