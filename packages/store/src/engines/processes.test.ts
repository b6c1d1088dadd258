import Sqlite from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Place, places } from "../../test/engines.ts";
import { allNotes, counter, increment, insertNotes, note, openNotes } from "../../test/notes.ts";
import { type Program, program } from "../../test/processes.ts";

describe.each(places)("several processes on %s", (engine, place) => {
  let at: Place;
  const started: Program[] = [];
  const start = (name: string, ...words: readonly string[]) => {
    const one = program(name, at.url, ...words);
    started.push(one);
    return one;
  };
  beforeEach(async () => {
    at = await place();
  });
  afterEach(async () => {
    for (const one of started.splice(0)) await one.kill();
    await at.remove();
  });

  test("make one new database together, and lose none of what they write in it", async () => {
    const times = 40;
    const counts = await Promise.all(Array.from({ length: 4 }, () => start("increment", `${times}`).result()));
    expect(Math.max(...counts.map(Number))).toBe(4 * times);
    const database = await openNotes(at.url, "require");
    expect(await counter(database, "a")).toBe(4 * times);
    await database.close();
  });

  test("wait for one that writes without stopping for it", async () => {
    const database = await openNotes(at.url);
    const holder = start("hold");
    expect(await holder.line()).toBe("halfway");

    const waiting = [increment(database, "a"), increment(database, "a")];
    // The rest of the process goes on meanwhile, however long it takes; none of this ends where it does not.
    await ticks(30);
    expect(await allNotes(database)).toEqual([]);
    if (engine === "sqlite") expect(await ticksDuring(async () => waitInTheDriver(at.url))).toBe(0);

    holder.child.stdin?.end();
    await holder.result();
    await Promise.all(waiting);
    expect(await counter(database, "a")).toBe(2);
    expect(await allNotes(database)).toEqual([note("held")]);
    await database.close();
  });

  test("each get their turn beside one that writes without a rest", async () => {
    const restless = start("pairs", "20");
    await restless.line();
    const database = await openNotes(at.url);
    // Whoever gets no turn hangs here.
    for (let time = 0; time < 5; time += 1) await increment(database, "a");
    expect(await counter(database, "a")).toBe(5);
    await restless.kill();
    await database.close();
  });

  test("go on when one is killed while it writes", async () => {
    const holder = start("hold");
    await holder.line();
    await holder.kill();
    const database = await openNotes(at.url, "require");
    expect(await allNotes(database)).toEqual([]);
    await increment(database, "a");
    expect(await counter(database, "a")).toBe(1);
    await database.close();
  });

  test("go on when one is killed while it migrates", async () => {
    const holder = start("hold", "migration");
    await holder.line();
    await expect(openNotes(at.url, "require")).rejects.toMatchObject({ code: "DATABASE_MISSING" });
    const waiting = openNotes(at.url, "create");
    await new Promise((resolve) => setTimeout(resolve, 50));
    await holder.kill();
    const database = await waiting;
    expect(await database.write((tx) => insertNotes(tx, [note("a")]))).toBe(1);
    await database.close();
  });

  test("find what one had kept before it was killed, and no half of anything", async () => {
    const writer = start("pairs");
    const kept: string[] = [];
    for (let pair = 0; pair < 25; pair += 1) kept.push(await writer.line());
    await writer.kill();
    const database = await openNotes(at.url, "require");
    const found = new Set((await allNotes(database)).map(({ id }) => id));
    for (const pair of kept) expect(found).toContain(`${pair}-left`);
    for (const id of found) expect(found).toContain(id.replace("left", "right"));
    expect(found.size % 2).toBe(0);
    await database.close();
  });
});

/** How often a timer of five milliseconds rang meanwhile. */
/** Waits for so many turns of the event loop's timers. */
async function ticks(many: number): Promise<void> {
  for (let tick = 0; tick < many; tick += 1) await new Promise((resolve) => setTimeout(resolve, 5));
}

async function ticksDuring(work: () => Promise<unknown>): Promise<number> {
  let ticks = 0;
  const timer = setInterval(() => {
    ticks += 1;
  }, 5);
  await work();
  clearInterval(timer);
  return ticks;
}

/** The control: what the driver's own timeout does to everything else in the process. */
async function waitInTheDriver(file: string): Promise<void> {
  const db = new Sqlite(file, { timeout: 100 });
  expect(() => db.exec("begin immediate")).toThrow("locked");
  db.close();
}
