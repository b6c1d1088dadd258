import { creditMemoNumber, invoiceNumber } from "@cimpro/domain";
import type { Tx } from "./engines/database.ts";

const formats = { invoice: invoiceNumber, "credit-memo": creditMemoNumber } as const;
export type Series = keyof typeof formats;
export const series = ["invoice", "credit-memo"] as const satisfies readonly Series[];

/** Which of its series a number is; null for what is no number of it. */
export function numberOf(of: Series, number: string): number | null {
  const count = Number(/\d+$/.exec(number)?.[0]);
  return count > 0 && formats[of](count) === number ? count : null;
}

/** Numbers of documents: gapless, because they are taken in the transaction that issues (INV-3). Taken last, series in fixed order. */
export const numbers = (tx: Tx) => ({
  next: async (series: Series): Promise<string> => {
    const { last } = await tx.db
      .updateTable("number_counter")
      .set((eb) => ({ last: eb("last", "+", 1) }))
      .where("series", "=", series)
      .returning("last")
      .executeTakeFirstOrThrow();
    return formats[series](last);
  },

  /** Takes so many numbers of a series and gives the last one that was given before them. */
  take: async (series: Series, count: number): Promise<number> => {
    const { last } = await tx.db
      .updateTable("number_counter")
      .set((eb) => ({ last: eb("last", "+", count) }))
      .where("series", "=", series)
      .returning("last")
      .executeTakeFirstOrThrow();
    return last - count;
  },

  counters: async (): Promise<Readonly<Record<Series, number>>> => {
    const rows = await tx.db.selectFrom("number_counter").selectAll().execute();
    const last = (series: Series): number => rows.find((row) => row.series === series)?.last ?? 0;
    return { invoice: last("invoice"), "credit-memo": last("credit-memo") };
  },

  /** Numbers up to `last` were sent from elsewhere and are not given again. */
  skipTo: (series: Series, last: number) =>
    tx.db.updateTable("number_counter").set({ last }).where("series", "=", series).where("last", "<", last).execute(),
});
