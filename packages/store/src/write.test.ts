import { setTimeout as rest } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { account, command, did, entry, logTime, now, type OpenedStore, openAccount, stores } from "../test/books.ts";
import { type Books, Refused } from "./index.ts";
import { openStore, type Store } from "./store.ts";

describe.each(stores)("the one door for writes on %s", (_engine, open) => {
  let books: OpenedStore;
  let store: Store;
  let other: Store;
  beforeAll(async () => {
    books = await open();
    store = books.store;
    other = await openStore(books.url, { schema: "require", now: () => now });
    for (const id of ["acme", "beta"]) await openAccount(store, account(id));
  });
  afterAll(async () => {
    await other.close();
    await books.close();
  });

  const stream = (id: string) => store.read(({ journal }) => journal.list({ stream: id, limit: 100 }));
  const headOf = (id: string) => store.read(({ accounts }) => accounts.head(id));
  const rejected = (code: string) => ({ rejection: expect.objectContaining({ code }) });
  let ids = 0;
  const fresh = () => {
    ids += 1;
    return entry(`entry-${ids}`);
  };

  test("writes one row of the journal for one command, and moves the head to it", async () => {
    const before = await stream("acme");
    await logTime(store, fresh());
    const [row, ...earlier] = await stream("acme");
    expect(earlier).toEqual(before);
    expect(row).toMatchObject({ type: "time.logged", actor: "ann", recordedAt: now, effectiveOn: "2024-01-02" });
    expect(await headOf("acme")).toMatchObject({ seq: row?.seq, hash: row?.hash });
  });

  test("writes none where nothing happened, and none where it is refused", async () => {
    const before = await stream("acme");
    expect(await store.write(command("acme", "time.logged"), async () => did("nothing", null))).toBe("nothing");
    const refused = store.write(command("acme", "time.logged"), async ({ entries }) => {
      await entries.insert([fresh()]);
      throw new RangeError("no");
    });
    await expect(refused).rejects.toThrow("no");
    expect(await stream("acme")).toEqual(before);
    expect(await store.read(({ entries }) => entries.find("acme", `entry-${ids}`))).toBeUndefined();
  });

  test("refuses an account that is not there, unless the command opens it", async () => {
    await expect(logTime(store, entry("x", { account: "nobody" }))).rejects.toMatchObject(rejected("NOT_FOUND"));
    await openAccount(store, account("gamma"));
    expect((await stream("gamma")).map(({ seq, type }) => [seq, type])).toEqual([[1, "account.opened"]]);
    const nothing = command("delta", "account.opened", { opens: true });
    await store.write(nothing, async () => did(null, null));
    expect(await headOf("delta")).toBeUndefined();
  });

  describe("with a key", () => {
    const log = (key: string, input: unknown, more = {}) => {
      const logged = fresh();
      return logTime(store, logged, { key, input, ...more });
    };

    test("answers the same input with the first answer, and does nothing again", async () => {
      const first = await log("same", { minutes: 60 });
      const before = await stream("acme");
      expect(await log("same", { minutes: 60 })).toEqual(first);
      expect(await stream("acme")).toEqual(before);
    });

    test("reads an input in any order of its keys", async () => {
      const first = await log("order", { a: 1, b: { c: 2, d: 3 } });
      expect(await log("order", { b: { d: 3, c: 2 }, a: 1 })).toEqual(first);
    });

    test("refuses another input, and another command", async () => {
      await log("taken", { minutes: 60 });
      await expect(log("taken", { minutes: 61 })).rejects.toMatchObject(rejected("KEY_REUSED"));
      await expect(log("taken", { minutes: 60 }, { type: "time.amended" })).rejects.toBeInstanceOf(Refused);
    });

    test("takes the key for another one where the actor or the stream is another", async () => {
      const first = await log("mine", {});
      const theirs = await log("mine", {}, { actor: "bo" });
      const elsewhere = await logTime(store, entry("b", { account: "beta" }), { key: "mine", input: {} });
      expect(new Set([first.id, theirs.id, elsewhere.id]).size).toBe(3);
    });

    test("remembers it although nothing happened", async () => {
      const ask = (answer: string) =>
        store.write(command("acme", "asked", { key: "idle" }), async () => did(answer, null));
      expect(await ask("first")).toBe("first");
      expect(await ask("second")).toBe("first");
    });

    test("does it once for many who ask at the same time", async () => {
      const both = [store, other];
      const answers = await Promise.all(
        Array.from({ length: 10 }, (_, at) => logTime(both[at % 2] ?? store, fresh(), { key: "race", input: 1 })),
      );
      expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    });
  });

  describe("as a dry run", () => {
    test("answers as if, and keeps nothing: no row, no number, no key", async () => {
      const before = await Promise.all([
        stream("acme"),
        headOf("acme"),
        store.read(({ numbers }) => numbers.counters()),
      ]);
      const dry = command("acme", "time.logged", { dryRun: true, key: "dry", input: 1 });
      const answer = await store.write(dry, async ({ entries, numbers }, head) => {
        await entries.insert([entry("dry", { sequence: head.nextEntrySequence(1) })]);
        return did([await numbers.next("invoice"), (await entries.find("acme", "dry"))?.minutes]);
      });
      expect(answer).toEqual(["INV-000001", 60]);
      expect(
        await Promise.all([stream("acme"), headOf("acme"), store.read(({ numbers }) => numbers.counters())]),
      ).toEqual(before);
      expect(await store.read(({ entries }) => entries.find("acme", "dry"))).toBeUndefined();
      expect((await logTime(store, entry("wet"), { key: "dry", input: 2 })).id).toBe("wet");
    });

    test("opens no account", async () => {
      const opens = command("epsilon", "account.opened", { opens: true, dryRun: true });
      await store.write(opens, async ({ accounts }) => {
        await accounts.insert(account("epsilon"));
        return did(null);
      });
      expect(await headOf("epsilon")).toBeUndefined();
    });
  });

  test("lets one command after the other into an account: none works on what another is changing", async () => {
    let inside = 0;
    const visit = (through: Store) =>
      through.write(command("acme", "visited"), async (_books: Books, head) => {
        inside += 1;
        expect(inside).toBe(1);
        await rest(2);
        inside -= 1;
        return did([head.nextEntrySequence(2), head.seq]);
      });
    const visits = await Promise.all(Array.from({ length: 12 }, (_, at) => visit(at % 2 === 0 ? store : other)));
    const inOrder = visits.toSorted(([a = 0], [b = 0]) => a - b);
    for (const [at, [sequence = 0, seq = 0]] of inOrder.entries()) {
      const [first = 0, firstSeq = 0] = inOrder[0] ?? [];
      expect([sequence, seq]).toEqual([first + 2 * at, firstSeq + at]);
    }
  });

  test("gives sequences that never meet, and keeps the closed days", async () => {
    const outcome = await store.write(command("beta", "counted"), async (_books, head) => {
      const given = [
        head.nextEntrySequence(3),
        head.nextEntrySequence(1),
        head.nextAllowanceSequence(),
        head.hasAllowances,
      ];
      head.closedThrough = "2024-01-15";
      return did(given);
    });
    const [first] = outcome;
    expect(outcome).toEqual([first, Number(first) + 3, 1, false]);
    const next = await store.write(command("beta", "counted"), async (_books, head) =>
      did([head.nextEntrySequence(1), head.nextAllowanceSequence(), head.closedThrough, head.hasAllowances]),
    );
    expect(next).toEqual([Number(first) + 4, 2, "2024-01-15", true]);
  });
});
