import type { AppliedMoney, MoneySource, PaymentRecord, Unapplied } from "@cimpro/domain";
import type { Tx } from "./engines/database.ts";
import type { ApplicationRow, PaymentRow } from "./money-tables.ts";

export type { PaymentRecord, Unapplied } from "@cimpro/domain";

const fromRow = (row: PaymentRow): PaymentRecord => ({
  id: row.id,
  account: row.account,
  sequence: row.sequence,
  on: row.paid_on,
  amount: row.amount,
  unapplied: row.unapplied,
  invoice: row.invoice,
  note: row.note,
  reversedOn: row.reversed_on,
});

export const payments = (tx: Tx) => ({
  find: async (account: string, id: string): Promise<PaymentRecord | undefined> => {
    const row = await tx.db
      .selectFrom("payment")
      .selectAll()
      .where("account", "=", account)
      .where("id", "=", id)
      .executeTakeFirst();
    return row === undefined ? undefined : fromRow(row);
  },

  /** Newest first. */
  list: async (
    account: string,
    {
      limit,
      before,
    }: { readonly limit: number; readonly before?: { readonly on: string; readonly sequence: number } | undefined },
  ): Promise<readonly PaymentRecord[]> => {
    let query = tx.db
      .selectFrom("payment")
      .selectAll()
      .where("account", "=", account)
      .orderBy("paid_on", "desc")
      .orderBy("sequence", "desc")
      .limit(limit);
    if (before !== undefined)
      query = query.where(({ eb, refTuple, tuple }) =>
        eb(refTuple("paid_on", "sequence"), "<", tuple(before.on, before.sequence)),
      );
    return (await query.execute()).map(fromRow);
  },

  insert: (payment: PaymentRecord) =>
    tx.insertRows("payment", [
      {
        account: payment.account,
        id: payment.id,
        sequence: payment.sequence,
        paid_on: payment.on,
        amount: payment.amount,
        unapplied: payment.unapplied,
        invoice: payment.invoice,
        note: payment.note,
        reversed_on: payment.reversedOn,
      },
    ]),

  markReversed: (account: string, id: string, on: string) =>
    tx.db
      .updateTable("payment")
      .set({ reversed_on: on, unapplied: 0 })
      .where("account", "=", account)
      .where("id", "=", id)
      .execute(),
});

/** Money put against an invoice; what was taken back says so. */
export interface AppliedRecord extends AppliedMoney {
  readonly reversedOn: string | null;
}

const appliedFrom = (row: ApplicationRow): AppliedRecord => ({
  kind: row.source_kind,
  source: row.source,
  invoice: row.invoice,
  amount: row.amount,
  on: row.applied_on,
  reversedOn: row.reversed_on,
});

export const applications = (tx: Tx) => ({
  insert: (rows: readonly ApplicationRow[]) => tx.insertRows("application", rows),

  /** The last position that a command has used so far. */
  lastPosition: async (account: string, sequence: number): Promise<number> => {
    const { last } = await tx.db
      .selectFrom("application")
      .select(({ fn }) => fn.max<number | null>("position").as("last"))
      .where("account", "=", account)
      .where("sequence", "=", sequence)
      .executeTakeFirstOrThrow();
    return last ?? 0;
  },

  ofSource: async (
    account: string,
    kind: MoneySource["kind"],
    sources: readonly string[],
  ): Promise<readonly AppliedRecord[]> => {
    if (sources.length === 0) return [];
    const rows = await tx.db
      .selectFrom("application")
      .selectAll()
      .where("account", "=", account)
      .where("source_kind", "=", kind)
      .where("source", "in", sources)
      .orderBy("sequence")
      .orderBy("position")
      .execute();
    return rows.map(appliedFrom);
  },

  ofInvoice: async (account: string, invoice: string): Promise<readonly AppliedRecord[]> => {
    const rows = await tx.db
      .selectFrom("application")
      .selectAll()
      .where("account", "=", account)
      .where("invoice", "=", invoice)
      .orderBy("sequence")
      .orderBy("position")
      .execute();
    return rows.map(appliedFrom);
  },

  /** Takes back the latest of the applications that say this, from a day on. */
  takeBack: async (account: string, money: AppliedMoney, from: string): Promise<void> => {
    const same = await tx.db
      .selectFrom("application")
      .select(["sequence", "position"])
      .where("account", "=", account)
      .where("source_kind", "=", money.kind)
      .where("source", "=", money.source)
      .where("invoice", "=", money.invoice)
      .where("amount", "=", money.amount)
      .where("applied_on", "=", money.on)
      .where("reversed_on", "is", null)
      .orderBy("sequence", "desc")
      .orderBy("position", "desc")
      .limit(1)
      .executeTakeFirstOrThrow();
    await tx.db
      .updateTable("application")
      .set({ reversed_on: from })
      .where("account", "=", account)
      .where("sequence", "=", same.sequence)
      .where("position", "=", same.position)
      .execute();
  },

  reverse: (account: string, payment: string, on: string) =>
    tx.db
      .updateTable("application")
      .set({ reversed_on: on })
      .where("account", "=", account)
      .where("source_kind", "=", "payment")
      .where("source", "=", payment)
      .where("reversed_on", "is", null)
      .execute(),

  /** The money of an account that no invoice took yet, oldest first (INV-6). */
  unapplied: async (account: string): Promise<readonly Unapplied[]> => {
    const paid = await tx.db
      .selectFrom("payment")
      .select(["id", "paid_on", "unapplied"])
      .where("account", "=", account)
      .where("unapplied", ">", 0)
      .orderBy("sequence")
      .execute();
    const credited = await tx.db
      .selectFrom("credit_memo")
      .select(["number", "issued_on", "unapplied"])
      .where("account", "=", account)
      .where("unapplied", ">", 0)
      .orderBy("number")
      .execute();
    return [
      ...paid.map((row) => ({ kind: "payment" as const, source: row.id, on: row.paid_on, amount: row.unapplied })),
      ...credited.map((row) => ({
        kind: "credit-memo" as const,
        source: row.number,
        on: row.issued_on,
        amount: row.unapplied,
      })),
    ].toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  },

  /** Takes from what a payment or credit memo has left. */
  take: (account: string, kind: ApplicationRow["source_kind"], source: string, amount: number) =>
    kind === "payment"
      ? tx.db
          .updateTable("payment")
          .set((eb) => ({ unapplied: eb("unapplied", "-", amount) }))
          .where("account", "=", account)
          .where("id", "=", source)
          .execute()
      : tx.db
          .updateTable("credit_memo")
          .set((eb) => ({ unapplied: eb("unapplied", "-", amount) }))
          .where("account", "=", account)
          .where("number", "=", source)
          .execute(),
});
