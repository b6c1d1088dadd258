import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { freshDatabase } from "@cimpro/store/testing";
import Sqlite from "better-sqlite3";
import { describe, expect, inject, test } from "vitest";
import { deskOn, folder, newDesk } from "./cimpro.ts";

describe("backup", () => {
  test("is a database of its own, and replaces another only with --yes", async () => {
    const desk = newDesk();
    await desk.ask("account", "open", "--name", "Acme");
    const copy = join(folder(), "copy.db");
    expect(await desk.ask("backup", copy)).toMatchObject({ file: copy, journalRows: 2 });
    expect(await deskOn(["--db", copy]).ask("account", "list")).toMatchObject({ items: [{ id: "acme" }] });
    expect(await desk.refused("backup", copy)).toMatchObject({ exit: 4, code: "FILE_EXISTS" });
    await desk.ask("backup", copy, "--yes");
  });
  test("goes into a folder that is there", async () => {
    const desk = newDesk();
    await desk.ask("account", "open", "--name", "Acme");
    const place = join(folder(), "not", "there.db");
    expect(await desk.refused("backup", place)).toMatchObject({ exit: 3, code: "FOLDER_MISSING" });
    mkdirSync(join(place, ".."), { recursive: true });
    await desk.ask("backup", place);
  });
});

describe("restore", () => {
  test("brings books back in a new place, and says which numbers come next", async () => {
    const desk = newDesk();
    await desk.ask("account", "open", "--name", "Acme");
    await desk.ask("allowance", "buy", "--account", "acme", "--hours", "10");
    const copy = join(folder(), "copy.db");
    await desk.ask("backup", copy);
    await desk.ask("allowance", "buy", "--account", "acme", "--hours", "20");
    const elsewhere = newDesk();
    expect(await elsewhere.ask("restore", copy, "--next-invoice", "INV-000003")).toMatchObject({
      ok: true,
      accounts: 1,
      skipped: { invoice: 1, "credit-memo": 0 },
      next: { invoice: 3, "credit-memo": 1 },
    });
    expect(await elsewhere.ask("allowance", "buy", "--account", "acme", "--hours", "10")).toMatchObject({
      invoice: { number: "INV-000003" },
    });
    expect(await elsewhere.ask("verify")).toMatchObject({ ok: true });
  });
  test("replaces books only with --yes, and never gives a number again that they gave", async () => {
    const desk = newDesk();
    await desk.ask("account", "open", "--name", "Acme");
    const copy = join(folder(), "copy.db");
    await desk.ask("backup", copy);
    await desk.ask("allowance", "buy", "--account", "acme", "--hours", "20");
    expect(await desk.refused("restore", copy)).toMatchObject({ exit: 1, code: "NOT_CONFIRMED" });
    expect(await desk.ask("restore", copy, "--yes")).toMatchObject({ ok: true, next: { invoice: 2 } });
    expect(await desk.ask("invoice", "list")).toEqual({ items: [] });
    expect((await desk.ask<{ items: { type: string }[] }>("journal", "list")).items[0]).toMatchObject({
      type: "books.restored",
      actor: expect.stringMatching(/^local:/),
    });
  });
  test("from PostgreSQL and back", async () => {
    const server = deskOn(["--db", await freshDatabase(inject("postgres"))]);
    await server.ask("account", "open", "--name", "Acme");
    await server.ask("time", "log", "1h", "--account", "acme");
    const copy = join(folder(), "copy.db");
    await server.ask("backup", copy);
    const other = deskOn(["--db", await freshDatabase(inject("postgres"))]);
    expect(await other.ask("restore", copy)).toMatchObject({ ok: true, minutes: { worked: 60 } });
    expect(await newDesk().ask("restore", copy)).toMatchObject({ ok: true, minutes: { worked: 60 } });
  });
  test("refuses what is no sound backup", async () => {
    const desk = newDesk();
    await desk.ask("account", "open", "--name", "Acme");
    const copy = join(folder(), "copy.db");
    await desk.ask("backup", copy);
    new Sqlite(copy).exec("update account set name = 'Mallory'; update journal set data = '{}'").close();
    const elsewhere = newDesk();
    expect(await elsewhere.refused("restore", copy)).toMatchObject({ exit: 1, code: "BACKUP_FAULTY" });
    expect(await elsewhere.refused("restore", join(folder(), "none.db"))).toMatchObject({ exit: 3 });
    expect(existsSync(elsewhere.file)).toBe(false);
    expect(await elsewhere.refused("restore", copy, "--next-invoice", "none")).toMatchObject({ exit: 2 });
  });
});
