import { sql } from "kysely";
import { sha256 } from "./digest.ts";
import type { Tx } from "./engines/database.ts";
import { slicesFrom } from "./ledger/minutes.ts";

/** The place of an entry's invoiced minutes on the lines of an invoice. */
export interface LineSlice {
  readonly line: number;
  readonly entry: string;
  readonly minutes: number;
}

/** The fingerprint of an invoice's slices, kept in the invoice so that a changed slice is found. */
export const slicesHash = (slices: readonly LineSlice[]): string =>
  sha256(slices.map(({ line, entry, minutes }) => `${line} ${entry} ${minutes}`).join("\n"));

export const slices = (tx: Tx) => ({
  /** What an entry's minutes became, net of corrections. */
  ofEntries: (account: string, ids: readonly string[]) => slicesFrom(tx, account, { entries: ids }),

  /** Every slice of an invoice as it was issued, in the order of its lines; those of premium lines too. */
  ofInvoice: async (account: string, invoice: string): Promise<readonly LineSlice[]> => {
    const rows = await tx.db
      .selectFrom("slice")
      .innerJoin("time_entry", (join) =>
        join.onRef("time_entry.account", "=", "slice.account").onRef("time_entry.id", "=", "slice.entry"),
      )
      .select(["slice.line", "slice.entry", "slice.from_minute", "slice.to_minute"])
      .where("slice.account", "=", account)
      .where("slice.invoice", "=", invoice)
      .orderBy("slice.line")
      .orderBy("slice.work_date")
      .orderBy("time_entry.sequence")
      .execute();
    const premiums = await tx.db
      .selectFrom("premium_slice")
      .innerJoin("time_entry", (join) =>
        join
          .onRef("time_entry.account", "=", "premium_slice.account")
          .onRef("time_entry.id", "=", "premium_slice.entry"),
      )
      .select(["premium_slice.line", "premium_slice.entry", "premium_slice.from_minute", "premium_slice.to_minute"])
      .where("premium_slice.account", "=", account)
      .where("premium_slice.invoice", "=", invoice)
      .orderBy("premium_slice.line")
      .orderBy("premium_slice.work_date")
      .orderBy("time_entry.sequence")
      .execute();
    return [...rows, ...premiums]
      .map((row) => ({ line: row.line ?? 0, entry: row.entry, minutes: row.to_minute - row.from_minute }))
      .toSorted((a, b) => a.line - b.line);
  },

  /** The notes of entries as an invoice was issued with them, where they were put right later. */
  issuedNotes: async (account: string, invoice: string): Promise<ReadonlyMap<string, string>> => {
    const rows = await tx.db
      .selectFrom("issued_note")
      .select(["entry", "note"])
      .where("account", "=", account)
      .where("invoice", "=", invoice)
      .execute();
    return new Map(rows.map(({ entry, note }) => [entry, note]));
  },
});

/**
 * Per work date: minutes that were not on an invoice at the end of `asOf` but are now, less those that were and no
 * longer are. Reversed entries were never worked, so they count on no day.
 */
export async function invoicedSince(
  tx: Tx,
  account: string,
  asOf: string,
): Promise<readonly { readonly on: string; readonly minutes: number }[]> {
  const days = new Map<string, number>();
  for (const [table, after, sign] of [
    ["slice", "frozen_on", 1],
    ["returned_slice", "returned_on", -1],
  ] as const) {
    // Written for both tables at once, which the query builder's types cannot follow.
    const { rows } = await sql<{ on: string; minutes: number }>`
      select moved.work_date as "on", sum(moved.to_minute - moved.from_minute) as minutes
      from ${sql.table(table)} as moved
      join time_entry on time_entry.account = moved.account and time_entry.id = moved.entry
      where moved.account = ${account} and moved.kind not in ('deposit', 'allowance') and moved.work_date <= ${asOf}
        and moved.${sql.ref(after)} > ${asOf} and time_entry.reversed_on is null
        ${table === "slice" ? sql`` : sql`and moved.reason = 'rebill'`}
      group by moved.work_date`.execute(tx.db);
    for (const { on, minutes } of rows) days.set(on, (days.get(on) ?? 0) + sign * Number(minutes));
  }
  return [...days].map(([on, minutes]) => ({ on, minutes })).filter(({ minutes }) => minutes !== 0);
}
