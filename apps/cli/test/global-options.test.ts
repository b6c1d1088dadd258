import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { describe, expect, test } from "vitest";
import { cimpro, deskOn, folder, newDesk } from "./cimpro.ts";

const quote = ["quote", "--hours", "2"];

describe("global options stand before or after noun and verb", () => {
  test("in any place the answer is the same", async () => {
    const desk = newDesk();
    await desk.ask("account", "open", "--name", "Acme");
    const db = ["--db", desk.file];
    const day = ["--as-of", "2030-01-01"];
    const answers = await Promise.all(
      [
        [...db, ...day, "--json", "account", "list"],
        [...db, "account", "--json", ...day, "list"],
        ["account", "list", ...day, ...db, "--json"],
        ["account", `--db=${desk.file}`, "list", "--as-of=2030-01-01"],
      ].map((args) => cimpro(args)),
    );
    for (const { code, out } of answers) {
      expect(code).toBe(0);
      expect(out).toBe(answers[0]?.out);
    }
  });
  test("an option before the noun does not hide it", async () => {
    const { out } = await cimpro(["--today", "2025-03-01", ...quote]);
    expect(JSON.parse(out)).toMatchObject({ total: 47_000, trace: [{ facts: { on: "2025-03-01" } }] });
  });
});

describe("what is printed", () => {
  test("JSON when nobody reads, on one line", async () => {
    const { out, err } = await cimpro(quote);
    expect(out).toMatch(/^\{.*\}\n$/);
    expect(JSON.parse(out)).toMatchObject({ currency: "USD", minutes: 120, leadTime: "standard", total: 47_000 });
    expect(err).toBe("");
  });
  test("a table without colours when asked for in a pipe", async () => {
    const { out } = await cimpro([...quote, "--no-json"]);
    expect(out).toBe(
      ["Line   Time  Per hour   Amount", "labor   2 h   $235.00  $470.00", "total                  $470.00", ""].join(
        "\n",
      ),
    );
  });
  test("--explain tells the steps and the rules", async () => {
    const { out } = await cimpro([...quote, "--no-json", "--explain"]);
    expect(out).toContain("How it was worked out");
    expect(out).toMatch(/RATE-5 +Minutes become an amount once +our decision/);
  });
  test("--explain on the books reads the clauses of the policy in force", async () => {
    const desk = newDesk();
    await desk.ask("account", "open", "--name", "Acme");
    const { out } = await desk.run("account", "standing", "acme", "--no-json", "--explain");
    expect(out).toContain("In good standing.");
    expect(out).toMatch(/INV-5 +Stoppage of work +S0/);
  });
  test("--quiet leaves the notes out", async () => {
    const { err } = await newDesk().run("account", "open", "--name", "Acme", "--quiet");
    expect(err).toBe("");
  });
  test("steering signs in the books do not reach the terminal", async () => {
    const desk = newDesk();
    await desk.ask("account", "open", "--name", "Acme");
    await desk.ask("time", "log", "1h", "--account", "acme", "--note", "red \u001b[31m and\nmore");
    const { out } = await desk.run("time", "list", "--no-json");
    expect(out).toContain("red  [31m and more");
    expect(out).not.toContain("\u001b");
  });
  test("a reader that has seen enough is no fault", async () => {
    const { code, err } = await cimpro(["policy", "show"], { closeAfter: 10 });
    expect([code, err]).toEqual([0, ""]);
  });
});

describe("--dry-run", () => {
  test("answers as the write would, and keeps nothing", async () => {
    const desk = newDesk();
    await desk.ask("account", "open", "--name", "Acme");
    const log = ["time", "log", "1h", "--account", "acme", "--id", "018e0be8-f400-8f53-bd64-47d680e532da"];
    const rehearsed = await desk.ask<{ cover: object }>(...log, "--dry-run");
    expect(await desk.ask("time", "list")).toEqual({ items: [] });
    expect((await desk.ask<{ cover: object }>(...log)).cover).toEqual(rehearsed.cover);
    expect(await desk.ask("invoice", "run", "--through", "2025-01-01", "--dry-run")).toMatchObject({ invoices: [] });
    expect((await desk.ask<{ journalRows: number }>("verify")).journalRows).toBe(3);
  });
});

describe("--idempotency-key", () => {
  test("the same write again is answered and not done; another write is a conflict", async () => {
    const desk = newDesk();
    await desk.ask("account", "open", "--name", "Acme");
    const log = (duration: string) => ["time", "log", duration, "--account", "acme", "--idempotency-key", "k1"];
    const first = await desk.ask(...log("1h"));
    expect(await desk.ask(...log("1h"))).toEqual(first);
    expect(await desk.refused(...log("2h"))).toMatchObject({ exit: 4, code: "KEY_REUSED" });
    expect(await desk.ask("time", "list")).toMatchObject({ items: [{ minutes: 60 }] });
    expect(await desk.refused(...log("1h"), "--idempotency-key", "x".repeat(201))).toMatchObject({ exit: 2 });
  });
  test("without one, saying it twice is two", async () => {
    const desk = newDesk();
    await desk.ask("account", "open", "--name", "Acme");
    await desk.ask("time", "log", "1h", "--account", "acme");
    await desk.ask("time", "log", "1h", "--account", "acme");
    expect((await desk.ask<{ items: object[] }>("time", "list")).items).toHaveLength(2);
  });
});

describe("--limit", () => {
  test("lists are whole unless it says how many, however many pages that takes", async () => {
    const desk = newDesk();
    await desk.ask("account", "open", "--name", "Acme");
    const csv = join(folder(), "time.csv");
    const { writeFileSync } = await import("node:fs");
    const rows = Array.from({ length: 1203 }, (_, at) => `${at},Acme,Ann,2025-03-0${1 + (at % 9)},15`);
    writeFileSync(csv, ["id,account,worker,date,minutes", ...rows].join("\n"));
    const map = join(folder(), "map.json");
    const columns = { externalId: "id", account: "account", worker: "worker", date: "date", minutes: "minutes" };
    writeFileSync(map, JSON.stringify({ format: "csv", columns, date: { formats: ["yyyy-MM-dd"] } }));
    await desk.ask("time", "import", csv, "--map", map);
    const listed = async (...args: readonly string[]) =>
      (await desk.ask<{ items: { id: string }[] }>("time", "list", ...args)).items;
    const all = await listed();
    expect(new Set(all.map(({ id }) => id)).size).toBe(1203);
    expect(await listed("--limit", "3")).toEqual(all.slice(0, 3));
    expect(await listed("--limit", "700")).toEqual(all.slice(0, 700));
  });
});

describe("who did it", () => {
  test("the journal names the user of this machine", async () => {
    const desk = newDesk();
    await desk.ask("account", "open", "--name", "Acme");
    const { items } = await desk.ask<{ items: { actor: string }[] }>("journal", "list", "--stream", "acme");
    expect(items[0]?.actor).toMatch(/^local:./);
  });
  test("and the clock is this machine's unless --today says otherwise", async () => {
    const desk = newDesk();
    const begun = Date.now();
    expect(await desk.ask("account", "open", "--name", "Acme", "--today", "2025-03-01")).toMatchObject({
      openedOn: "2025-03-01",
    });
    const recorded = new Sqlite(desk.file).prepare("select recorded_at from journal").pluck().all();
    for (const at of recorded) expect(Date.parse(String(at))).toBeGreaterThanOrEqual(begun);
  });
});

describe("over HTTP without a server", () => {
  test("a write says with which key to repeat it", async () => {
    const desk = deskOn(["--api", "http://127.0.0.1:1"]);
    const refused = await desk.refused("account", "open", "--name", "Acme");
    expect(refused).toMatchObject({ exit: 70, code: "API_UNREACHABLE" });
    expect(refused.message).toContain(`--idempotency-key ${refused.details?.idempotencyKey}`);
    expect((await desk.refused("account", "list")).details).toBeUndefined();
  });
  test("an address that is none is malformed", async () => {
    expect(await deskOn(["--api", "practice"]).refused("account", "list")).toMatchObject({
      exit: 2,
      code: "MALFORMED",
      issues: [{ path: "--api" }],
    });
  });
});
