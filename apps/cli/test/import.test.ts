import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { userInfo } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import Sqlite from "better-sqlite3";
import { describe, expect, test } from "vitest";
import { type Desk, folder, newDesk, started } from "./cimpro.ts";
import { served } from "./served.ts";

const map = {
  format: "csv",
  source: "sheet",
  columns: { externalId: "id", account: "client", worker: "who", date: "day", minutes: "minutes", note: "note" },
  date: { formats: ["yyyy-MM-dd"] },
  createMissing: true,
};

/** A file and its map in a folder of the test. */
function sheet(rows: readonly string[], changes: object = {}): { readonly csv: string; readonly map: string } {
  const place = folder();
  const csv = join(place, "time.csv");
  writeFileSync(csv, ["id,client,who,day,minutes,note", ...rows].join("\n"));
  writeFileSync(join(place, "map.json"), JSON.stringify({ ...map, ...changes }));
  return { csv, map: join(place, "map.json") };
}

const mixed = [
  "1,Acme,Ann,2025-03-03,90,Mapping",
  "2,Acme,Ann,2025-03-04,30,",
  "3,Acme,Ann,someday,30,When?",
  "4,Globex,Bo,2025-03-04,0,Nothing",
  "5,Globex,Bo,2025-03-05,2000,Too long",
];

const places: readonly (readonly [name: string, desk: () => Promise<Desk>])[] = [
  ["a file", async () => newDesk()],
  ["a served practice", async () => (await served()).admin],
];

describe.each(places)("an import into %s", (_name, open) => {
  test("takes in what it can, keeps the rest beside the file, and knows all of it the next time", async () => {
    const { ask } = await open();
    const { csv, map } = sheet(mixed);
    const rejected = { rejected: 3, byReason: { "bad-date": 1, "zero-minutes": 1, "over-a-day": 1 } };
    expect(await ask("time", "import", csv, "--map", map)).toEqual({
      ...{ rows: 5, accepted: 2, acceptedMinutes: 120, duplicates: 0, ...rejected },
      rejectedFile: `${csv}.rejected.csv`,
    });
    const lines = readFileSync(`${csv}.rejected.csv`, "utf8").split("\n");
    expect(lines[0]).toBe("\ufeffline,reason,message,id,client,who,day,minutes,note,row mark");
    expect(lines[1]).toMatch(/^4,bad-date,.*,3,Acme,Ann,someday,30,When\?,[0-9a-f.]+$/);
    expect(await ask("time", "import", csv, "--map", map)).toMatchObject({ accepted: 0, duplicates: 2, ...rejected });
    expect(await ask("verify")).toMatchObject({ ok: true, minutes: { worked: 120, open: 120 } });
  });
});

describe("an import", () => {
  test("ends with 1 under --strict when a row was rejected, and still answers", async () => {
    const { run } = newDesk();
    const { csv, map } = sheet(mixed);
    const { code, out } = await run("time", "import", csv, "--map", map, "--strict");
    expect([code, JSON.parse(out).rejected]).toEqual([1, 3]);
  });
  test("in a rehearsal tells the same and keeps nothing", async () => {
    const desk = newDesk();
    await desk.ask("account", "open", "--name", "Acme");
    const { csv, map } = sheet(mixed);
    expect(await desk.ask("time", "import", csv, "--map", map, "--dry-run")).toMatchObject({
      accepted: 2,
      acceptedMinutes: 120,
      rejected: 3,
    });
    expect(await desk.ask("time", "list")).toEqual({ items: [] });
    expect(await desk.ask("account", "list")).toMatchObject({ items: [{ id: "acme" }] });
  });
  test("takes a timeclock log for that of whoever takes it in, unless it is said whose it is", async () => {
    const desk = newDesk();
    const log = join(folder(), "work.timeclock");
    writeFileSync(log, "i 2025/03/04 09:00:00 Acme:Portal\no 2025/03/04 10:00:00\n");
    await desk.ask("time", "import", log, "--map", "timeclock");
    await desk.ask("time", "import", log, "--map", "timeclock", "--worker", "Ann");
    const { items } = await desk.ask<{ items: { worker: string }[] }>("time", "list");
    expect(items.map(({ worker }) => worker).toSorted()).toEqual(["Ann", userInfo().username].toSorted());
  });
  test("puts what the books refuse into the same file as what the map refuses", async () => {
    const desk = newDesk();
    await desk.ask("account", "open", "--name", "Acme", "--opened-on", "2025-03-01");
    await desk.ask("allowance", "buy", "--account", "acme", "--hours", "10", "--today", "2025-03-03");
    const { csv, map } = sheet([...mixed, "6,Nobody,Cy,2025-03-03,30,"], { createMissing: false });
    expect(await desk.ask("time", "import", csv, "--map", map, "--today", "2025-03-10")).toMatchObject({
      accepted: 1,
      byReason: { "bad-date": 1, "zero-minutes": 1, "over-a-day": 1, "account-stopped": 1, "no-account": 1 },
    });
    const kept = readFileSync(`${csv}.rejected.csv`, "utf8");
    expect(kept).toMatch(/^3,account-stopped,.*INV-000001.*,2,Acme,Ann,2025-03-04,30,,[0-9a-f.]+$/m);
    expect(kept).toMatch(/^7,no-account,/m);
    expect(
      await desk.ask("time", "import", csv, "--map", map, "--today", "2025-03-10", "--override", "Agreed by phone"),
    ).toMatchObject({ accepted: 1, duplicates: 1 });
  });
  test.each([
    ["no such file", ["time", "import", "nowhere.csv", "--map", "toggl"], 3, "NOT_FOUND"],
    ["no such map", ["time", "import", import.meta.filename, "--map", "tempo"], 2, "MALFORMED"],
    ["a file that is none", ["time", "import", process.execPath, "--map", "toggl"], 2, "MALFORMED"],
  ])("of %s is told", async (_what, args, exit, code) => {
    const desk = newDesk();
    await desk.ask("account", "open", "--name", "Acme");
    expect(await desk.refused(...args)).toMatchObject({ exit, code });
  });
  test("that is killed on the way and run again loses nothing and doubles nothing", async () => {
    const desk = newDesk();
    const days = Array.from({ length: 28 }, (_, at) => `2025-02-${String(at + 1).padStart(2, "0")}`);
    const rows = Array.from({ length: 30_000 }, (_, at) => `${at},Client ${at % 7},Ann,${days[at % 28]},5,Row ${at}`);
    const { csv, map } = sheet(rows);
    await desk.ask("migrate");
    const child = started(["time", "import", csv, "--map", map, "--db", desk.file]);
    const ended = once(child, "exit");
    const counted = async () => (await desk.ask<{ minutes: { worked: number } }>("verify")).minutes.worked / 5;
    // As soon as something is in the books, and long before everything is: asked of the file, which answers at once.
    const file = new Sqlite(desk.file, { readonly: true });
    const anything = file.prepare("select 1 from time_entry limit 1");
    while (anything.get() === undefined) await setTimeout(2);
    child.kill("SIGKILL");
    file.close();
    expect(await ended).toEqual([null, "SIGKILL"]);
    const before = await counted();
    expect(before).toBeGreaterThan(0);
    expect(before).toBeLessThan(30_000);
    expect(await desk.ask("time", "import", csv, "--map", map)).toMatchObject({
      rows: 30_000,
      accepted: 30_000 - before,
      duplicates: before,
      rejected: 0,
    });
    expect(await desk.ask("verify")).toMatchObject({ ok: true, minutes: { worked: 150_000, open: 150_000 } });
  });
});
