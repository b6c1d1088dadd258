import fc from "fast-check";
import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { engines } from "../../test/engines.ts";
import { allNotes, insertNotes, note, notes, on, updateNotes } from "../../test/notes.ts";
import type { Database } from "./database.ts";

describe.each(engines)("rows on %s", (_engine, open) => {
  let database: Database;
  let cleanup: () => Promise<void>;
  beforeAll(async () => ({ database, cleanup } = await open([notes])));
  afterAll(() => cleanup());
  beforeEach(() => database.write(async (tx) => void (await on(tx).deleteFrom("note").execute())));
  const many = (count: number) =>
    Array.from({ length: count }, (_, place) => note(`${place}`.padStart(6, "0"), { minutes: place }));

  test.each([0, 1, 49, 50, 51, 10_000])("%d are written and come back as they were", async (count) => {
    expect(await database.write((tx) => insertNotes(tx, many(count)))).toBe(count);
    expect(await allNotes(database)).toEqual(many(count));
  });

  test("that are there already are refused, all of them", async () => {
    await database.write((tx) => insertNotes(tx, [note("000070")]));
    await expect(database.write((tx) => insertNotes(tx, many(100)))).rejects.toThrow(/unique/i);
    expect(await allNotes(database)).toHaveLength(1);
  });

  test("that are there already are left alone where that is asked for", async () => {
    await database.write((tx) => insertNotes(tx, [note("000070", { label: "first" }), note("000099")]));
    expect(await database.write((tx) => insertNotes(tx, many(120), { onConflict: "ignore" }))).toBe(118);
    expect((await allNotes(database)).filter(({ label }) => label === "first")).toHaveLength(1);
  });

  test("that break another rule are refused even then", async () => {
    const nameless = { ...note("x"), minutes: null as unknown as number };
    await expect(database.write((tx) => insertNotes(tx, [nameless], { onConflict: "ignore" }))).rejects.toThrow(
      /null/i,
    );
  });

  test("are changed by their key", async () => {
    await database.write((tx) => insertNotes(tx, many(6_000)));
    const changes = many(5_500).map(({ id }) => ({ id, label: `label of ${id}`, minutes: 7 }));
    expect(await database.write((tx) => updateNotes(tx, [...changes, { id: "nobody", label: "", minutes: 0 }]))).toBe(
      5_500,
    );
    const after = await allNotes(database);
    expect(after[5_499]).toEqual(note("005499", { label: "label of 005499", minutes: 7 }));
    expect(after[5_500]).toEqual(note("005500", { minutes: 5_500 }));
  });

  test("keep any text", async () => {
    const texts = fc.array(fc.string({ unit: "binary" }), { minLength: 1, maxLength: 60 });
    const awkward = [
      '{"a\\',
      '"',
      "\\",
      "NULL",
      "null",
      "",
      " ",
      ",",
      "{}",
      "'",
      "\n\r\t",
      "\u{1F9FE}",
      "\u0001",
      "\uFFFF",
    ];
    let round = 0;
    const keeps = async (labels: readonly string[]) => {
      round += 1;
      const written = labels.map((label, place) => note(`${round}-${String(place).padStart(3, "0")}`, { label }));
      await database.write((tx) => insertNotes(tx, written));
      const read = (await allNotes(database)).filter(({ id }) => id.startsWith(`${round}-`));
      expect(read).toEqual(written);
    };
    await keeps(awkward);
    const storable = texts.filter((labels) => labels.every((label) => label.isWellFormed() && !label.includes("\0")));
    await fc.assert(fc.asyncProperty(storable, keeps), { numRuns: 30 });
  });

  test.each([
    ["half a character", { label: "\ud83e" }],
    ["NUL", { label: "a\0b" }],
    ["a fraction", { minutes: 1.5 }],
    ["no number", { minutes: Number.NaN }],
    ["a number beyond 2^53", { big: 2 ** 53 }],
    ["a bigint beyond 2^53", { big: (2n ** 53n) as unknown as number }],
    ["a date", { label: new Date(0) as unknown as string }],
  ])("with %s are refused before they are stored", async (_what, more) => {
    await expect(database.write((tx) => insertNotes(tx, [note("a"), { ...note("b"), ...more }]))).rejects.toThrow(
      TypeError,
    );
    await expect(
      database.write((tx) =>
        on(tx)
          .insertInto("note")
          .values({ ...note("c"), ...more })
          .execute(),
      ),
    ).rejects.toThrow();
    expect(await allNotes(database)).toEqual([]);
  });

  test("without a value for a column are refused", async () => {
    const unsaid = { ...note("b"), label: undefined as unknown as null };
    await expect(database.write((tx) => insertNotes(tx, [unsaid]))).rejects.toThrow(TypeError);
  });

  test("with different columns are not written together", async () => {
    const { label: _, ...short } = note("b");
    await expect(database.write((tx) => insertNotes(tx, [note("a"), short as never]))).rejects.toThrow(TypeError);
  });

  test("hold integers to 2^53 and answer counts and sums as numbers", async () => {
    await database.write((tx) =>
      insertNotes(tx, [note("a"), note("b", { big: -(2 ** 53) + 1 }), note("c", { big: 5 })]),
    );
    expect((await allNotes(database)).map(({ big }) => big)).toEqual([2 ** 53 - 1, -(2 ** 53) + 1, 5]);
    const sums = await database.read((tx) =>
      on(tx)
        .selectFrom("note")
        .select(({ fn }) => [
          fn.countAll<number>().as("count"),
          fn.sum<number>("big").as("big"),
          fn.sum<number>("minutes").as("minutes"),
        ])
        .executeTakeFirstOrThrow(),
    );
    expect(sums).toEqual({ count: 3, big: 5, minutes: 3 });
  });

  test("are not read wrongly: an integer beyond 2^53 is refused", async () => {
    await database.write(
      async (tx) => void (await sql`insert into note values ('a', null, 1, 9007199254740993)`.execute(tx.db)),
    );
    await expect(allNotes(database)).rejects.toThrow("not an integer below 2^53");
    await expect(database.read((tx) => sql`select sum(big) as total from note`.execute(tx.db))).rejects.toThrow("2^53");
  });

  test("say how many a statement touched", async () => {
    const result = await database.write(async (tx) => {
      await insertNotes(tx, many(7));
      const set = await on(tx).updateTable("note").set({ label: "x" }).where("minutes", "<", 3).executeTakeFirst();
      const returned = await on(tx).deleteFrom("note").where("label", "=", "x").returning("id").execute();
      const gone = await on(tx).deleteFrom("note").executeTakeFirst();
      return [set.numUpdatedRows, returned.length, gone.numDeletedRows];
    });
    expect(result).toEqual([3n, 3, 4n]);
  });

  test("are limited and compared by numbers given as parameters", async () => {
    await database.write((tx) => insertNotes(tx, many(20)));
    const found = await database.read((tx) =>
      on(tx).selectFrom("note").select("minutes").where("minutes", ">=", 5).orderBy("minutes").limit(2).execute(),
    );
    expect(found).toEqual([{ minutes: 5 }, { minutes: 6 }]);
  });
});
