import type { PremiumSlice, SettledPlace, Slice } from "@cimpro/domain";
import { sql } from "kysely";
import type { Tx } from "../engines/database.ts";
import type { PremiumSliceRow, ReturnedSliceRow, SliceRow } from "../tables.ts";

/** Of one invoice (or one of its lines), or of some entries. */
export type SlicesOf =
  | { readonly invoice: string; readonly line?: number | undefined }
  | { readonly entries: readonly string[] };

/** Slices with what corrections left of them, oldest work first within each line. */
export async function slicesFrom(tx: Tx, account: string, of: SlicesOf): Promise<readonly Slice[]> {
  if ("entries" in of && of.entries.length === 0) return [];
  let settled = tx.db
    .selectFrom("slice")
    .innerJoin("time_entry", (join) =>
      join.onRef("time_entry.account", "=", "slice.account").onRef("time_entry.id", "=", "slice.entry"),
    )
    .selectAll("slice")
    .where("slice.account", "=", account);
  let returned = tx.db.selectFrom("returned_slice").selectAll().where("account", "=", account);
  if ("entries" in of) {
    settled = settled.where("slice.entry", "in", of.entries);
    returned = returned.where("entry", "in", of.entries);
  } else {
    settled = settled.where("slice.invoice", "=", of.invoice);
    returned = returned.where("invoice", "=", of.invoice);
    if (of.line !== undefined) {
      settled = settled.where("slice.line", "=", of.line);
      returned = returned.where("line", "=", of.line);
    }
  }
  const rows = await settled
    .orderBy("slice.work_date")
    .orderBy("time_entry.sequence")
    .orderBy("slice.round")
    .orderBy("slice.from_minute")
    .execute();
  const back = Map.groupBy(await returned.execute(), ({ entry, round }) => `${entry} ${round}`);
  return rows.map((row) => standing(row, back.get(`${row.entry} ${row.round}`) ?? []));
}

/** A slice, less what was returned from its end. */
function standing(row: SliceRow, returned: readonly ReturnedSliceRow[]): Slice {
  const own = returned.filter(({ from_minute: from }) => from >= row.from_minute && from < row.to_minute);
  const minutesOf = (rows: readonly ReturnedSliceRow[]): number =>
    rows.reduce((sum, each) => sum + each.to_minute - each.from_minute, 0);
  return {
    entry: row.entry,
    round: row.round,
    from: row.from_minute,
    to: row.to_minute,
    workedOn: row.work_date,
    place: placeFrom(row),
    settledOn: row.frozen_on,
    minutes: row.to_minute - row.from_minute - minutesOf(own),
    waivedMinutes: minutesOf(own.filter(({ reason }) => reason === "waive")),
  };
}

function placeFrom({ kind, grant_id, invoice, line }: SliceRow): SettledPlace {
  switch (kind) {
    case "allowance":
      return { kind, grant: grant_id ?? "" };
    case "invoice":
      return { kind, invoice: invoice ?? "", line: line ?? 0 };
    default:
      return { kind };
  }
}

/** The columns that say where a slice is. */
export const rowOfPlace = (place: SettledPlace): Pick<SliceRow, "kind" | "grant_id" | "invoice" | "line"> => ({
  kind: place.kind,
  grant_id: place.kind === "allowance" ? place.grant : null,
  invoice: place.kind === "invoice" ? place.invoice : null,
  line: place.kind === "invoice" ? place.line : null,
});

export type PremiumsOf =
  | { readonly invoice: string }
  | { readonly entries: readonly string[] }
  | { readonly deliverable: string };

/** Premium minutes of an invoice, of some entries or of a deliverable, oldest work first. */
export async function premiumsFrom(tx: Tx, account: string, of: PremiumsOf): Promise<readonly PremiumSlice[]> {
  if ("entries" in of && of.entries.length === 0) return [];
  let query = tx.db
    .selectFrom("premium_slice")
    .innerJoin("time_entry", (join) =>
      join.onRef("time_entry.account", "=", "premium_slice.account").onRef("time_entry.id", "=", "premium_slice.entry"),
    )
    .selectAll("premium_slice")
    .where("premium_slice.account", "=", account);
  if ("invoice" in of) query = query.where("premium_slice.invoice", "=", of.invoice);
  else if ("entries" in of) query = query.where("premium_slice.entry", "in", of.entries);
  else query = query.where("time_entry.deliverable", "=", of.deliverable);
  const rows = await query
    .orderBy(sql`length(premium_slice.invoice)`)
    .orderBy("premium_slice.invoice")
    .orderBy("premium_slice.line")
    .orderBy("premium_slice.work_date")
    .orderBy("time_entry.sequence")
    .orderBy("premium_slice.round")
    .orderBy("premium_slice.from_minute")
    .execute();
  return rows.map(premiumFrom);
}

const premiumFrom = (row: PremiumSliceRow): PremiumSlice => ({
  entry: row.entry,
  round: row.round,
  from: row.from_minute,
  to: row.to_minute,
  workedOn: row.work_date,
  invoice: row.invoice,
  line: row.line,
  chargedOn: row.frozen_on,
  minutes: row.to_minute - row.from_minute - row.credited_minutes,
});
