import { sql } from "kysely";
import type { Tx } from "./engines/database.ts";

/** A premium line of an invoice with the minutes that it still charges for, oldest work first. */
export interface PremiumLineRecord {
  readonly invoice: string;
  readonly line: number;
  readonly ratePerHour: number;
  /** What credits left of its amount. */
  readonly amount: number;
  readonly slices: readonly {
    readonly entry: string;
    readonly on: string;
    readonly minutes: number;
  }[];
}

/** SOW minutes of a deliverable between two days, both included, by where they are. */
export interface SowMinutes {
  readonly deposit: number;
  readonly open: number;
}

/** The premium lines of a deliverable, and the minutes beside them that carry its premium (LEAD-2, LEAD-8). */
export const premiumLines = (tx: Tx) => ({
  /** In order of issue. */
  ofDeliverable: async (account: string, deliverable: string): Promise<readonly PremiumLineRecord[]> => {
    const lines = await tx.db
      .selectFrom("invoice_line")
      .innerJoin("invoice", (join) =>
        join.onRef("invoice.account", "=", "invoice_line.account").onRef("invoice.number", "=", "invoice_line.invoice"),
      )
      .select([
        "invoice_line.invoice",
        "invoice_line.line",
        "invoice_line.rate_per_hour",
        "invoice_line.amount",
        "invoice_line.credited_amount",
        "invoice.issued_on",
      ])
      .where("invoice_line.account", "=", account)
      .where("invoice_line.deliverable", "=", deliverable)
      .where("invoice_line.kind", "=", "premium")
      .execute();
    const slices = await tx.db
      .selectFrom("premium_slice")
      .innerJoin("time_entry", (join) =>
        join
          .onRef("time_entry.account", "=", "premium_slice.account")
          .onRef("time_entry.id", "=", "premium_slice.entry"),
      )
      .selectAll("premium_slice")
      .where("premium_slice.account", "=", account)
      .where("time_entry.deliverable", "=", deliverable)
      .orderBy("premium_slice.work_date")
      .orderBy("time_entry.sequence")
      .orderBy("premium_slice.round")
      .orderBy("premium_slice.from_minute")
      .execute();
    const ofLine = Map.groupBy(slices, ({ invoice, line }) => `${invoice} ${line}`);
    return lines
      .toSorted(
        (a, b) =>
          a.invoice.length - b.invoice.length ||
          (a.invoice === b.invoice ? a.line - b.line : a.invoice < b.invoice ? -1 : 1),
      )
      .map((each) => ({
        invoice: each.invoice,
        line: each.line,
        ratePerHour: each.rate_per_hour,
        amount: each.amount - each.credited_amount,
        slices: (ofLine.get(`${each.invoice} ${each.line}`) ?? [])
          .map((slice) => ({
            entry: slice.entry,
            on: slice.work_date,
            minutes: slice.to_minute - slice.from_minute - slice.credited_minutes,
          }))
          .filter(({ minutes }) => minutes > 0),
      }));
  },

  /** What of its time the deposit covered for good, and what no run has frozen yet. */
  sowMinutes: async (account: string, deliverable: string, from: string, to: string): Promise<SowMinutes> => {
    const total = sql<number | null>`sum(to_minute - from_minute)`;
    const own = (table: "slice" | "returned_slice") =>
      tx.db
        .selectFrom(table)
        .select(total.as("minutes"))
        .where("account", "=", account)
        .where("kind", "=", "deposit")
        .where("work_date", ">=", from)
        .where("work_date", "<=", to)
        .where("entry", "in", (entries) =>
          entries
            .selectFrom("time_entry")
            .select("id")
            .where("account", "=", account)
            .where("deliverable", "=", deliverable),
        )
        .executeTakeFirst();
    const open = await tx.db
      .selectFrom("time_entry")
      .select(({ fn }) => fn.sum<number | null>("open_minutes").as("minutes"))
      .where("account", "=", account)
      .where("deliverable", "=", deliverable)
      .where("work_date", ">=", from)
      .where("work_date", "<=", to)
      .where("reversed_on", "is", null)
      .executeTakeFirst();
    const covered = Number((await own("slice"))?.minutes ?? 0);
    const returned = Number((await own("returned_slice"))?.minutes ?? 0);
    return { deposit: covered - returned, open: Number(open?.minutes ?? 0) };
  },

  /** Lowers the premium of a line: the rate that is left, the minutes that keep the full one, and what is credited (LEAD-8). */
  settle: (
    account: string,
    { invoice, line }: { readonly invoice: string; readonly line: number },
    settled: { readonly rate: number; readonly keptMinutes: number; readonly credited: number },
  ) =>
    tx.db
      .updateTable("invoice_line")
      .set((eb) => ({
        settled_rate: settled.rate,
        kept_minutes: settled.keptMinutes,
        credited_amount: eb("credited_amount", "+", settled.credited),
      }))
      .where("account", "=", account)
      .where("invoice", "=", invoice)
      .where("line", "=", line)
      .execute(),

  /** Takes all minutes of work after a day off a line: they carry no premium after all (LEAD-2). */
  creditAfter: (account: string, { invoice, line }: { readonly invoice: string; readonly line: number }, day: string) =>
    tx.db
      .updateTable("premium_slice")
      .set((eb) => ({ credited_minutes: eb("to_minute", "-", eb.ref("from_minute")) }))
      .where("account", "=", account)
      .where("invoice", "=", invoice)
      .where("line", "=", line)
      .where("work_date", ">", day)
      .execute(),
});
