import { Invoice, type InvoiceDraft, type InvoiceHistory, type OpenInvoice } from "@cimpro/domain";
import { sql } from "kysely";
import type { Tx } from "./engines/database.ts";
import { type InvoiceRecord, invoiceFrom, type LineRecord, lineFrom, summary } from "./invoice-record.ts";
import { type LineSlice, slicesHash } from "./slices.ts";

export interface InvoiceFilter {
  readonly account?: string | undefined;
  readonly open?: boolean | undefined;
  readonly limit: number;
  readonly before?: { readonly issuedOn: string; readonly number: string } | undefined;
}

export const invoices = (tx: Tx) => ({
  /** Freezes a draft under its number. The slices of its lines are rows of their own; the document keeps their fingerprint. */
  insert: async (draft: InvoiceDraft, number: string): Promise<void> => {
    const slices: LineSlice[] = draft.lines.flatMap((line) =>
      line.slices.map(({ entry, minutes }) => ({ line: line.line, entry, minutes })),
    );
    const document = { number, ...draft, lines: draft.lines.map((line) => ({ ...line, slices: [] })) };
    await tx.insertRows("invoice", [
      {
        account: draft.account,
        number,
        kind: draft.kind,
        issued_on: draft.issuedOn,
        due_on: draft.dueOn,
        period_start: draft.period?.start ?? null,
        period_end: draft.period?.end ?? null,
        currency: draft.currency,
        total: draft.total,
        balance: draft.total,
        suspended: 0,
        voided_by: null,
        document: JSON.stringify(document),
        slices_hash: slicesHash(slices),
      },
    ]);
    await tx.insertRows(
      "invoice_line",
      draft.lines.map((line) => ({
        account: draft.account,
        invoice: number,
        line: line.line,
        kind: line.kind,
        deliverable: line.deliverable ?? null,
        allowance: line.allowance ?? null,
        minutes: line.minutes,
        rate_per_hour: line.ratePerHour,
        amount: line.amount,
        credited_minutes: 0,
        credited_amount: 0,
        settled_rate: null,
        kept_minutes: 0,
      })),
    );
  },

  find: async (number: string): Promise<InvoiceRecord | undefined> => {
    const row = await tx.db.selectFrom("invoice").select(summary).where("number", "=", number).executeTakeFirst();
    return row === undefined ? undefined : invoiceFrom(row);
  },

  /** The document as issued, without the slices. */
  document: async (number: string): Promise<Invoice | undefined> => {
    const row = await tx.db.selectFrom("invoice").select("document").where("number", "=", number).executeTakeFirst();
    return row === undefined ? undefined : Invoice.parse(JSON.parse(row.document));
  },

  /** Newest first. */
  list: async ({ account, open, limit, before }: InvoiceFilter): Promise<readonly InvoiceRecord[]> => {
    let query = tx.db
      .selectFrom("invoice")
      .select(summary)
      .orderBy("issued_on", "desc")
      .orderBy("number", "desc")
      .limit(limit);
    if (account !== undefined) query = query.where("account", "=", account);
    if (open === true) query = query.where("balance", ">", sql.lit(0));
    if (before !== undefined)
      query = query.where(({ eb, refTuple, tuple }) =>
        eb(refTuple("issued_on", "number"), "<", tuple(before.issuedOn, before.number)),
      );
    return (await query.execute()).map(invoiceFrom);
  },

  /** How many were issued for an account on a day; those that were taken over are another system's (INV-4). */
  countIssuedOn: async (account: string, day: string): Promise<number> => {
    const { count } = await tx.db
      .selectFrom("invoice")
      .select(({ fn }) => fn.countAll<number>().as("count"))
      .where("account", "=", account)
      .where("issued_on", "=", day)
      .where("kind", "<>", "opening")
      .executeTakeFirstOrThrow();
    return Number(count);
  },

  /** Every invoice of an account with a balance; every account's without one. */
  open: async (account?: string): Promise<readonly (OpenInvoice & { readonly account: string })[]> => {
    let query = tx.db
      .selectFrom("invoice")
      .select(["account", "number", "issued_on", "balance", "suspended"])
      .where("balance", ">", sql.lit(0))
      .orderBy("issued_on")
      .orderBy("number");
    if (account !== undefined) query = query.where("account", "=", account);
    return (await query.execute()).map((row) => ({
      account: row.account,
      number: row.number,
      issuedOn: row.issued_on,
      balance: row.balance,
      suspended: row.suspended === 1,
    }));
  },

  /** The histories that standing is worked out from (INV-5), of one account or of all. */
  histories: async (account?: string): Promise<readonly (InvoiceHistory & { readonly account: string })[]> => {
    const narrow = <Q extends { where(column: "account", op: "=", value: string): Q }>(query: Q): Q =>
      account === undefined ? query : query.where("account", "=", account);
    const rows = await narrow(
      tx.db
        .selectFrom("invoice")
        .select(["account", "number", "issued_on", "total"])
        .orderBy("account")
        .orderBy("issued_on")
        .orderBy("number"),
    ).execute();
    const applied = await narrow(
      tx.db.selectFrom("application").selectAll().orderBy("account").orderBy("sequence").orderBy("position"),
    ).execute();
    const suspended = await narrow(
      tx.db.selectFrom("suspension").selectAll().orderBy("account").orderBy("sequence"),
    ).execute();
    const appliedTo = Map.groupBy(applied, ({ invoice }) => invoice);
    const suspensionsOf = Map.groupBy(suspended, ({ invoice }) => invoice);
    return rows.map((row) => ({
      account: row.account,
      number: row.number,
      issuedOn: row.issued_on,
      total: row.total,
      applied: (appliedTo.get(row.number) ?? []).flatMap(({ amount, applied_on, reversed_on }) =>
        reversed_on === null
          ? [{ on: applied_on, amount }]
          : [
              { on: applied_on, amount },
              { on: reversed_on, amount: -amount },
            ],
      ),
      suspensions: (suspensionsOf.get(row.number) ?? []).map(({ from_day, until_day }) => ({
        from: from_day,
        until: until_day,
      })),
    }));
  },

  /** Those of an account with a balance. */
  openRecords: async (account: string): Promise<readonly InvoiceRecord[]> => {
    const rows = await tx.db
      .selectFrom("invoice")
      .select(summary)
      .where("account", "=", account)
      .where("balance", ">", sql.lit(0))
      .orderBy("issued_on")
      .orderBy("number")
      .execute();
    return rows.map(invoiceFrom);
  },

  many: async (account: string, numbers: readonly string[]): Promise<readonly InvoiceRecord[]> => {
    if (numbers.length === 0) return [];
    const rows = await tx.db
      .selectFrom("invoice")
      .select(summary)
      .where("account", "=", account)
      .where("number", "in", numbers)
      .execute();
    return rows.map(invoiceFrom);
  },

  /** The numbers of invoices that charge a premium for a deliverable. */
  withPremiumOf: async (account: string, deliverable: string): Promise<readonly string[]> => {
    const rows = await tx.db
      .selectFrom("invoice_line")
      .select("invoice")
      .distinct()
      .where("account", "=", account)
      .where("deliverable", "=", deliverable)
      .where("kind", "=", "premium")
      .execute();
    return rows.map(({ invoice }) => invoice);
  },

  /** The lines of some invoices, in order. */
  linesOf: async (account: string, numbers: readonly string[]): Promise<ReadonlyMap<string, readonly LineRecord[]>> => {
    if (numbers.length === 0) return new Map();
    const rows = await tx.db
      .selectFrom("invoice_line")
      .selectAll()
      .where("account", "=", account)
      .where("invoice", "in", numbers)
      .orderBy("line")
      .execute();
    return new Map(
      [...Map.groupBy(rows, ({ invoice }) => invoice)].map(([number, own]) => [number, own.map(lineFrom)]),
    );
  },

  lines: async (account: string, invoice: string): Promise<readonly LineRecord[]> => {
    const rows = await tx.db
      .selectFrom("invoice_line")
      .selectAll()
      .where("account", "=", account)
      .where("invoice", "=", invoice)
      .orderBy("line")
      .execute();
    return rows.map(lineFrom);
  },

  creditLine: (account: string, invoice: string, line: number, minutes: number, amount: number) =>
    tx.db
      .updateTable("invoice_line")
      .set((eb) => ({
        credited_minutes: eb("credited_minutes", "+", minutes),
        credited_amount: eb("credited_amount", "+", amount),
      }))
      .where("account", "=", account)
      .where("invoice", "=", invoice)
      .where("line", "=", line)
      .execute(),

  addBalance: (account: string, number: string, amount: number) =>
    tx.db
      .updateTable("invoice")
      .set((eb) => ({ balance: eb("balance", "+", amount) }))
      .where("account", "=", account)
      .where("number", "=", number)
      .execute(),

  markVoided: (account: string, number: string, creditMemo: string) =>
    tx.db
      .updateTable("invoice")
      .set({ voided_by: creditMemo })
      .where("account", "=", account)
      .where("number", "=", number)
      .execute(),

  /** Sets an invoice aside from a day (INV-6). */
  suspend: async (account: string, number: string, sequence: number, from: string, reason: string): Promise<void> => {
    await tx.insertRows("suspension", [
      { account, invoice: number, sequence, from_day: from, until_day: null, reason },
    ]);
    await tx.db
      .updateTable("invoice")
      .set({ suspended: 1 })
      .where("account", "=", account)
      .where("number", "=", number)
      .execute();
  },

  resume: async (account: string, number: string, until: string): Promise<void> => {
    await tx.db
      .updateTable("suspension")
      .set({ until_day: until })
      .where("account", "=", account)
      .where("invoice", "=", number)
      .where("until_day", "is", null)
      .execute();
    await tx.db
      .updateTable("invoice")
      .set({ suspended: 0 })
      .where("account", "=", account)
      .where("number", "=", number)
      .execute();
  },
});
