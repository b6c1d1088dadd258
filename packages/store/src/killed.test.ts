import { existsSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { account, now, type OpenedStore, openAccount, stores } from "../test/books.ts";
import { completeBooks } from "../test/complete-books.ts";
import { freshFile, type Place } from "../test/engines.ts";
import { program } from "../test/processes.ts";
import { backupTo } from "./backup.ts";
import { openStore } from "./store.ts";
import { verifyBooks } from "./verify.ts";

/** The numbers of statements at which a process is killed: from the first to more than there are. */
const moments = Array.from({ length: 8 }, (_, power) => 5 ** power);

/** Does the work in a process of its own that is killed at that statement; whether it was, and did not end before. */
async function killedAt(statement: number, work: string, url: string, file: string): Promise<boolean> {
  const doomed = program("die-at", `${statement}`, work, url, file);
  const done = await doomed.result().catch((error: unknown) => {
    if (doomed.child.signalCode !== "SIGKILL") throw error;
    return "killed";
  });
  expect(["done", "killed"]).toContain(done);
  return done === "killed";
}

/** Which accounts the books have, or what is wrong with them. */
async function stateOf(url: string): Promise<string> {
  const store = await openStore(url, { schema: "require", now: () => now });
  try {
    const { ok, problems } = await verifyBooks(store.database);
    if (!ok) return `damaged: ${JSON.stringify(problems[0])}`;
    return (await store.read((books) => books.accounts.list({ limit: 10 }))).map(({ id }) => id).join(" ");
  } finally {
    await store.close();
  }
}

describe.each(stores)("killed at any of its statements on %s", (_engine, open) => {
  let old: OpenedStore;
  let full: OpenedStore;
  let room: Place;
  let file: string;
  beforeEach(async () => {
    [old, full, room] = [await open(), await open(), freshFile()];
    file = `${room.url}.backup`;
    await openAccount(old.store, account("old"));
    await completeBooks(full.store);
  });
  afterEach(async () => {
    for (const books of [old, full]) await books.close();
    await room.remove();
  });

  /** What the books at an address are like after each moment at which the work was killed, and at last when it was done. */
  async function outcomes(work: string, url: string, look: () => Promise<string>) {
    const found: string[] = [];
    for (const moment of moments) {
      const killed = await killedAt(moment, work, url, file);
      found.push(await look());
      if (!killed) return found;
    }
    throw new Error(`${work} runs more statements than there are moments`);
  }

  test("a restore leaves the books that were there, or all of those of the backup", async () => {
    const restored = await stateOf(full.url);
    await backupTo(full.store, file);
    await old.store.close();
    const found = await outcomes("restore", old.url, () => stateOf(old.url));
    expect(found.length).toBeGreaterThan(3);
    expect(found.at(-1)).toBe(restored);
    expect(new Set(found)).toEqual(new Set(["old", restored]));
  });

  test("the control: one that kept its halves one after the other would be found out", async () => {
    const restored = await stateOf(full.url);
    await backupTo(full.store, file);
    await old.store.close();
    const found = await outcomes("restore-in-halves", old.url, () => stateOf(old.url));
    expect(new Set(found).size).toBeGreaterThan(2);
    expect(found.at(-1)).toBe(restored);
  });

  test("a backup is there whole, or is not there, and harms no books", async () => {
    const books = await stateOf(full.url);
    const found = await outcomes("backup", full.url, async () => {
      expect(await stateOf(full.url)).toBe(books);
      return existsSync(file) ? stateOf(file) : "none";
    });
    expect(found[0]).toBe("none");
    expect(new Set(found)).toEqual(new Set(["none", books]));
  });

  test("a backup leaves one that it would replace, until its own is whole", async () => {
    await backupTo(old.store, file);
    const found = await outcomes("backup", full.url, () => stateOf(file));
    expect(new Set(found)).toEqual(new Set(["old", await stateOf(full.url)]));
  });
});
