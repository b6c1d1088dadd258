import { existsSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { describe, expect, test } from "vitest";
import { cimpro, deskOn, folder, newDesk } from "./cimpro.ts";

describe("a place that is no books", () => {
  test("that is missing: a read says so and leaves nothing behind", async () => {
    const { refused, file } = newDesk();
    expect(await refused("account", "list")).toMatchObject({ exit: 3, code: "DATABASE_MISSING" });
    expect(existsSync(file)).toBe(false);
  });
  test("that is missing: a rehearsal leaves nothing behind either", async () => {
    const { refused, file } = newDesk();
    expect(await refused("account", "open", "--name", "Acme", "--dry-run")).toMatchObject({ exit: 3 });
    expect(existsSync(file)).toBe(false);
  });
  test("that is missing: a write begins new books, says so, and only their owner can read them", async () => {
    const { run, file } = newDesk();
    const { code, err } = await run("account", "open", "--name", "Acme");
    expect([code, err]).toEqual([0, `New books were begun in ${file}.\n`]);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });
  test("a folder", async () => {
    expect(await deskOn(["--db", folder()]).refused("account", "list")).toMatchObject({
      exit: 2,
      code: "DATABASE_IS_DIRECTORY",
    });
  });
  test("a text file", async () => {
    const file = join(folder(), "notes.txt");
    writeFileSync(file, "just some notes\n".repeat(100));
    for (const args of [
      ["account", "list"],
      ["account", "open", "--name", "Acme"],
    ])
      expect(await deskOn(["--db", file]).refused(...args)).toMatchObject({ exit: 2, code: "NOT_A_DATABASE" });
  });
  test("another program's database", async () => {
    const file = join(folder(), "other.db");
    new Sqlite(file).exec("create table music (title text)").close();
    expect(await deskOn(["--db", file]).refused("account", "open", "--name", "Acme")).toMatchObject({
      exit: 2,
      code: "NOT_CIMPRO",
    });
  });
  test("books of a newer cimpro", async () => {
    const desk = newDesk();
    await desk.ask("account", "open", "--name", "Acme");
    new Sqlite(desk.file)
      .exec("insert into schema_migration (id, applied_at) values ('9999-later', '2099-01-01T00:00:00.000Z')")
      .close();
    for (const args of [["account", "list"], ["time", "log", "1h", "--account", "acme"], ["migrate"], ["doctor"]]) {
      const { code, out } = await desk.run(...args);
      expect([code, out]).toEqual([args[0] === "doctor" ? 1 : 4, expect.stringContaining("SCHEMA_NEWER")]);
    }
  });
  test("a server that does not answer", async () => {
    expect(await deskOn(["--db", "postgres://nobody@127.0.0.1:1/none"]).refused("account", "list")).toMatchObject({
      exit: 70,
      code: "DATABASE_UNREACHABLE",
    });
  });
});

describe("which books a command works on", () => {
  test("--db before CIMPRO_DB before the data folder", async () => {
    const data = folder();
    const named = join(data, "named.db");
    const env = { XDG_DATA_HOME: data, CIMPRO_DB: named };
    await cimpro(["account", "open", "--name", "In the environment"], { env });
    await cimpro(["account", "open", "--name", "On the line", "--db", join(data, "line.db")], { env });
    await cimpro(["account", "open", "--name", "In the folder"], { env: { XDG_DATA_HOME: data } });
    const names = async (args: readonly string[], surroundings: Record<string, string>) =>
      JSON.parse((await cimpro(["account", "list", ...args], { env: surroundings })).out).items.map(
        ({ name }: { readonly name: string }) => name,
      );
    expect(await names([], env)).toEqual(["In the environment"]);
    expect(await names(["--db", join(data, "line.db")], env)).toEqual(["On the line"]);
    expect(await names([], { XDG_DATA_HOME: data })).toEqual(["In the folder"]);
    expect(existsSync(join(data, "cimpro", "cimpro.db"))).toBe(true);
  });
  test("not two at once", async () => {
    const desk = newDesk();
    expect(await desk.refused("account", "list", "--api", "http://127.0.0.1:1")).toMatchObject({
      exit: 2,
      code: "USAGE",
    });
  });
});

describe("migrate", () => {
  test("makes new books and leaves current ones alone", async () => {
    const desk = newDesk();
    expect(await desk.ask("migrate", "--dry-run")).toMatchObject({ before: "missing", changed: false });
    expect(existsSync(desk.file)).toBe(false);
    expect(await desk.ask("migrate")).toMatchObject({ engine: "sqlite", before: "missing", changed: true });
    expect(await desk.ask("migrate")).toMatchObject({ before: "current", changed: false });
  });
});

describe("doctor", () => {
  test("finds all well on sound books", async () => {
    const desk = newDesk();
    await desk.ask("account", "open", "--name", "Acme");
    const { ok, checks } = await desk.ask<{ ok: boolean; checks: { check: string; ok: boolean; found: string }[] }>(
      "doctor",
    );
    expect(ok).toBe(true);
    expect(checks.map(({ check }) => check)).toEqual([
      "node",
      "clock",
      "data folder",
      "database",
      "sqlite",
      "durability",
      "time zone",
      "journal",
    ]);
    expect(checks.find(({ check }) => check === "durability")?.found).toBe("journal wal, synchronous full");
  });
  test("says what is wrong and what to do, and ends with 1", async () => {
    const { code, out } = await newDesk().run("doctor");
    const found = JSON.parse(out);
    expect([code, found.ok]).toEqual([1, false]);
    expect(found.checks).toContainEqual(
      expect.objectContaining({ check: "database", ok: false, found: "DATABASE_MISSING", advice: expect.any(String) }),
    );
  });
});

describe("verify", () => {
  test("names what was changed behind our back, and ends with 1", async () => {
    const desk = newDesk();
    await desk.ask("account", "open", "--name", "Acme");
    await desk.ask("time", "log", "1h", "--account", "acme");
    new Sqlite(desk.file).exec("update time_entry set open_minutes = 30").close();
    const { code, out } = await desk.run("verify");
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ ok: false, problems: expect.arrayContaining([expect.any(Object)]) });
  });
});
