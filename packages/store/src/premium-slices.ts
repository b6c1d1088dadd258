import type { Allocation } from "@cimpro/domain";
import type { Tx } from "./engines/database.ts";
import type { OpenRecord } from "./entry-record.ts";
import type { ActiveSlice } from "./slices.ts";
import type { PremiumSliceRow } from "./tables.ts";

/** Premium minutes with what credits left of them: they are gone from the end. */
export interface ActivePremium extends PremiumSliceRow {
  /** Minutes that still stand. */
  readonly minutes: number;
}

/**
 * The rows that say which minutes premium lines charge for: of each entry those that an allowance covers, then those
 * that are invoiced (LEAD-2). A premium that is on no line, because it was settled at nothing, leaves no row.
 */
export function premiumSliceRows(
  account: string,
  allocations: readonly (Allocation & { readonly entry: OpenRecord })[],
  frozenOn: string,
  place: (deliverable: string, ratePerHour: number) => { readonly invoice: string; readonly line: number } | undefined,
): readonly PremiumSliceRow[] {
  return allocations.flatMap(({ entry, deposit, premium }) => {
    let from = entry.roundFrom + deposit;
    return premium.flatMap(({ ratePerHour, minutes }) => {
      const span = { from_minute: from, to_minute: from + minutes };
      from += minutes;
      const at = place(entry.deliverable ?? "", ratePerHour);
      if (at === undefined) return [];
      const own = { account, entry: entry.id, round: entry.round, work_date: entry.on, frozen_on: frozenOn };
      return [{ ...own, ...span, ...at, credited_minutes: 0 }];
    });
  });
}

const active = (row: PremiumSliceRow): ActivePremium => ({
  ...row,
  minutes: row.to_minute - row.from_minute - row.credited_minutes,
});

export const premiumSlices = (tx: Tx) => ({
  insert: (rows: readonly PremiumSliceRow[]) => tx.insertRows("premium_slice", rows),

  /** Of one line, or of all lines of an invoice, oldest work first within each. */
  ofInvoice: async (account: string, invoice: string, line?: number): Promise<readonly ActivePremium[]> => {
    let query = tx.db
      .selectFrom("premium_slice")
      .innerJoin("time_entry", (join) =>
        join
          .onRef("time_entry.account", "=", "premium_slice.account")
          .onRef("time_entry.id", "=", "premium_slice.entry"),
      )
      .selectAll("premium_slice")
      .where("premium_slice.account", "=", account)
      .where("premium_slice.invoice", "=", invoice)
      .orderBy("premium_slice.line")
      .orderBy("premium_slice.work_date")
      .orderBy("time_entry.sequence")
      .orderBy("premium_slice.round");
    if (line !== undefined) query = query.where("premium_slice.line", "=", line);
    return (await query.execute()).map(active);
  },

  /** Of some entries, whichever invoice they are on. */
  ofEntries: async (account: string, ids: readonly string[]): Promise<readonly ActivePremium[]> => {
    if (ids.length === 0) return [];
    const rows = await tx.db
      .selectFrom("premium_slice")
      .selectAll()
      .where("account", "=", account)
      .where("entry", "in", ids)
      .orderBy("entry")
      .orderBy("round")
      .orderBy("from_minute")
      .execute();
    return rows.map(active);
  },

  /** Takes minutes from the end of premium slices. */
  credit: async (taken: readonly (ActivePremium & { readonly taken: number })[]): Promise<void> => {
    for (const slice of taken)
      if (slice.taken > 0)
        await tx.db
          .updateTable("premium_slice")
          .set((eb) => ({ credited_minutes: eb("credited_minutes", "+", slice.taken) }))
          .where("account", "=", slice.account)
          .where("entry", "=", slice.entry)
          .where("round", "=", slice.round)
          .where("from_minute", "=", slice.from_minute)
          .execute();
  },
});

/** The premium minutes that lie on minutes which are given back from the end of their slices (LEAD-8). */
export function premiumOn(
  premiums: readonly ActivePremium[],
  taken: readonly (ActiveSlice & { readonly taken: number })[],
): readonly (ActivePremium & { readonly taken: number })[] {
  const given = Map.groupBy(taken, ({ entry, round }) => `${entry} ${round}`);
  return premiums.flatMap((premium) => {
    const end = premium.from_minute + premium.minutes;
    const on = (given.get(`${premium.entry} ${premium.round}`) ?? []).reduce((sum, slice) => {
      const until = slice.from_minute + slice.minutes;
      const shared = Math.min(end, until) - Math.max(premium.from_minute, until - slice.taken);
      return sum + Math.max(0, shared);
    }, 0);
    return on === 0 ? [] : [{ ...premium, taken: on }];
  });
}
