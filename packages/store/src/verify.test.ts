import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type OpenedStore, stores } from "../test/books.ts";
import { completeBooks } from "../test/complete-books.ts";
import type { Tx } from "./engines/database.ts";
import { registerNames } from "./registers.ts";
import { tableNames, tableShapes } from "./table-list.ts";
import type { Tables } from "./tables.ts";
import { verifyBooks, verifyWithin } from "./verify.ts";

type Row = Readonly<Record<string, unknown>>;

/** Columns that nothing else in the books tells of: who may come in, and when and in which order something was written. */
const untold: { readonly [K in keyof Tables]?: readonly (keyof Tables[K])[] } = {
  policy_version: ["adopted_at"],
  time_entry: ["deferred_on", "version"],
  application: ["position"],
  // How the sending went.
  outbox: ["state", "attempts", "next_try_at", "claim", "last_error", "sent_at", "said", "drop_reason"],
  api_token: ["hash", "created_at"],
  app_user: ["password_hash", "totp_secret", "totp_enabled", "totp_step", "last_sign_in_at"],
};
const withoutFacts: readonly (keyof Tables)[] = [
  ...(["session", "sign_in_link", "access_link", "recovery_code", "sign_in_attempt", "known_place"] as const),
  // What a source calls accounts, work and people helps the next import; entries say themselves whose they are.
  "source_name",
];
/** Registers are alike but for what their records say, so one of them stands for all. */
const alike: readonly (keyof Tables)[] = registerNames.filter((name) => name !== "sow");
const tried = tableNames.filter((name) => !alike.includes(name));
const withFacts = tried.filter((name) => !withoutFacts.includes(name));

/** Ends a transaction in which books were tampered with. */
class Undo extends Error {}

describe.each(stores)("verify on %s", (_engine, open) => {
  let books: OpenedStore;
  beforeAll(async () => {
    books = await open();
    await completeBooks(books.store);
  });
  afterAll(() => books.close());

  const rowsOf = (name: keyof Tables): Promise<readonly Row[]> =>
    books.store.database.read(
      async (tx) =>
        (
          await sql<Row>`select * from ${sql.table(name)} order by ${keyOf(name, (column) => sql.ref(column))}`.execute(
            tx.db,
          )
        ).rows,
    );
  const keyOf = (name: keyof Tables, each: (column: string) => ReturnType<typeof sql.ref>) =>
    sql.join(tableShapes[name].key.map(each));
  const only = (name: keyof Tables, row: Row) =>
    sql.join(
      tableShapes[name].key.map((column) => sql`${sql.ref(column)} = ${row[column]}`),
      sql` and `,
    );
  /** What is found after the change, which is undone; where the database refuses the change, that. */
  const foundAfter = async (change: (tx: Tx) => Promise<unknown>): Promise<readonly string[]> => {
    let found: readonly string[] = ["refused by the database"];
    const undone = books.store.database.write(async (tx) => {
      await change(tx).catch(() => {
        throw new Undo();
      });
      found = (await verifyWithin(tx)).problems.map(({ check, at }) => `${check} ${at}`);
      throw new Undo();
    });
    // That verify itself fails is no way to find something.
    await expect(undone).rejects.toBeInstanceOf(Undo);
    return found;
  };

  test("finds nothing in books that were kept well, and says where they end", async () => {
    const { problems, ok, accounts, journalRows, minutes, heads } = await verifyBooks(books.store.database);
    expect(problems).toEqual([]);
    expect({ ok, accounts, journalRows }).toEqual({ ok: true, accounts: 2, journalRows: 33 });
    expect(minutes).toEqual({
      ...{ worked: 430, deposit: 0, allowance: 60, invoiced: 50, held: 0, writtenOff: 25 },
      ...{ nonBillable: 45, settledElsewhere: 60, open: 190 },
    });
    expect(heads.map(({ stream, seq }) => [stream, seq])).toEqual([
      ["@practice", 5],
      ["acme", 23],
      ["beta", 5],
    ]);
  });

  test.each(tried)("is tried on rows of %s", async (name) => {
    expect((await rowsOf(name)).length).toBeGreaterThan(0);
  });

  test.each(withFacts)("finds a change in any column of %s", async (name) => {
    const rows = await rowsOf(name);
    const missed: string[] = [];
    for (const column of tableShapes[name].columns)
      if (!untold[name]?.some((each) => each === column) && !(await isNoticed(name, rows, column))) missed.push(column);
    expect(missed).toEqual([]);
  });

  const isNoticed = async (name: keyof Tables, rows: readonly Row[], column: string): Promise<boolean> => {
    for (const row of rows)
      for (const other of othersThan(row[column])) {
        const set = sql`update ${sql.table(name)} set ${sql.ref(column)} = ${other} where ${only(name, row)}`;
        if ((await foundAfter((tx) => set.execute(tx.db))).length > 0) return true;
      }
    return false;
  };

  test.each(["constructor", "", "{", "null", "[[]]"])(
    "reads whatever was written in the place of text: %s",
    async (other) => {
      const place = async (tx: Tx) => {
        await tx.db.updateTable("journal").set({ type: other, data: other, answer: other }).execute();
        await tx.db.updateTable("invoice").set({ document: other }).execute();
        await tx.db.updateTable("credit_memo").set({ document: other }).execute();
        await tx.db.updateTable("policy_version").set({ data: other }).execute();
      };
      expect((await foundAfter(place)).length).toBeGreaterThan(20);
    },
  );

  test.each(withFacts)("finds that a row of %s is gone", async (name) => {
    for (const row of await rowsOf(name)) {
      const found = await foundAfter((tx) =>
        sql`delete from ${sql.table(name)} where ${only(name, row)}`.execute(tx.db),
      );
      // A day without open minutes may be there or not, and what was taken back counts for nothing.
      if (row.minutes !== 0 && (name !== "application" || row.reversed_on === null))
        expect(found, JSON.stringify(row)).not.toEqual([]);
    }
  });
});

/** Values that are plausible in the place of another, as somebody would write them by hand. */
const othersThan = (value: unknown): readonly unknown[] => {
  if (typeof value === "number") return [value + 1, value - 1, value + 1_000];
  return value === null ? ["x", 1] : [`${value}x`, "", "2023-12-31"];
};
