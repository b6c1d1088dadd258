import { CreditMemo } from "@cimpro/domain";
import type { Tx } from "./engines/database.ts";
import type { CreditMemoRow } from "./money-tables.ts";

/** An issued credit memo and what of it no invoice took yet. */
export interface CreditMemoRecord {
  readonly memo: CreditMemo;
  readonly unapplied: number;
}

const fromRow = (row: CreditMemoRow): CreditMemoRecord => ({
  memo: CreditMemo.parse(JSON.parse(row.document)),
  unapplied: row.unapplied,
});

export const creditMemos = (tx: Tx) => ({
  insert: (memo: CreditMemo, unapplied: number) =>
    tx.insertRows("credit_memo", [
      {
        account: memo.account,
        number: memo.number,
        invoice: memo.invoice,
        issued_on: memo.issuedOn,
        reason: memo.reason,
        voids: memo.voids ? 1 : 0,
        total: memo.total,
        unapplied,
        document: JSON.stringify(memo),
      },
    ]),

  find: async (number: string): Promise<CreditMemoRecord | undefined> => {
    const row = await tx.db.selectFrom("credit_memo").selectAll().where("number", "=", number).executeTakeFirst();
    return row === undefined ? undefined : fromRow(row);
  },

  ofInvoice: async (account: string, invoice: string): Promise<readonly CreditMemoRecord[]> => {
    const rows = await tx.db
      .selectFrom("credit_memo")
      .selectAll()
      .where("account", "=", account)
      .where("invoice", "=", invoice)
      .orderBy("number")
      .execute();
    return rows.map(fromRow);
  },

  /** The numbers of the memos on some invoices, in order of issue. */
  numbersOf: async (
    account: string,
    invoices: readonly string[],
  ): Promise<readonly { readonly number: string; readonly invoice: string }[]> =>
    invoices.length === 0
      ? []
      : tx.db
          .selectFrom("credit_memo")
          .select(["number", "invoice"])
          .where("account", "=", account)
          .where("invoice", "in", invoices)
          .orderBy("number")
          .execute(),

  /** Newest first. */
  list: async ({
    account,
    limit,
    before,
  }: {
    readonly account?: string | undefined;
    readonly limit: number;
    readonly before?: string | undefined;
  }): Promise<readonly CreditMemoRecord[]> => {
    let query = tx.db.selectFrom("credit_memo").selectAll().orderBy("number", "desc").limit(limit);
    if (account !== undefined) query = query.where("account", "=", account);
    if (before !== undefined) query = query.where("number", "<", before);
    return (await query.execute()).map(fromRow);
  },
});
