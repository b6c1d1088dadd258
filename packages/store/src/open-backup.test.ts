import { copyFileSync, mkdirSync, statSync, truncateSync, writeFileSync } from "node:fs";
import Sqlite from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { account, entry, logTime, type OpenedStore, openAccount, openBooks } from "../test/books.ts";
import { freshFile } from "../test/engines.ts";
import { backupTo } from "./backup.ts";
import { BackupFaulty, fromBackup } from "./open-backup.ts";

let books: OpenedStore;
let file: string;
beforeEach(async () => {
  books = await openBooks(freshFile());
  file = `${books.url}.backup`;
  await openAccount(books.store, account("acme"));
  await logTime(books.store, entry("a"));
});
afterEach(() => books.close());

const read = () => fromBackup(file, ({ db }) => db.selectFrom("time_entry").select("id").execute());
const refused = async (code: string) => {
  const problem: unknown = await read().catch((error: unknown) => error);
  expect(problem).toMatchObject({ name: "StoreProblem", code, message: expect.stringContaining(file) });
  return problem;
};

test("a backup is read once its books were verified", async () => {
  await backupTo(books.store, file);
  expect(await read()).toEqual([{ id: "a" }]);
});

describe("refused is a file", () => {
  const wrong: readonly (readonly [what: string, code: string, make: () => void])[] = [
    ["that is not there", "DATABASE_MISSING", () => {}],
    ["that is empty", "DATABASE_MISSING", () => writeFileSync(file, "")],
    ["that is a folder", "DATABASE_IS_DIRECTORY", () => mkdirSync(file)],
    ["that is no database", "NOT_A_DATABASE", () => writeFileSync(file, "Dear reader, ".repeat(900))],
    ["of another program", "NOT_CIMPRO", () => new Sqlite(file).exec("create table recipe (id integer)").close()],
  ];
  test.each(wrong)("%s", async (_what, code, make) => {
    make();
    await refused(code);
  });

  test("that was cut short", async () => {
    await backupTo(books.store, file);
    truncateSync(file, statSync(file).size - 8_192);
    await refused("DATABASE_CORRUPT");
  });

  test.each(["time_entry", "grant_alert", "outbox"] as const)(
    "that lacks the table %s, which is named",
    async (name) => {
      await backupTo(books.store, file);
      const tampered = new Sqlite(file);
      tampered.exec(`pragma foreign_keys = off; drop table ${name}`);
      tampered.close();
      expect(await refused("BACKUP_FAULTY")).toMatchObject({
        problems: [{ check: "table", at: name, message: "The table is missing, or a column of it." }],
      });
    },
  );

  test("that is in use, or was left by a crash: some of it stands beside it", async () => {
    copyFileSync(books.url, file);
    copyFileSync(`${books.url}-wal`, `${file}-wal`);
    await refused("DATABASE_IN_USE");
  });

  test("whose books do not agree, with everything that does not", async () => {
    await backupTo(books.store, file);
    const tampered = new Sqlite(file);
    tampered.prepare("update time_entry set note = 'another', minutes = 90").run();
    tampered.close();
    const faulty = await refused("BACKUP_FAULTY");
    expect(faulty).toBeInstanceOf(BackupFaulty);
    expect(faulty).toMatchObject({
      problems: expect.arrayContaining([
        { check: "journal", at: "acme entry a", message: "It is not as the journal tells." },
        expect.objectContaining({ check: "entry", at: "acme a" }),
      ]),
    });
  });
});
