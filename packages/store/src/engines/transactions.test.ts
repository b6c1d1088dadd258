import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { engines } from "../../test/engines.ts";
import { allNotes, counter, insertNotes, lockCounter, note, notes, on } from "../../test/notes.ts";
import type { Database, Tx } from "./database.ts";

describe.each(engines)("a transaction on %s", (engine, open) => {
  let database: Database;
  let cleanup: () => Promise<void>;
  beforeAll(async () => ({ database, cleanup } = await open([notes])));
  afterAll(() => cleanup());
  const ids = async () => (await allNotes(database)).map(({ id }) => id);

  test("keeps all of it and gives what the work gives", async () => {
    const inserted = await database.write((tx) => insertNotes(tx, [note("kept-1"), note("kept-2")]));
    expect(inserted).toBe(2);
    expect(await ids()).toEqual(expect.arrayContaining(["kept-1", "kept-2"]));
  });

  test("keeps nothing when the work fails, and says why", async () => {
    const change = database.write(async (tx) => {
      await insertNotes(tx, [note("undone")]);
      throw new RangeError("changed my mind");
    });
    await expect(change).rejects.toThrow(new RangeError("changed my mind"));
    expect(await ids()).not.toContain("undone");
  });

  test("after a failed statement can only be undone, even if the work shrugs it off", async () => {
    await database.write((tx) => insertNotes(tx, [note("twice")]));
    const shrugged = database.write(async (tx) => {
      await insertNotes(tx, [note("before")]);
      await insertNotes(tx, [note("twice")]).catch(() => {});
    });
    await expect(shrugged).rejects.toThrow("an earlier statement of this transaction failed");
    expect(await ids()).not.toContain("before");
    expect(await database.write((tx) => insertNotes(tx, [note("after")]))).toBe(1);
  });

  test("includes a statement that nobody awaited", async () => {
    await database.write(async (tx) => {
      void insertNotes(tx, [note("not-awaited")]);
    });
    expect(await ids()).toContain("not-awaited");
  });

  test("undoes a long statement that is still running when the work fails", async () => {
    const rows = Array.from({ length: 20_000 }, (_, place) => note(`running-${place}`));
    const change = database.write(async (tx) => {
      void insertNotes(tx, rows).catch(() => {});
      await new Promise((resolve) => setTimeout(resolve, 5));
      throw new Error("too slow");
    });
    await expect(change).rejects.toThrow("too slow");
    expect((await ids()).filter((id) => id.startsWith("running"))).toEqual([]);
  });

  test("cannot be used once it has ended", async () => {
    const escaped: Tx[] = [];
    await database.write(async (tx) => void escaped.push(tx));
    const [tx] = escaped;
    if (!tx) throw new Error("no transaction");
    await expect(insertNotes(tx, [note("late")])).rejects.toThrow("has ended");
    await expect(on(tx).selectFrom("note").selectAll().execute()).rejects.toThrow();
  });

  test("is not begun inside another", async () => {
    await expect(database.write(() => counter(database, "a"))).rejects.toThrow("inside a transaction");
    await expect(database.read(() => database.write(async () => 1))).rejects.toThrow("inside a transaction");
    // What the outer one left behind does not count as inside it.
    let later: Promise<number> | undefined;
    await database.read(async () => {
      later = new Promise<void>((resolve) => setTimeout(resolve, 20)).then(() => counter(database, "a"));
    });
    expect(await later).toBe(0);
  });

  test("that reads sees one moment, and waits for no writer", async () => {
    await database.read(async (tx) => {
      const before = await on(tx).selectFrom("note").selectAll().execute();
      await outside(() => database.write((other) => insertNotes(other, [note("meanwhile")])));
      expect(await on(tx).selectFrom("note").selectAll().execute()).toEqual(before);
    });
    expect(await ids()).toContain("meanwhile");
  });

  test("that writes is not seen before it is kept", async () => {
    await database.write(async (tx) => {
      await insertNotes(tx, [note("hidden")]);
      expect(await outside(ids)).not.toContain("hidden");
    });
    expect(await ids()).toContain("hidden");
  });

  test("that reads cannot write", async () => {
    await expect(database.read((tx) => insertNotes(tx, [note("smuggled")]))).rejects.toThrow(/read.?only/);
    await expect(database.read((tx) => sql`delete from note`.execute(tx.db))).rejects.toThrow(/read.?only/);
  });

  test("loses nothing to another at the same time", async () => {
    const add = () =>
      database.write(async (tx) => {
        const value = await lockCounter(tx, "b");
        await new Promise((resolve) => setTimeout(resolve, 1));
        await on(tx)
          .updateTable("counter")
          .set({ value: value + 1 })
          .where("id", "=", "b")
          .execute();
      });
    await Promise.all(Array.from({ length: 40 }, add));
    expect(await counter(database, "b")).toBe(40);
  });

  test("in a deadlock is run again", async () => {
    const both = (first: string, second: string) =>
      database.write(async (tx) => {
        await lockCounter(tx, first);
        await new Promise((resolve) => setTimeout(resolve, 50));
        await lockCounter(tx, second);
      });
    await Promise.all([both("a", "b"), both("b", "a"), both("a", "b")]);
  });

  test("is waited for by close, and none begins afterwards", async () => {
    const own = await open([notes]);
    const slow = own.database.write(async (tx) => {
      await new Promise((resolve) => setTimeout(resolve, 50));
      return insertNotes(tx, [note("last")]);
    });
    await Promise.all([own.database.close(), expect(slow).resolves.toBe(1)]);
    await expect(own.database.read(async () => 1)).rejects.toThrow("closed");
    await own.cleanup();
  });

  test(`answers a ping on ${engine}`, () => expect(database.ping()).resolves.toBeUndefined());
});

/** As another caller would: a test's own transaction is not around it. */
const outside = async <T>(work: () => Promise<T>): Promise<T> =>
  new Promise((resolve, reject) => queue.push(() => work().then(resolve, reject)));
const queue: (() => void)[] = [];
setInterval(() => queue.splice(0).forEach((work) => void work()), 1).unref();
