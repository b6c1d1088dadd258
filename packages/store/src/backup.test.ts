import { mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { allRows } from "../test/all-rows.ts";
import {
  account,
  command,
  did,
  entry,
  logTime,
  now,
  type OpenedStore,
  openAccount,
  openBooks,
  stores,
} from "../test/books.ts";
import { completeBooks } from "../test/complete-books.ts";
import { freshFile, type Place } from "../test/engines.ts";
import { backupTo } from "./backup.ts";
import { openStore } from "./store.ts";
import { verifyBooks } from "./verify.ts";

describe.each(stores)("a backup from %s", (_engine, open) => {
  let books: OpenedStore;
  let room: Place;
  let file: string;
  beforeEach(async () => {
    books = await open();
    room = freshFile();
    file = room.url.replace("books.db", "backup.db");
  });
  afterEach(async () => {
    await books.close();
    await room.remove();
  });
  const left = () => readdirSync(dirname(file)).toSorted();
  const refused = async (code: string, options = {}) => {
    const before = left();
    await expect(backupTo(books.store, file, options)).rejects.toMatchObject({ name: "StoreProblem", code });
    expect(left()).toEqual(before);
  };

  test("has every row of every table, in one file that only its owner can read", async () => {
    await completeBooks(books.store);
    const backup = await backupTo(books.store, file);
    expect(left()).toEqual(["backup.db"]);
    expect((statSync(file).mode & 0o777).toString(8)).toBe("600");
    const { heads, journalRows } = await verifyBooks(books.store.database);
    expect(backup).toEqual({ file, bytes: statSync(file).size, heads, journalRows });
    const copy = await openStore(file, { schema: "require", now: () => now });
    expect(copy.engine).toBe("sqlite");
    expect(await allRows(copy.database)).toEqual(await allRows(books.store.database));
    expect(await verifyBooks(copy.database)).toMatchObject({ ok: true });
    // What SQLite is told of its tables goes along, or it would read them whole.
    const told = sql`select 1 from sqlite_stat1 where tbl = 'time_entry'`;
    expect((await copy.database.read((tx) => told.execute(tx.db))).rows).not.toEqual([]);
    await copy.close();
  });

  test("is of one moment while others write, and more rows than are read at once", async () => {
    await openAccount(books.store, account("acme"));
    await books.store.write(command("acme", "time.imported"), async (found, head) => {
      const first = head.nextEntrySequence(4_100);
      const many = Array.from({ length: 4_100 }, (_, at) => entry(`imported-${at}`, { sequence: first + at }));
      await found.entries.insert(many);
      return did(null, { entries: many });
    });
    const writing = { on: true, count: 0 };
    const writer = (async () => {
      for (; writing.on; writing.count += 1) await logTime(books.store, entry(`during-${writing.count}`));
    })();
    const { heads } = await backupTo(books.store, file);
    writing.on = false;
    await writer;
    const copy = await openStore(file, { schema: "require", now: () => now });
    expect(await verifyBooks(copy.database)).toMatchObject({ problems: [], heads });
    await copy.close();
  });

  test("is refused where a file is already, unless that is to be replaced", async () => {
    writeFileSync(file, "something dear");
    await refused("FILE_EXISTS");
    expect(readFileSync(file, "utf8")).toBe("something dear");
    const { bytes } = await backupTo(books.store, file, { overwrite: true });
    expect(statSync(file).size).toBe(bytes);
    expect(left()).toEqual(["backup.db"]);
  });

  test("of two at once to the same place, one is kept and one refused", async () => {
    const both = await Promise.allSettled([backupTo(books.store, file), backupTo(books.store, file)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(both).toContainEqual({ status: "rejected", reason: expect.objectContaining({ code: "FILE_EXISTS" }) });
    expect(left()).toEqual(["backup.db"]);
  });

  test("is refused in a folder that is not there, and in the place of a folder", async () => {
    const folder = dirname(file);
    file = join(folder, "missing", "backup.db");
    await expect(backupTo(books.store, file)).rejects.toMatchObject({ code: "FOLDER_MISSING" });
    file = join(folder, "folder");
    mkdirSync(file);
    await refused("DATABASE_IS_DIRECTORY", { overwrite: true });
  });

  test("is refused in the place of a database that is in use: its log would be taken for the copy's", async () => {
    writeFileSync(`${file}-wal`, "left");
    await refused("DATABASE_IN_USE");
    writeFileSync(file, "used");
    await refused("DATABASE_IN_USE", { overwrite: true });
  });
});

test("a backup is refused in the place of the books themselves, by whatever name", async () => {
  const books = await openBooks(freshFile());
  const itself = books.store.database.where;
  const link = `${itself}.link`;
  symlinkSync(itself, link);
  for (const name of [itself, link, `${itself}-wal`])
    await expect(backupTo(books.store, name, { overwrite: true })).rejects.toMatchObject({ code: "FILE_EXISTS" });
  expect(await verifyBooks(books.store.database)).toMatchObject({ ok: true });
  await books.close();
});
