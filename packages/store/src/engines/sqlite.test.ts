import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import Sqlite from "better-sqlite3";
import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { freshFile, type Place } from "../../test/engines.ts";
import { allNotes, insertNotes, note, on, openNotes } from "../../test/notes.ts";
import { running } from "../../test/processes.ts";
import type { Tx } from "./database.ts";
import { CommitUnknown } from "./problem.ts";

let at: Place;
beforeEach(() => {
  at = freshFile();
});
afterEach(() => at.remove());
const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8);
const pragma = async (tx: Tx, name: string) =>
  Object.values((await sql.raw<Record<string, unknown>>(`pragma ${name}`).execute(tx.db)).rows[0] ?? {})[0];

describe("a file", () => {
  test("and all that belongs to it is readable by its owner only", async () => {
    const before = process.umask(0);
    try {
      const url = join(dirname(at.url), "deep", "er", "books.db");
      const database = await openNotes(url);
      for (const end of ["", "-wal", "-shm"]) expect(modeOf(url + end)).toBe("600");
      expect(modeOf(dirname(url))).toBe("700");
      expect(modeOf(dirname(dirname(url)))).toBe("700");
      await database.copyTo?.(`${url}.copy`);
      expect(modeOf(`${url}.copy`)).toBe("600");
      await database.close();
    } finally {
      process.umask(before);
    }
  });

  test("is one file again once closed", async () => {
    const database = await openNotes(at.url);
    await allNotes(database);
    await database.close();
    expect(readdirSync(dirname(at.url))).toEqual(["books.db"]);
  });

  test("survives a power cut: every connection waits until the disk has it", async () => {
    const database = await openNotes(at.url);
    for (const door of [database.write, database.read]) {
      expect(await door((tx) => pragma(tx, "journal_mode"))).toBe("wal");
      expect(await door((tx) => pragma(tx, "synchronous"))).toBe(2);
      expect(await door((tx) => pragma(tx, "foreign_keys"))).toBe(1);
      expect(await door((tx) => pragma(tx, "busy_timeout"))).toBe(0);
    }
    await database.close();
  });

  test("says whose it is and how far it was migrated", async () => {
    await (await openNotes(at.url)).close();
    const header = readFileSync(at.url);
    expect(header.toString("latin1", 68, 72)).toBe("CIMP");
    expect(header.readUInt32BE(60)).toBe(1);
  });

  test("may be given as an address", async () => {
    for (const url of [pathToFileURL(at.url).href, `file:${at.url}`, ` ${at.url} `])
      await (await openNotes(url)).close();
    expect(readdirSync(dirname(at.url))).toEqual(["books.db"]);
  });
});

describe("refused and left untouched is", () => {
  const refused = async (code: string, schema: "require" | "create" | "migrate" = "migrate") => {
    const before = existsSync(at.url) && statSync(at.url).isFile() ? readFileSync(at.url) : undefined;
    await expect(openNotes(at.url, schema)).rejects.toMatchObject({ name: "StoreProblem", code });
    if (before) expect(readFileSync(at.url)).toEqual(before);
  };

  test.each([2, 99, 100, 5_000])("a file with %d characters of text", async (length) => {
    writeFileSync(at.url, "Dear reader, ".repeat(400).slice(0, length));
    await refused("NOT_A_DATABASE");
    expect(readdirSync(dirname(at.url))).toEqual(["books.db"]);
  });

  test.each(["delete", "wal"])("another program's database (journal mode %s)", async (mode) => {
    const other = new Sqlite(at.url);
    other.pragma(`journal_mode = ${mode}`);
    other.exec("create table recipe (id integer)");
    other.close();
    await refused("NOT_CIMPRO");
    expect(readdirSync(dirname(at.url))).toEqual(["books.db"]);
  });

  test("another program's empty database", async () => {
    const other = new Sqlite(at.url);
    other.pragma("application_id = 7");
    other.close();
    await refused("NOT_CIMPRO");
  });

  test("a folder", async () => {
    mkdirSync(at.url);
    await refused("DATABASE_IS_DIRECTORY");
  });

  test("a path through a file", async () => {
    writeFileSync(at.url, "");
    await expect(openNotes(join(at.url, "books.db"))).rejects.toMatchObject({ code: "DATABASE_UNREACHABLE" });
    await expect(openNotes(join(at.url, "books.db"), "require")).rejects.toMatchObject({ code: "DATABASE_MISSING" });
  });

  test("an empty file, unless a new database is wanted", async () => {
    writeFileSync(at.url, "");
    await refused("DATABASE_MISSING", "require");
    await (await openNotes(at.url, "create")).close();
  });
});

describe("in trouble", () => {
  test("a full disk is told, and the next change is kept if it fits", async () => {
    const database = await openNotes(at.url);
    const full = database.write(async (tx) => {
      await sql`pragma max_page_count = 20`.execute(tx.db);
      await insertNotes(
        tx,
        Array.from({ length: 20 }, (_, place) => note(`${place}`, { label: "x".repeat(9_000) })),
      );
    });
    await expect(full).rejects.toMatchObject({ code: "DATABASE_FULL" });
    expect(await database.write((tx) => insertNotes(tx, [note("small")]))).toBe(1);
    expect(await allNotes(database)).toHaveLength(1);
    await database.close();
  });

  test("a damaged file is told", async () => {
    const database = await openNotes(at.url);
    await database.write((tx) =>
      insertNotes(
        tx,
        Array.from({ length: 500 }, (_, place) => note(`${place}`, { label: "x".repeat(100) })),
      ),
    );
    await database.close();
    const file = openSync(at.url, "r+");
    for (let page = 3; page < 12; page += 1) writeSync(file, Buffer.alloc(4_096, 0xa5), 0, 4_096, page * 4_096);
    closeSync(file);
    const damaged = await openNotes(at.url);
    await expect(allNotes(damaged)).rejects.toMatchObject({ code: "DATABASE_CORRUPT" });
    await damaged.close();
  });

  test("what looks like damage to a connection is told as an unknown outcome where the file is whole", async () => {
    const database = await openNotes(at.url);
    await database.write((tx) => insertNotes(tx, [note("kept")]));
    const asIfDamaged = () => Promise.reject(Object.assign(new Error("malformed"), { code: "SQLITE_CORRUPT" }));
    await expect(database.read(asIfDamaged)).rejects.toBeInstanceOf(CommitUnknown);
    // Nothing is built on what the connection believes; a new start has everything that was kept.
    await expect(database.write((tx) => insertNotes(tx, [note("later")]))).rejects.toBeInstanceOf(CommitUnknown);
    await database.close();
    const reopened = await openNotes(at.url);
    expect((await allNotes(reopened)).map(({ id }) => id)).toEqual(["kept"]);
    expect(await reopened.write((tx) => insertNotes(tx, [note("later")]))).toBe(1);
    await reopened.close();
  });

  test.skipIf(process.platform === "win32")(
    "a commit that the disk does not confirm is in doubt, and nothing follows it",
    async () => {
      const script = join(import.meta.dirname, "../../test/programs/outgrow.ts");
      const limited = running("bash", ["-c", 'ulimit -f 400; exec "$0" "$@"', process.execPath, script, at.url]);
      expect(await limited.result()).toBe("CommitUnknown CommitUnknown");
      const reopened = await openNotes(at.url);
      expect((await allNotes(reopened)).length).toBeGreaterThan(5);
      await reopened.close();
    },
  );
});

describe("a copy", () => {
  test("is of one moment, whole, while others write", async () => {
    const database = await openNotes(at.url);
    await database.write((tx) => insertNotes(tx, [note("kept")]));
    const copy = join(dirname(at.url), "copy.db");
    await database.write(async (tx) => {
      await insertNotes(tx, [note("not yet kept")]);
      await database.copyTo?.(copy);
    });
    await database.copyTo?.(copy);
    await database.write((tx) => on(tx).deleteFrom("note").execute());
    expect(readdirSync(dirname(at.url)).toSorted()).toEqual(["books.db", "books.db-shm", "books.db-wal", "copy.db"]);
    const opened = await openNotes(copy, "require");
    expect((await allNotes(opened)).map(({ id }) => id)).toEqual(["kept", "not yet kept"]);
    await opened.close();
    await expect(database.copyTo?.(at.url)).rejects.toThrow("is the database itself");
    await expect(database.copyTo?.(join(at.url, "x"))).rejects.toThrow();
    await database.close();
  });
});
