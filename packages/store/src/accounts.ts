import type { Tx } from "./engines/database.ts";
import { practiceStream } from "./journal.ts";
import type { AccountRow } from "./tables.ts";

/** The end of a stream. */
export interface StreamHead {
  readonly seq: number;
  readonly hash: string;
  /** Null before the first run. */
  readonly closedThrough: string | null;
}

/** A customer's account as it stands. */
export interface Account {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  readonly email: string;
  readonly openedOn: string;
  /** Null takes the practice's. */
  readonly timeZone: string | null;
  /** Null takes the policy's (INV-1). */
  readonly billingAnchor: string | null;
}

const fromRow = (row: AccountRow): Account => ({
  id: row.id,
  name: row.name,
  address: row.address,
  email: row.email,
  openedOn: row.opened_on,
  timeZone: row.time_zone,
  billingAnchor: row.billing_anchor,
});

const toRow = (account: Account): AccountRow => ({
  id: account.id,
  name: account.name,
  address: account.address,
  email: account.email,
  opened_on: account.openedOn,
  time_zone: account.timeZone,
  billing_anchor: account.billingAnchor,
});

export const accounts = (tx: Tx) => ({
  find: async (id: string): Promise<Account | undefined> => {
    const row = await tx.db.selectFrom("account").selectAll().where("id", "=", id).executeTakeFirst();
    return row === undefined ? undefined : fromRow(row);
  },

  /** The account, and the time zone that decides its business day: its own, else the practice's. */
  withZone: async (id: string): Promise<{ readonly account: Account; readonly zone: string } | undefined> => {
    const row = await tx.db
      .selectFrom(["account", "practice"])
      .selectAll("account")
      .select("practice.time_zone as practice_zone")
      .where("account.id", "=", id)
      .executeTakeFirst();
    return row === undefined ? undefined : { account: fromRow(row), zone: row.time_zone ?? row.practice_zone };
  },

  /** The accounts of a name, as it is written. */
  called: async (name: string): Promise<readonly Account[]> => {
    const rows = await tx.db.selectFrom("account").selectAll().where("name", "=", name).orderBy("id").execute();
    return rows.map(fromRow);
  },

  /** Locks the end of the practice's journal until the transaction ends: what is known in all accounts stays so. */
  lockPractice: async (): Promise<void> => {
    await tx.db
      .updateTable("account_head")
      .set(({ ref }) => ({ seq: ref("seq") }))
      .where("account", "=", practiceStream)
      .execute();
  },

  /** In order of id, from the one after `after`. */
  list: async ({ after, limit }: { readonly after?: string | undefined; readonly limit?: number | undefined } = {}) => {
    let query = tx.db.selectFrom("account").selectAll().orderBy("id");
    if (after !== undefined) query = query.where("id", ">", after);
    if (limit !== undefined) query = query.limit(limit);
    return (await query.execute()).map(fromRow);
  },

  count: async (): Promise<number> => {
    const { count } = await tx.db
      .selectFrom("account")
      .select(({ fn }) => fn.countAll<number>().as("count"))
      .executeTakeFirstOrThrow();
    return Number(count);
  },

  insert: async (account: Account): Promise<void> => {
    await tx.insertRows("account", [toRow(account)]);
  },

  update: (account: Account) => tx.db.updateTable("account").set(toRow(account)).where("id", "=", account.id).execute(),

  /** The journal heads of every stream, with how far each account is closed. */
  heads: () => tx.db.selectFrom("account_head").selectAll().orderBy("account").execute(),

  /** The end of a stream: its last journal row, and the first day that no run has closed yet. */
  head: async (account: string): Promise<StreamHead | undefined> => {
    const row = await tx.db.selectFrom("account_head").selectAll().where("account", "=", account).executeTakeFirst();
    return row === undefined ? undefined : { seq: row.seq, hash: row.hash, closedThrough: row.closed_through };
  },
});
