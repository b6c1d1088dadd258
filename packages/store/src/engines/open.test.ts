import { randomBytes } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { type Place, places } from "../../test/engines.ts";
import { allNotes, insertNotes, labels, note, notes, on, openNotes } from "../../test/notes.ts";

describe.each(places)("opening on %s", (engine, place) => {
  let at: Place;
  const old: Place[] = [];
  beforeEach(async () => {
    at = await place();
    old.push(at);
  });
  afterAll(async () => {
    for (const { remove } of old) await remove();
  });

  test.each(["create", "migrate"] as const)("%s makes a new database, and require opens it", async (policy) => {
    const made = await openNotes(at.url, policy);
    await made.write((tx) => insertNotes(tx, [note("first")]));
    await made.close();
    for (const schema of ["require", policy] as const) {
      const found = await openNotes(at.url, schema);
      expect(await allNotes(found)).toEqual([note("first")]);
      expect(found).toMatchObject({
        engine,
        where: expect.stringContaining(engine === "sqlite" ? at.url : "127.0.0.1"),
      });
      await found.close();
    }
  });

  test("require refuses what is not there, and leaves nothing behind", async () => {
    await expect(openNotes(at.url, "require")).rejects.toMatchObject({
      name: "StoreProblem",
      code: "DATABASE_MISSING",
    });
    await (await openNotes(at.url, "create")).close();
  });

  test("an older database is only opened to be migrated", async () => {
    await (await openNotes(at.url, "create", [notes])).close();
    for (const schema of ["require", "create"] as const) {
      await expect(openNotes(at.url, schema, [notes, labels])).rejects.toMatchObject({ code: "SCHEMA_OLDER" });
    }
    const migrated = await openNotes(at.url, "migrate", [notes, labels]);
    const steps = await migrated.read((tx) =>
      sql<{ id: string; applied_at: string }>`select * from schema_migration order by id`.execute(tx.db),
    );
    expect(steps.rows.map(({ id }) => id)).toEqual(["0001-notes", "0002-labels"]);
    expect(steps.rows[0]?.applied_at).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
    await migrated.close();
    await (await openNotes(at.url, "require", [notes, labels])).close();
  });

  test.each(["require", "create", "migrate"] as const)("a newer database is refused by %s", async (schema) => {
    await (await openNotes(at.url, "create", [notes, labels])).close();
    await expect(openNotes(at.url, schema, [notes])).rejects.toMatchObject({ code: "SCHEMA_NEWER" });
  });

  test("a database with other steps of the same number is refused", async () => {
    await (await openNotes(at.url, "create", [notes])).close();
    const other = { ...notes, id: "0001-other" };
    await expect(openNotes(at.url, "migrate", [other, labels])).rejects.toMatchObject({ code: "SCHEMA_NEWER" });
  });

  test("a step that fails leaves the database as it was", async () => {
    const failing = {
      id: "0002-failing",
      up: async (...[db, on]: Parameters<typeof labels.up>) => {
        await labels.up(db, on);
        throw new Error("half done");
      },
    };
    await (await openNotes(at.url, "create", [notes])).close();
    await expect(openNotes(at.url, "migrate", [notes, failing])).rejects.toThrow("half done");
    await (await openNotes(at.url, "require", [notes])).close();
    await (await openNotes(at.url, "migrate", [notes, labels])).close();
  });

  test("opened many times at once, a new database is migrated once", async () => {
    const opened = await Promise.all(Array.from({ length: 6 }, () => openNotes(at.url)));
    await Promise.all(opened.map((database, place) => database.write((tx) => insertNotes(tx, [note(`${place}`)]))));
    for (const database of opened) expect(await allNotes(database)).toHaveLength(6);
    await Promise.all(opened.map((database) => database.close()));
  });

  test("statements prepared before a migration are not used after it", async () => {
    const running = await openNotes(at.url);
    await running.write((tx) => insertNotes(tx, [note("a")]));
    for (const _ of "twice!!") await allNotes(running);
    const widened = {
      id: "0002-wider",
      up: async (...[db]: Parameters<typeof labels.up>) =>
        void (await sql`alter table note add column added integer not null default 7`.execute(db)),
    };
    await (await openNotes(at.url, "migrate", [notes, widened])).close();
    expect(await allNotes(running)).toEqual([{ ...note("a"), added: 7 }]);
    expect(await running.write((tx) => on(tx).selectFrom("note").selectAll().execute())).toHaveLength(1);
    await running.close();
  });
});

test.each(["", ":memory:", "mysql://localhost/books", "https://example.org/books.db"])(
  "%j is no place for books",
  async (url) => {
    await expect(openNotes(url, "migrate")).rejects.toMatchObject({ code: "NOT_A_DATABASE" });
  },
);

test("no message names a password", async () => {
  const secret = randomBytes(8).toString("hex");
  for (const url of [`postgres://me:${secret}@127.0.0.1:1/books`, `postgres://me:${secret}@127.0.0.1:port/books`]) {
    const problem = await openNotes(url).catch((error: unknown) => error);
    expect(problem).toMatchObject({ code: "DATABASE_UNREACHABLE" });
    expect(String(problem)).not.toContain(secret);
  }
});
