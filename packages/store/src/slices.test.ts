import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { account, entry, type OpenedStore, openAccount, slice, stores } from "../test/books.ts";
import { giveBack, settle, takenOf } from "../test/money.ts";
import type { Books } from "./books.ts";
import { slicesHash } from "./slices.ts";
import type { SliceRow } from "./tables.ts";

describe.each(stores)("slices on %s", (_engine, open) => {
  let opened: OpenedStore;
  beforeAll(async () => {
    opened = await open();
    for (const id of ["acme", "beta"]) await openAccount(opened.store, account(id));
  });
  afterAll(() => opened.close());
  beforeEach(() =>
    opened.store.database.write(async ({ db }) => {
      for (const table of ["slice", "returned_slice", "time_entry"] as const) await db.deleteFrom(table).execute();
    }),
  );
  const change = <T>(work: (books: Books) => Promise<T>): Promise<T> => opened.store.touch(work);
  const read = <T>(work: (books: Books) => Promise<T>): Promise<T> => opened.store.read(work);
  const insert = (...rows: readonly SliceRow[]) => change((books) => settle(books, ...rows));
  const covered = { kind: "allowance", grant_id: "hours", invoice: null, line: null } as const;

  test("cannot bill a minute twice: the database refuses a second one at its place (INV-4)", async () => {
    await change(({ entries }) => entries.insert([entry("a"), entry("b")]));
    await insert(slice("a"));
    await expect(insert(slice("a", { invoice: "INV-000002" }))).rejects.toThrow(/unique/i);
    await expect(insert(slice("a", covered))).rejects.toThrow(/unique/i);
    await expect(insert(slice("b"), slice("b", { line: 2 }))).rejects.toThrow(/unique/i);
    expect((await read(({ slices }) => slices.ofEntries("acme", ["a", "b"]))).map(({ place }) => place)).toEqual([
      { kind: "invoice", invoice: "INV-000001", line: 1 },
    ]);
  });

  test.each([
    ["no minutes", { from_minute: 10, to_minute: 10 }],
    ["less than none", { from_minute: 10, to_minute: 9 }],
  ])("of %s are refused", (_what, more) => expect(insert(slice("a", more))).rejects.toThrow(/constraint/i));

  test("of an entry come in order, net of what was given back", async () => {
    await change(({ entries }) => entries.insert([entry("a", { sequence: 1 }), entry("b", { sequence: 2 })]));
    await insert(
      slice("a", { round: 1, to_minute: 20, invoice: "INV-000002" }),
      slice("a", { from_minute: 60, to_minute: 90, ...covered }),
      slice("a"),
      slice("b", { to_minute: 5 }),
      slice("a", { account: "beta" }),
    );
    await change(async (books) => {
      const why = { creditMemo: "CM-000001", on: "2024-01-20" };
      await giveBack(books, [takenOf(slice("a"), 10)], why);
      const [standing] = await books.slices.ofEntries("acme", ["a"]);
      if (standing === undefined) throw new Error("no slice");
      await giveBack(books, [{ ...standing, taken: 15 }], { ...why, creditMemo: "CM-000002" });
    });
    const found = await read(({ slices }) => slices.ofEntries("acme", ["a", "b"]));
    expect(found.map((each) => [each.entry, each.round, each.from, each.minutes])).toEqual([
      ["a", 0, 0, 35],
      ["a", 0, 60, 30],
      ["a", 1, 0, 20],
      ["b", 0, 0, 5],
    ]);
    expect(await read(({ slices }) => slices.ofEntries("acme", []))).toEqual([]);
    const back = await opened.store.database.read((tx) =>
      tx.db
        .selectFrom("returned_slice")
        .select(["from_minute", "to_minute", "credit_memo"])
        .orderBy("from_minute")
        .execute(),
    );
    expect(back).toEqual([
      { from_minute: 35, to_minute: 50, credit_memo: "CM-000002" },
      { from_minute: 50, to_minute: 60, credit_memo: "CM-000001" },
    ]);
  });

  test("cannot be given back twice at the same place", async () => {
    await insert(slice("a"));
    const back = () => change((books) => giveBack(books, [takenOf(slice("a"), 60)], {}));
    await back();
    await expect(back()).rejects.toThrow(/unique/i);
  });

  test("of an invoice come oldest work first, then in order of recording", async () => {
    const days = { late: "2024-01-09", early: "2024-01-02", second: "2024-01-02" };
    await change(({ entries }) =>
      entries.insert([
        entry("late", { sequence: 1, on: days.late }),
        entry("second", { sequence: 3, on: days.second }),
        entry("early", { sequence: 2, on: days.early }),
      ]),
    );
    await insert(
      slice("late", { work_date: days.late, to_minute: 10 }),
      slice("second", { to_minute: 30 }),
      slice("early", { to_minute: 20 }),
      slice("early", { line: 2, from_minute: 20, to_minute: 25 }),
      slice("second", { invoice: "INV-000002", from_minute: 30 }),
    );
    const ofInvoice = await read(({ slices }) => slices.ofInvoice("acme", "INV-000001"));
    expect(ofInvoice).toEqual([
      { line: 1, entry: "early", minutes: 20 },
      { line: 1, entry: "second", minutes: 30 },
      { line: 1, entry: "late", minutes: 10 },
      { line: 2, entry: "early", minutes: 5 },
    ]);
    expect(slicesHash(ofInvoice)).not.toBe(slicesHash(ofInvoice.toReversed()));
    expect(await read(({ slices }) => slices.ofInvoice("beta", "INV-000001"))).toEqual([]);
  });

  test("that were waived are only given back once their entry is reversed", async () => {
    await change(({ entries }) => entries.insert([entry("a", { openMinutes: 0 })]));
    await insert(slice("a"));
    const why = { creditMemo: "CM-000001", reason: "waive" } as const;
    await change((books) => giveBack(books, [takenOf(slice("a"), 60)], why));
    const minutes = async () => (await read(({ minuteAccounts }) => minuteAccounts.byDay()))[0]?.minutes;
    expect(await minutes()).toMatchObject({ invoiced: 0, writtenOff: 60 });
    await change((books) =>
      books.post("acme", { seq: 1, closedThrough: null }, [{ type: "waived-forgotten", entry: "a" }]),
    );
    expect(await minutes()).toMatchObject({ invoiced: 0, writtenOff: 0 });
  });

  test("say what was invoiced since a day, per work date, but not of reversed entries", async () => {
    await change(({ entries }) =>
      entries.insert([entry("a"), entry("b", { on: "2024-01-03" }), entry("gone", { reversedOn: "2024-01-30" })]),
    );
    await insert(
      slice("a", { frozen_on: "2024-01-15" }),
      slice("b", { frozen_on: "2024-01-29", work_date: "2024-01-03", to_minute: 45 }),
      slice("b", { ...covered, from_minute: 45, frozen_on: "2024-01-29", work_date: "2024-01-03" }),
      slice("gone", { frozen_on: "2024-01-29" }),
    );
    const taken = takenOf(slice("a", { frozen_on: "2024-01-15" }), 20);
    await change((books) => giveBack(books, [taken], { creditMemo: "CM-000001", on: "2024-02-02" }));
    const since = async (asOf: string) =>
      (await read(({ invoicedSince }) => invoicedSince("acme", asOf)))
        .toSorted((a, b) => (a.on < b.on ? -1 : 1))
        .map(({ on, minutes }) => `${on} ${minutes}`);
    expect(await since("2024-01-20")).toEqual(["2024-01-02 -20", "2024-01-03 45"]);
    expect(await since("2024-01-02")).toEqual(["2024-01-02 40"]);
    expect(await since("2024-02-02")).toEqual([]);
  });
});
