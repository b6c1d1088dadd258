import type { Tx } from "./engines/database.ts";
import type { RegisterRow } from "./register-tables.ts";

/** The tables that keep one kind of record each, as JSON beside what it is looked up by. */
export const registerNames = [
  "sow",
  "change_order",
  "deliverable_wait",
  "premium_decision",
  "phase_record",
  "finding",
  "product_item",
  "request",
  "subscription",
  "plan",
  "person",
  "customization",
  "version_update",
  "compatibility_review",
] as const;
export type RegisterName = (typeof registerNames)[number];

/** Takes note of every record that a command puts, so that its journal row states them all. */
export interface Told {
  readonly records: Map<string, Map<string, unknown>>;
  /** The instant of recording; empty where no command is carried out. */
  readonly at: string;
  tell(register: string, id: string, record: unknown): void;
}

export function newTold(at = ""): Told {
  const records = new Map<string, Map<string, unknown>>();
  return {
    records,
    at,
    tell: (register, id, record) => {
      const known = records.get(register) ?? new Map<string, unknown>();
      records.set(register, known.set(id, record));
    },
  };
}

/** Reads a record from its JSON. */
export interface Schema<T> {
  parse(value: unknown): T;
  safeParse(value: unknown): { readonly success: true; readonly data: T } | { readonly success: false };
}

export interface Kept {
  readonly account: string;
  readonly id: string;
}

/** What a record is looked up by, beside its account and id. */
export interface Lookup {
  readonly state: string;
  /** What it is about, such as the deliverable of a SOW. */
  readonly about?: string | null;
  /** The day that lists across accounts are ordered by. */
  readonly on: string;
}

export interface RegisterFilter {
  readonly states?: readonly string[] | undefined;
  readonly limit: number;
  readonly after?:
    | { readonly state: string; readonly on: string; readonly account: string; readonly id: string }
    | undefined;
}

/** What a row says, or nothing where it cannot be read. */
function recordIn({ data }: Pick<RegisterRow, "data">): unknown {
  try {
    return JSON.parse(data);
  } catch {
    return undefined;
  }
}

/**
 * A register: records of one kind, read through their schema. Reading gives them in the order in which they were first
 * put. Putting a record writes it whole; the journal row of the command states it.
 */
export function register<T extends Kept>(
  tx: Tx,
  told: Told,
  name: RegisterName,
  schema: Schema<T>,
  lookup: (record: T) => Lookup,
) {
  const read = (row: Pick<RegisterRow, "data">): T => schema.parse(JSON.parse(row.data));
  return {
    find: async (account: string, id: string): Promise<T | undefined> => {
      const row = await tx.db
        .selectFrom(name)
        .select("data")
        .where("account", "=", account)
        .where("id", "=", id)
        .executeTakeFirst();
      return row === undefined ? undefined : read(row);
    },

    /** Those of an account, or of one thing in it. */
    of: async (account: string, about?: string): Promise<readonly T[]> => {
      let query = tx.db.selectFrom(name).select("data").where("account", "=", account).orderBy("sequence");
      if (about !== undefined) query = query.where("about", "=", about);
      return (await query.execute()).map(read);
    },

    /** Those of all accounts, by state, then day. */
    across: async ({ states, limit, after }: RegisterFilter): Promise<readonly T[]> => {
      let query = tx.db
        .selectFrom(name)
        .select("data")
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
      return (await query.execute()).map(read);
    },

    /** Where rows are not filed as their records say, or not counted without a gap; a defect wherever there is one. */
    misfiled: async (): Promise<readonly string[]> => {
      const found: string[] = [];
      let [of, last] = ["", 0];
      const rows = await tx.db.selectFrom(name).selectAll().orderBy("account").orderBy("sequence").execute();
      for (const row of rows) {
        last = row.account === of ? last + 1 : 1;
        of = row.account;
        const record = schema.safeParse(recordIn(row));
        const { state, about = null, on } = record.success ? lookup(record.data) : { state: "", about: "", on: "" };
        const filed = [row.account, row.id, row.sequence, row.state, row.about, row.on_day];
        const expected = record.success ? [record.data.account, record.data.id, last, state, about, on] : [];
        if (JSON.stringify(filed) !== JSON.stringify(expected)) found.push(`${name} ${row.account} ${row.id}`);
      }
      return found;
    },

    put: async (record: T): Promise<void> => {
      const { account, id } = record;
      const { state, about = null, on } = lookup(record);
      const row = { state, about, on_day: on, data: JSON.stringify(record) };
      const { numUpdatedRows } = await tx.db
        .updateTable(name)
        .set(row)
        .where("account", "=", account)
        .where("id", "=", id)
        .executeTakeFirst();
      if (Number(numUpdatedRows) === 0) {
        const { last } = await tx.db
          .selectFrom(name)
          .select(({ fn }) => fn.max<number | null>("sequence").as("last"))
          .where("account", "=", account)
          .executeTakeFirstOrThrow();
        await tx.insertRows(name, [{ account, id, sequence: Number(last ?? 0) + 1, ...row }]);
      }
      told.tell(name, id, record);
    },
  };
}
