import type { LeftOpen, OpenSowTime } from "@cimpro/domain";
import { type RawBuilder, sql } from "kysely";
import type { Tx } from "./engines/database.ts";
import { type EntryRecord, entryFrom, type OpenRecord, rowOfEntry } from "./entry-record.ts";
import { addOpenDays, addOpenMinutes } from "./open-days.ts";
import type { TimeEntryRow } from "./tables.ts";

export interface EntryFilter {
  readonly account?: string | undefined;
  readonly worker?: string | undefined;
  readonly deliverable?: string | undefined;
  readonly package?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly open?: boolean | undefined;
  readonly limit: number;
  readonly before?:
    | { readonly on: string; readonly account: string; readonly sequence: number; readonly id: string }
    | undefined;
}

/** Written out, not a parameter: only so is it sure that the index of open entries serves. */
const none = sql.lit(0);

export const entries = (tx: Tx) => ({
  find: async (account: string, id: string): Promise<EntryRecord | undefined> => {
    const row = await tx.db
      .selectFrom("time_entry")
      .selectAll()
      .where("account", "=", account)
      .where("id", "=", id)
      .executeTakeFirst();
    return row === undefined ? undefined : entryFrom(row);
  },

  many: async (account: string, ids: readonly string[]): Promise<readonly EntryRecord[]> => {
    if (ids.length === 0) return [];
    const rows = await tx.db
      .selectFrom("time_entry")
      .selectAll()
      .where("account", "=", account)
      .where("id", "in", ids)
      .execute();
    return rows.map(entryFrom);
  },

  /** The entries that were made of rows of a source, in the whole practice (IMP-1); one for each row, the first one made. */
  ofSource: async (source: string, externalIds: readonly string[]): Promise<ReadonlyMap<string, EntryRecord>> => {
    if (externalIds.length === 0) return new Map();
    const rows = sql.join(externalIds.map((id) => sql`(cast(${id} as text))`));
    // Looked up one by one, through an index: given as a list, PostgreSQL would read all entries while it has no statistics.
    const found = await sql<TimeEntryRow>`with wanted (value) as (values ${rows})
      select time_entry.* from wanted join time_entry
        on time_entry.source = ${source} and time_entry.external_id = wanted.value
      order by time_entry.recorded_at desc, time_entry.account desc`.execute(tx.db);
    return new Map(found.rows.map((row) => [row.external_id ?? "", entryFrom(row)]));
  },

  /** Which of these ids an account has already. */
  known: (account: string, ids: readonly string[]): Promise<ReadonlySet<string>> =>
    thoseKnown(tx, ids, sql`account = ${account} and id = wanted.value`),

  /** Records new entries; their open minutes join the open day. */
  insert: async (records: readonly EntryRecord[]): Promise<void> => {
    await tx.insertRows("time_entry", records.map(rowOfEntry));
    await addOpenDays(
      tx,
      records.map(({ account, on, openMinutes }) => ({ account, work_date: on, minutes: openMinutes })),
    );
  },

  /** Writes back an entry that changed; the difference in open minutes moves its open day. */
  update: async (before: EntryRecord, after: EntryRecord): Promise<void> => {
    await tx.db
      .updateTable("time_entry")
      .set(rowOfEntry(after))
      .where("account", "=", before.account)
      .where("id", "=", before.id)
      .execute();
    if (before.on === after.on && before.openMinutes === after.openMinutes) return;
    await addOpenMinutes(tx, before.account, before.on, -before.openMinutes);
    await addOpenMinutes(tx, after.account, after.on, after.openMinutes);
  },

  /** Newest work date first. An entry and the one that took its place share a sequence: the id tells them apart. */
  list: async (filter: EntryFilter): Promise<readonly EntryRecord[]> => {
    let query = tx.db
      .selectFrom("time_entry")
      .selectAll()
      .orderBy("work_date", "desc")
      .orderBy("account", "desc")
      .orderBy("sequence", "desc")
      .orderBy("id", "desc")
      .limit(filter.limit);
    if (filter.account !== undefined) query = query.where("account", "=", filter.account);
    if (filter.worker !== undefined) query = query.where("worker", "=", filter.worker);
    if (filter.deliverable !== undefined) query = query.where("deliverable", "=", filter.deliverable);
    if (filter.package !== undefined) query = query.where("package", "=", filter.package);
    if (filter.from !== undefined) query = query.where("work_date", ">=", filter.from);
    if (filter.to !== undefined) query = query.where("work_date", "<=", filter.to);
    if (filter.open === true) query = query.where("open_minutes", ">", none);
    const { before } = filter;
    if (before !== undefined)
      query = query.where(({ eb, refTuple, tuple }) =>
        eb(
          refTuple("work_date", "account", "sequence", "id"),
          "<",
          tuple(before.on, before.account, before.sequence, before.id),
        ),
      );
    return (await query.execute()).map(entryFrom);
  },

  /** Open minutes dated before a day, in the order of the waterfall (ALW-5). */
  openBefore: async (account: string, end: string): Promise<readonly OpenRecord[]> => {
    const rows = await tx.db
      .selectFrom("time_entry")
      .select(["id", "work_date", "deliverable", "open_minutes", "deferred_on", "round", "round_from"])
      .where("account", "=", account)
      .where("work_date", "<", end)
      .where("open_minutes", ">", none)
      .orderBy("work_date")
      .orderBy("sequence")
      .execute();
    return rows.map((row) => ({
      id: row.id,
      on: row.work_date,
      deliverable: row.deliverable,
      minutes: row.open_minutes,
      deferredOn: row.deferred_on,
      round: row.round,
      roundFrom: row.round_from,
    }));
  },

  /** Entries with open minutes that are dated before a day, whole. */
  openRecordsBefore: async (account: string, end: string): Promise<readonly EntryRecord[]> => {
    const rows = await tx.db
      .selectFrom("time_entry")
      .selectAll()
      .where("account", "=", account)
      .where("work_date", "<", end)
      .where("open_minutes", ">", none)
      .orderBy("work_date")
      .orderBy("sequence")
      .execute();
    return rows.map(entryFrom);
  },

  /** Entries of some deliverables with open minutes, whole. */
  openRecordsOf: async (account: string, deliverables: readonly string[]): Promise<readonly EntryRecord[]> => {
    if (deliverables.length === 0) return [];
    const rows = await tx.db
      .selectFrom("time_entry")
      .selectAll()
      .where("account", "=", account)
      .where("deliverable", "in", deliverables)
      .where("open_minutes", ">", none)
      .execute();
    return rows.map(entryFrom);
  },

  /** Open minutes per work date, oldest first. */
  openDays: async (account: string): Promise<readonly { readonly on: string; readonly minutes: number }[]> => {
    const rows = await tx.db
      .selectFrom("open_day")
      .select(["work_date", "minutes"])
      .where("account", "=", account)
      .where("minutes", ">", 0)
      .orderBy("work_date")
      .execute();
    return rows.map((row) => ({ on: row.work_date, minutes: row.minutes }));
  },

  /** Open minutes of some deliverables, in the order of the waterfall (DLV-5). */
  openOf: async (account: string, deliverables: readonly string[]): Promise<readonly OpenSowTime[]> => {
    if (deliverables.length === 0) return [];
    const rows = await tx.db
      .selectFrom("time_entry")
      .select(["id", "work_date", "deliverable", "open_minutes"])
      .where("account", "=", account)
      .where("deliverable", "in", deliverables)
      .where("open_minutes", ">", none)
      .orderBy("work_date")
      .orderBy("sequence")
      .execute();
    return rows.map((row) => ({
      id: row.id,
      on: row.work_date,
      deliverable: row.deliverable,
      minutes: row.open_minutes,
    }));
  },

  /** What counts toward a labor package, oldest first (PKG-7). */
  packageTime: async (
    account: string,
    subscription: string,
  ): Promise<readonly { readonly on: string; readonly minutes: number }[]> => {
    const rows = await tx.db
      .selectFrom("time_entry")
      .select(["work_date", "minutes"])
      .where("account", "=", account)
      .where("package", "=", subscription)
      .where("reversed_on", "is", null)
      .orderBy("work_date")
      .orderBy("sequence")
      .execute();
    return rows.map((row) => ({ on: row.work_date, minutes: row.minutes }));
  },

  /** Closes everything open that is dated before a day, but for the minutes that stay open: deferred or held ones. */
  freezeBefore: async (account: string, end: string, leftOpen: readonly LeftOpen[]): Promise<void> => {
    await tx.db
      .updateTable("time_entry")
      .set(({ eb, ref }) => ({
        round_from: eb("round_from", "+", ref("open_minutes")),
        open_minutes: 0,
      }))
      .where("account", "=", account)
      .where("work_date", "<", end)
      .where("open_minutes", ">", none)
      .execute();
    await tx.db.deleteFrom("open_day").where("account", "=", account).where("work_date", "<", end).execute();
    for (const { entry, minutes, deferredOn } of leftOpen)
      await tx.db
        .updateTable("time_entry")
        .set(({ eb }) => ({
          round_from: eb("round_from", "-", minutes),
          open_minutes: minutes,
          deferred_on: deferredOn,
        }))
        .where("account", "=", account)
        .where("id", "=", entry.id)
        .execute();
    const days = leftOpen.map(({ entry, minutes }) => ({ account, work_date: entry.on, minutes }));
    await addOpenDays(tx, days);
  },

  /** Minutes of non-billable work dated within a half-open span. */
  nonBillableBetween: async (account: string, start: string, end: string): Promise<number> => {
    const { minutes } = await tx.db
      .selectFrom("time_entry")
      .select(({ fn }) => fn.sum<number | null>("minutes").as("minutes"))
      .where("account", "=", account)
      .where("work_date", ">=", start)
      .where("work_date", "<", end)
      .where("billable", "=", 0)
      .where("reversed_on", "is", null)
      .executeTakeFirstOrThrow();
    return Number(minutes ?? 0);
  },
});

/**
 * The values for which there is an entry. They are looked up one by one, through an index: given as a list, PostgreSQL
 * would read the whole account for them while it has no statistics, as during an import.
 */
async function thoseKnown(tx: Tx, values: readonly string[], found: RawBuilder<unknown>): Promise<ReadonlySet<string>> {
  if (values.length === 0) return new Set();
  const rows = sql.join(values.map((value) => sql`(cast(${value} as text))`));
  const known = sql<{ value: string }>`with wanted (value) as (values ${rows})
    select value from wanted where (select 1 from time_entry where ${found}) = 1`;
  return new Set((await known.execute(tx.db)).rows.map(({ value }) => value));
}
