import { heldMinutes, type MinuteAccount, noMinutes } from "@cimpro/domain";
import { sql } from "kysely";
import type { Tx } from "./engines/database.ts";
import { entries } from "./entries.ts";
import { accountsWithSows, sowWorkOf } from "./sow-work.ts";

/** Where the minutes of one account and work date are (ALW-8). */
export interface DayMinutes {
  readonly account: string;
  readonly on: string;
  readonly minutes: MinuteAccount;
}

export interface AskedMinutes {
  readonly account?: string;
  /** One of that account. */
  readonly deliverable?: string;
  readonly to?: string;
}

/** Counted from the rows themselves, never from totals that writes keep. Adding integers is all that happens here. */
export const minuteAccounts = (tx: Tx) => ({
  /** Per account and work date, of one account or all, or of one deliverable of it, for work dated to `to`. */
  byDay: async ({ account, deliverable, to }: AskedMinutes = {}): Promise<readonly DayMinutes[]> => {
    const entry = (table: string) => sql.ref(table === "time_entry" ? "time_entry.id" : `${table}.entry`);
    const conditions = (
      table: string,
    ) => sql`${account === undefined ? sql`` : sql` and ${sql.ref(`${table}.account`)} = ${account}`}
      ${deliverable === undefined ? sql`` : sql` and ${entry(table)} in (select id from time_entry where account = ${account} and deliverable = ${deliverable})`}
      ${to === undefined ? sql`` : sql` and ${sql.ref(`${table}.work_date`)} <= ${to}`}`;
    const worked = await sql<{
      account: string;
      on: string;
      worked: number;
      non_billable: number;
      settled: number;
      open: number;
    }>`select account, work_date as "on", sum(minutes) as worked,
         sum(case when billable = 0 then minutes else 0 end) as non_billable,
         sum(case when billable = 1 and settled_elsewhere = 1 then minutes else 0 end) as settled,
         sum(open_minutes) as open
       from time_entry where reversed_on is null ${conditions("time_entry")} group by account, work_date`.execute(
      tx.db,
    );
    const frozen = await sql<{ account: string; on: string; kind: string; reason: string; minutes: number }>`
       select account, work_date as "on", kind, '' as reason, sum(to_minute - from_minute) as minutes
         from slice where 1 = 1 ${conditions("slice")} group by account, work_date, kind
       union all
       select account, work_date as "on", kind, reason, sum(to_minute - from_minute) as minutes
         from returned_slice where 1 = 1 ${conditions("returned_slice")} group by account, work_date, kind, reason`.execute(
      tx.db,
    );
    const days = new Map<string, DayMinutes>();
    const at = (day: { account: string; on: string }): MinuteAccount =>
      days.get(`${day.account} ${day.on}`)?.minutes ?? noMinutes;
    const put = (day: { account: string; on: string }, minutes: MinuteAccount): void => {
      days.set(`${day.account} ${day.on}`, { account: day.account, on: day.on, minutes });
    };
    for (const row of worked.rows)
      put(row, {
        ...noMinutes,
        worked: Number(row.worked),
        nonBillable: Number(row.non_billable),
        settledElsewhere: Number(row.settled),
        open: Number(row.open),
      });
    for (const row of frozen.rows) put(row, moved(at(row), row.kind, row.reason, Number(row.minutes)));
    for (const held of await heldDays(tx, account, deliverable)) {
      const known = days.get(`${held.account} ${held.on}`);
      // Held time is open time that waits for an approval: the domain tells which (DLV-5).
      if (known === undefined) continue;
      const { open, ...others } = known.minutes;
      put(held, { ...others, open: open - held.minutes, held: others.held + held.minutes });
    }
    return [...days.values()].toSorted((a, b) =>
      a.account < b.account ? -1 : a.account > b.account ? 1 : a.on < b.on ? -1 : 1,
    );
  },
});

async function heldDays(tx: Tx, only: string | undefined, deliverable: string | undefined) {
  const days: { account: string; on: string; minutes: number }[] = [];
  for (const account of await accountsWithSows(tx, only)) {
    const all = await sowWorkOf(tx, account);
    const works = all.filter((work) => deliverable === undefined || work.deliverable === deliverable);
    const open = await entries(tx).openOf(
      account,
      works.map(({ deliverable }) => deliverable),
    );
    const held = heldMinutes(works, open);
    for (const { id, on } of open) days.push({ account, on, minutes: held.get(id) ?? 0 });
  }
  return days;
}

const places = {
  deposit: "deposit",
  allowance: "allowance",
  invoice: "invoiced",
  "written-off": "writtenOff",
} as const;

function moved(to: MinuteAccount, kind: string, reason: string, minutes: number): MinuteAccount {
  const place = places[kind as keyof typeof places];
  if (reason === "") return { ...to, [place]: to[place] + minutes };
  const back = { ...to, [place]: to[place] - minutes };
  // Waived minutes count as written off; the others are open again or their entry is gone (INV-3).
  return reason === "waive" ? { ...back, writtenOff: back.writtenOff + minutes } : back;
}
