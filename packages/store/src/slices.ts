import type { Allocation } from "@cimpro/domain";
import { sql } from "kysely";
import { sha256 } from "./digest.ts";
import type { Tx } from "./engines/database.ts";
import type { OpenRecord } from "./entry-record.ts";
import type { ReturnedSliceRow, SliceRow } from "./tables.ts";

/** A slice with what corrections left of it. */
export interface ActiveSlice extends SliceRow {
  /** Minutes that still stand. */
  readonly minutes: number;
}

/** The place of an entry's invoiced minutes on the lines of an invoice. */
export interface LineSlice {
  readonly line: number;
  readonly entry: string;
  readonly minutes: number;
}

/** The fingerprint of an invoice's slices, kept in the invoice so that a changed slice is found. */
export const slicesHash = (slices: readonly LineSlice[]): string =>
  sha256(slices.map(({ line, entry, minutes }) => `${line} ${entry} ${minutes}`).join("\n"));

/** The rows that freeze an allocation: deposit, allowance, invoice, one after the other in the entry's round. */
export function sliceRows(
  account: string,
  allocations: readonly (Allocation & { readonly entry: OpenRecord })[],
  frozenOn: string,
  place: (entry: string) => { readonly invoice: string; readonly line: number } | undefined,
): readonly SliceRow[] {
  return allocations.flatMap(({ entry, deposit, allowance, invoiced }) => {
    let from = entry.roundFrom;
    const row = (minutes: number, to: Pick<SliceRow, "kind" | "grant_id" | "invoice" | "line">): SliceRow => {
      const slice = {
        account,
        entry: entry.id,
        round: entry.round,
        from_minute: from,
        to_minute: from + minutes,
        kind: to.kind,
        work_date: entry.on,
        grant_id: to.grant_id,
        invoice: to.invoice,
        line: to.line,
        frozen_on: frozenOn,
      };
      from += minutes;
      return slice;
    };
    const nowhere = { grant_id: null, invoice: null, line: null };
    const covered = [
      ...(deposit === 0 ? [] : [row(deposit, { ...nowhere, kind: "deposit" })]),
      ...allowance.map(({ grant, minutes }) => row(minutes, { ...nowhere, kind: "allowance", grant_id: grant })),
    ];
    const at = place(entry.id);
    if (invoiced === 0 || at === undefined) return covered;
    return [...covered, row(invoiced, { ...nowhere, kind: "invoice", invoice: at.invoice, line: at.line })];
  });
}

export const slices = (tx: Tx) => ({
  insert: (rows: readonly SliceRow[]) => tx.insertRows("slice", rows),

  /** What an entry's minutes became, net of corrections. */
  ofEntries: async (account: string, ids: readonly string[]): Promise<readonly ActiveSlice[]> => {
    if (ids.length === 0) return [];
    const all = await tx.db
      .selectFrom("slice")
      .selectAll()
      .where("account", "=", account)
      .where("entry", "in", ids)
      .orderBy("entry")
      .orderBy("round")
      .orderBy("from_minute")
      .execute();
    const returned = await tx.db
      .selectFrom("returned_slice")
      .selectAll()
      .where("account", "=", account)
      .where("entry", "in", ids)
      .execute();
    return netOf(all, returned);
  },

  /** The slices of one line, oldest work first, net of corrections. */
  ofLine: async (account: string, invoice: string, line: number): Promise<readonly ActiveSlice[]> => {
    const all = await tx.db
      .selectFrom("slice")
      .innerJoin("time_entry", (join) =>
        join.onRef("time_entry.account", "=", "slice.account").onRef("time_entry.id", "=", "slice.entry"),
      )
      .selectAll("slice")
      .where("slice.account", "=", account)
      .where("slice.invoice", "=", invoice)
      .where("slice.line", "=", line)
      .orderBy("slice.work_date")
      .orderBy("time_entry.sequence")
      .execute();
    const returned = await tx.db
      .selectFrom("returned_slice")
      .selectAll()
      .where("account", "=", account)
      .where("invoice", "=", invoice)
      .where("line", "=", line)
      .execute();
    return netOf(all, returned);
  },

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

  /** Waived minutes of an entry that is being reversed are no longer written off: its time was never worked. */
  forgetWaived: (account: string, entry: string) =>
    tx.db
      .updateTable("returned_slice")
      .set({ reason: "rebill" })
      .where("account", "=", account)
      .where("entry", "=", entry)
      .execute(),

  /** Gives minutes of slices back, from the end of each. */
  giveBack: (
    taken: readonly (ActiveSlice & { readonly taken: number })[],
    why: Pick<ReturnedSliceRow, "credit_memo" | "reason" | "returned_on">,
  ) =>
    tx.insertRows(
      "returned_slice",
      taken.map(({ taken: minutes, minutes: standing, ...slice }) => {
        const end = slice.from_minute + standing;
        return { ...slice, from_minute: end - minutes, to_minute: end, ...why };
      }),
    ),
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

function netOf(all: readonly SliceRow[], returned: readonly ReturnedSliceRow[]): readonly ActiveSlice[] {
  const back = Map.groupBy(returned, ({ entry, round }) => `${entry} ${round}`);
  return all.map((slice) => {
    const given = (back.get(`${slice.entry} ${slice.round}`) ?? [])
      .filter(({ from_minute: from }) => from >= slice.from_minute && from < slice.to_minute)
      .reduce((sum, each) => sum + each.to_minute - each.from_minute, 0);
    return { ...slice, minutes: slice.to_minute - slice.from_minute - given };
  });
}
