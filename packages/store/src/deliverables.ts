import { Deliverable } from "@cimpro/domain";
import type { Tx } from "./engines/database.ts";
import type { RegisterFilter, Told } from "./registers.ts";
import type { DeliverableRow } from "./tables.ts";

const columns = ["account", "id", "name", "data"] as const;

// What an import opened says nothing but its name.
const fromRow = ({ account, id, name, data }: Pick<DeliverableRow, (typeof columns)[number]>): Deliverable =>
  Deliverable.parse({ ...JSON.parse(data), account, id, name });

export const deliverables = (tx: Tx, told: Told) => ({
  find: async (account: string, id: string): Promise<Deliverable | undefined> => {
    const row = await tx.db
      .selectFrom("deliverable")
      .select(columns)
      .where("account", "=", account)
      .where("id", "=", id)
      .executeTakeFirst();
    return row === undefined ? undefined : fromRow(row);
  },

  /** Those of an account, in order of id; all, or those in some states. */
  list: async (account: string, states?: readonly string[]): Promise<readonly Deliverable[]> => {
    let query = tx.db.selectFrom("deliverable").select(columns).where("account", "=", account).orderBy("id");
    if (states !== undefined) query = query.where("state", "in", states);
    return (await query.execute()).map(fromRow);
  },

  /** Those that are part of one (DLV-1). */
  partsOf: async (account: string, parent: string): Promise<readonly Deliverable[]> => {
    const parts = tx.db.selectFrom("deliverable").select(columns).where("account", "=", account);
    return (await parts.where("about", "=", parent).orderBy("id").execute()).map(fromRow);
  },

  /** Those of all accounts, by state, then the day they were added. */
  across: async ({ states, limit, after }: RegisterFilter): Promise<readonly Deliverable[]> => {
    let query = tx.db
      .selectFrom("deliverable")
      .select(columns)
      .orderBy("state")
      .orderBy("on_day")
      .orderBy("account")
      .orderBy("id")
      .limit(limit);
    if (states !== undefined) query = query.where("state", "in", states);
    if (after !== undefined)
      query = query.where(({ eb, refTuple, tuple }) =>
        eb(refTuple("state", "on_day", "account", "id"), ">", tuple(after.state, after.on, after.account, after.id)),
      );
    return (await query.execute()).map(fromRow);
  },

  /** The minutes worked on it per work date, oldest first, whatever became of them. */
  workedDays: async (
    account: string,
    id: string,
  ): Promise<readonly { readonly on: string; readonly minutes: number }[]> => {
    const rows = await tx.db
      .selectFrom("time_entry")
      .select(["work_date", ({ fn }) => fn.sum<number>("minutes").as("minutes")])
      .where("account", "=", account)
      .where("deliverable", "=", id)
      .where("reversed_on", "is", null)
      .groupBy("work_date")
      .orderBy("work_date")
      .execute();
    return rows.map(({ work_date: on, minutes }) => ({ on, minutes: Number(minutes) }));
  },

  /** Its minutes that no run, credit or write-off has settled, of work dated within both days. */
  openMinutes: async (account: string, id: string, from: string, to: string): Promise<number> => {
    const { minutes } = await tx.db
      .selectFrom("time_entry")
      .select(({ fn }) => fn.sum<number | null>("open_minutes").as("minutes"))
      .where("account", "=", account)
      .where("deliverable", "=", id)
      .where("work_date", ">=", from)
      .where("work_date", "<=", to)
      .executeTakeFirstOrThrow();
    return Number(minutes ?? 0);
  },

  /** Opens work of which only the name is known, as imports do; the journal does not tell of it. */
  insert: (rows: readonly Pick<Deliverable, "account" | "id" | "name">[]) =>
    tx.insertRows(
      "deliverable",
      rows.map(({ account, id, name }) => ({
        ...{ account, id, name, sequence: 0 },
        ...{ state: "open", about: null, on_day: "", data: "{}" },
      })),
    ),

  put: async (record: Deliverable): Promise<void> => {
    const { account, id, name, state, parent, addedOn } = record;
    const row = { name, state, about: parent, on_day: addedOn ?? "", data: JSON.stringify(record) };
    await tx.db
      .insertInto("deliverable")
      .values({ account, id, sequence: 0, ...row })
      .onConflict((conflict) => conflict.columns(["account", "id"]).doUpdateSet(row))
      .execute();
    told.tell("deliverable", id, record);
  },
});
