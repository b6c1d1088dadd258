import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { account, command, did, entry, logTime, type OpenedStore, openAccount, stores } from "../test/books.ts";
import type { Tx } from "./engines/database.ts";
import { journal, practiceStream, rowHash, sealRow } from "./journal.ts";
import type { JournalRow } from "./tables.ts";
import { verifyBooks } from "./verify.ts";

describe.each(stores)("the chain of the journal on %s", (_engine, open) => {
  let books: OpenedStore;
  beforeEach(async () => {
    books = await open();
    await openAccount(books.store, account("acme"));
    await openAccount(books.store, account("beta"));
    for (const id of ["a", "b", "c"]) await logTime(books.store, entry(id), { key: `key ${id}` });
    await logTime(books.store, entry("other", { account: "beta" }));
  });
  afterEach(() => books.close());

  const inRows = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => books.store.database.write(work);
  const rowAt = (tx: Tx, seq: number, stream = "acme"): Promise<JournalRow> =>
    tx.db
      .selectFrom("journal")
      .selectAll()
      .where("stream", "=", stream)
      .where("seq", "=", seq)
      .executeTakeFirstOrThrow();
  const set = (tx: Tx, seq: number, changes: Partial<JournalRow>) =>
    tx.db.updateTable("journal").set(changes).where("stream", "=", "acme").where("seq", "=", seq).execute();
  const remove = (tx: Tx, seq: number) =>
    tx.db.deleteFrom("journal").where("stream", "=", "acme").where("seq", "=", seq).execute();
  const faults = async () =>
    (await books.store.read(({ journal }) => journal.verify())).problems.map(
      ({ stream, seq, message }) => `${stream} ${seq}: ${message}`,
    );

  test("holds, stream by stream, from the first row to the head", async () => {
    expect(await books.store.read(({ journal }) => journal.verify())).toEqual({ rows: 7, problems: [] });
    const heads = await books.store.read(({ accounts }) => accounts.heads());
    expect(heads.map(({ account, seq }) => [account, seq])).toEqual([
      [practiceStream, 1],
      ["acme", 4],
      ["beta", 2],
    ]);
    for (const head of heads) expect(head.hash).toBe((await inRows((tx) => rowAt(tx, head.seq, head.account))).hash);
  });

  const edits: readonly (readonly [what: string, change: Partial<JournalRow>])[] = [
    ["what was stated", { data: '{"entry":{"minutes":1}}' }],
    ["its salt", { salt: "0" }],
    ["its fingerprint", { data_hash: "0" }],
    ["its type", { type: "time.guessed" }],
    ["who did it", { actor: "nobody" }],
    ["when", { recorded_at: "2024-01-11T09:00:00.000Z" }],
    ["the day it counts from", { effective_on: "2023-01-01" }],
    ["its key", { key: "another" }],
    ["what was asked", { input_hash: "0" }],
    ["what was answered", { answer: '{"minutes":1}' }],
    ["the row before it", { prev_hash: "0" }],
    ["its own hash", { hash: "0" }],
    ["its data, taken away but for its salt", { data: null }],
    ["its data, taken away but for the answer", { data: null, salt: null }],
  ];
  test.each(edits)("is broken by an edit of %s", async (_what, change) => {
    await inRows((tx) => set(tx, 3, change));
    expect(await faults()).toContainEqual(expect.stringMatching(/^acme [34]: /));
  });

  test("is broken by an edit whose hashes were worked out anew: the next row remembers", async () => {
    await inRows(async (tx) => {
      const row = await rowAt(tx, 3);
      const sealed = sealRow({ ...row, data: '{"entry":{}}', answer: row.answer });
      await set(tx, 3, { ...sealed, hash: rowHash(sealed) });
    });
    expect(await faults()).toEqual(["acme 4: It does not follow the row before it."]);
  });

  test.each([1, 2, 3])("is broken when row %d is deleted", async (seq) => {
    await inRows((tx) => remove(tx, seq));
    expect(await faults()).toContain(`acme ${seq + 1}: Row ${seq} is missing.`);
  });

  test("is broken when the last row is deleted, whether or not the head is set back", async () => {
    await inRows((tx) => remove(tx, 4));
    expect(await faults()).toEqual(["acme 4: The stream does not end where its head says."]);
    await inRows(async (tx) => {
      const { seq, hash } = await rowAt(tx, 3);
      await tx.db.updateTable("account_head").set({ seq, hash }).where("account", "=", "acme").execute();
    });
    expect(await faults()).toEqual([]);
    // The chain alone cannot tell, but the entry is still there.
    const { problems } = await verifyBooks(books.store.database);
    expect(problems).toContainEqual({
      check: "journal",
      at: "acme entry c",
      message: "The journal does not tell of it.",
    });
  });

  test("is broken when rows change places", async () => {
    await inRows(async (tx) => {
      await set(tx, 2, { seq: 99 });
      await set(tx, 3, { seq: 2 });
      await set(tx, 99, { seq: 3 });
    });
    expect(await faults()).toContain("acme 2: It does not follow the row before it.");
  });

  test("is broken when a row moves to another stream", async () => {
    await inRows(async (tx) => {
      const row = await rowAt(tx, 4);
      await remove(tx, 4);
      await journal(tx).append({ ...row, stream: "beta", seq: 3 });
    });
    expect((await faults()).map((fault) => fault.split(":")[0])).toEqual(expect.arrayContaining(["acme 4", "beta 3"]));
  });

  test("is broken by a head that says otherwise, and by rows without one", async () => {
    await inRows((tx) => tx.db.updateTable("account_head").set({ hash: "0" }).where("account", "=", "acme").execute());
    expect(await faults()).toEqual(["acme 4: The stream does not end where its head says."]);
    await inRows((tx) => tx.db.deleteFrom("account_head").where("account", "=", "acme").execute());
    expect(await faults()).toEqual(["acme 0: The stream has rows but no head."]);
  });

  test("holds when a row is redacted, which a later row must say", async () => {
    await inRows((tx) => set(tx, 3, { data: null, salt: null, answer: null }));
    expect(await faults()).toEqual([]);
    const found = async () => (await verifyBooks(books.store.database)).problems;
    const message = "Its data is gone, and no later row says that it was redacted.";
    expect(await found()).toEqual([{ check: "journal", at: "acme 3", message }]);
    await books.store.write(command("acme", "journal.redacted"), async () => did(null, { seq: 3 }));
    expect(await found()).toEqual([]);
  });
});

describe.each(stores)("the journal on %s", (_engine, open) => {
  let books: OpenedStore;
  beforeAll(async () => {
    books = await open();
    for (const id of ["acme", "beta"]) {
      await openAccount(books.store, account(id));
      for (const number of [1, 2, 3])
        await logTime(books.store, entry(`${id}-${number}`, { account: id }), {
          recordedAt: `2024-02-0${number}T00:00:00.000Z`,
        });
    }
  });
  afterAll(() => books.close());

  test("is listed newest first, the same instant by stream and number, and page by page", async () => {
    const seen: string[] = [];
    for (let before: { recordedAt: string; stream: string; seq: number } | undefined; ; ) {
      const page = await books.store.read(({ journal }) => journal.list({ limit: 2, before }));
      seen.push(...page.map(({ stream, seq }) => `${stream} ${seq}`));
      before = page.at(-1);
      if (page.length < 2) break;
    }
    const order = "beta 4,acme 4,beta 3,acme 3,beta 2,acme 2,beta 1,acme 1,@practice 1";
    expect(seen.join()).toBe(order);
  });

  test("is listed by stream and by type, with what was stated", async () => {
    const listed = await books.store.read(({ journal }) =>
      journal.list({ stream: "acme", type: "time.logged", limit: 9 }),
    );
    expect(listed.map(({ seq }) => seq)).toEqual([4, 3, 2]);
    expect(listed[0]).toMatchObject({ actor: "ann", effectiveOn: "2024-01-02", data: { entry: { id: "acme-3" } } });
  });

  test("is listed by number within a stream, also after the clock went back, and page by page", async () => {
    await openAccount(books.store, account("gamma"));
    for (const [id, day] of [
      ["before", "2024-03-05"],
      ["after", "2024-03-01"],
      ["last", "2024-03-04"],
    ] as const)
      await logTime(books.store, entry(`gamma-${id}`, { account: "gamma" }), { recordedAt: `${day}T00:00:00.000Z` });
    const list = (more: {
      readonly limit: number;
      readonly before?: { recordedAt: string; stream: string; seq: number };
    }) => books.store.read(({ journal }) => journal.list({ stream: "gamma", ...more }));
    expect((await list({ limit: 9 })).map(({ seq }) => seq)).toEqual([4, 3, 2, 1]);
    const [newest] = await list({ limit: 1 });
    expect(newest).toMatchObject({ seq: 4, data: { entry: { id: "gamma-last" } } });
    if (newest !== undefined) expect((await list({ limit: 2, before: newest })).map(({ seq }) => seq)).toEqual([3, 2]);
  });
});
