import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { account, draft, line, type OpenedStore, openAccount, payment, stores } from "../test/books.ts";
import { issue, pay } from "../test/money.ts";
import type { Books } from "./books.ts";
import { slicesHash } from "./slices.ts";

describe.each(stores)("invoices on %s", (_engine, open) => {
  let opened: OpenedStore;
  beforeEach(async () => {
    opened = await open();
    for (const id of ["acme", "beta"]) await openAccount(opened.store, account(id));
  });
  afterEach(() => opened.close());
  const change = <T>(work: (books: Books) => Promise<T>): Promise<T> => opened.store.touch(work);
  const read = <T>(work: (books: Books) => Promise<T>): Promise<T> => opened.store.read(work);
  const insert = (number: string, more: Parameters<typeof draft>[1] = {}) =>
    change(({ invoices }) => invoices.insert(draft([line(1)], more), number));
  const noPeriod = { kind: "allowance", period: null } as const;

  test("freeze the document as it was drafted; its slices are rows beside it (INV-3)", async () => {
    const slices = [
      { entry: "a", minutes: 40 },
      { entry: "b", minutes: 20 },
    ];
    const labor = line(1, { slices, deliverable: "site" });
    const premium = line(2, { kind: "premium", ratePerHour: 5_000, amount: 5_000 });
    const drafted = draft([labor, premium], {
      parties: { from: { name: "“Wé” 🧾", address: "", email: "" }, to: draft([]).parties.to },
    });
    const { number } = await change((books) => issue(books, drafted));
    expect(await read(({ invoices }) => invoices.document(number))).toEqual({
      number,
      ...drafted,
      lines: [{ ...labor, slices: [] }, premium],
    });
    const credited = { creditedMinutes: 0, creditedAmount: 0, settled: null };
    expect(await read(({ invoices }) => invoices.lines("acme", number))).toEqual([
      {
        line: 1,
        kind: "labor",
        deliverable: "site",
        allowance: null,
        minutes: 60,
        ratePerHour: 23_500,
        amount: 23_500,
        ...credited,
      },
      {
        line: 2,
        kind: "premium",
        deliverable: null,
        allowance: null,
        minutes: 60,
        ratePerHour: 5_000,
        amount: 5_000,
        ...credited,
      },
    ]);
    const kept = await opened.store.database.read((tx) =>
      tx.db.selectFrom("invoice").select("slices_hash").executeTakeFirst(),
    );
    expect(kept?.slices_hash).toBe(slicesHash(slices.map((each) => ({ line: 1, ...each }))));
  });

  test("are found by number, with what became of them", async () => {
    await insert("INV-000001");
    const found = {
      ...{
        account: "acme",
        number: "INV-000001",
        kind: "work",
        issuedOn: "2024-01-10",
        dueOn: "2024-01-10",
        currency: "USD",
      },
      ...{
        period: { start: "2024-01-01", end: "2024-01-15" },
        total: 23_500,
        balance: 23_500,
        suspended: false,
        voidedBy: null,
      },
    };
    expect(await read(({ invoices }) => invoices.find("INV-000001"))).toEqual(found);
    await change(async ({ invoices }) => {
      await invoices.addBalance("acme", "INV-000001", -10_000);
      await invoices.markVoided("acme", "INV-000001", "CM-000001");
    });
    expect(await read(({ invoices }) => invoices.find("INV-000001"))).toEqual({
      ...found,
      balance: 13_500,
      voidedBy: "CM-000001",
    });
    expect(await read(({ invoices }) => invoices.find("INV-000002"))).toBeUndefined();
    expect(await read(({ invoices }) => invoices.document("INV-000002"))).toBeUndefined();
  });

  test("cannot repeat a number, not even of another account (INV-3)", async () => {
    await insert("INV-000001", noPeriod);
    await expect(insert("INV-000001", noPeriod)).rejects.toThrow(/unique/i);
    await expect(insert("INV-000001", { ...noPeriod, account: "beta" })).rejects.toThrow(/unique/i);
  });

  test("bill a period of an account once (INV-4)", async () => {
    await insert("INV-000001");
    await expect(insert("INV-000002")).rejects.toThrow(/unique/i);
    await insert("INV-000003", { account: "beta" });
    await insert("INV-000004", { period: { start: "2024-01-15", end: "2024-01-29" } });
    await insert("INV-000005", { ...noPeriod, period: { start: "2024-01-01", end: "2024-01-15" } });
  });

  test.each([
    ["paid more than their total", -23_501],
    ["owed more than their total", 1],
  ])("are never %s: the database refuses", async (_what, amount) => {
    await insert("INV-000001");
    const wrong = change(({ invoices }) => invoices.addBalance("acme", "INV-000001", amount));
    await expect(wrong).rejects.toThrow(/constraint/i);
  });

  test("are never credited beyond a line, in minutes or money: the database refuses", async () => {
    await insert("INV-000001");
    const credit = (minutes: number, amount: number) =>
      change(({ invoices }) => invoices.creditLine("acme", "INV-000001", 1, minutes, amount));
    await credit(20, 7_833);
    await expect(credit(41, 1)).rejects.toThrow(/constraint/i);
    await expect(credit(1, 15_668)).rejects.toThrow(/constraint/i);
    await credit(40, 15_667);
    expect((await read(({ invoices }) => invoices.lines("acme", "INV-000001")))[0]).toMatchObject({
      creditedMinutes: 60,
      creditedAmount: 23_500,
    });
  });

  describe("are listed", () => {
    beforeEach(async () => {
      await insert("INV-000001", { issuedOn: "2024-01-15" });
      await insert("INV-000002", { issuedOn: "2024-01-15", account: "beta" });
      await insert("INV-000003", { ...noPeriod, issuedOn: "2024-01-10" });
      await insert("INV-000010", { ...noPeriod, issuedOn: "2024-01-15" });
      await change(({ invoices }) => invoices.addBalance("acme", "INV-000010", -23_500));
    });
    const numbers = (rows: readonly { readonly number: string }[]) => rows.map(({ number }) => Number(number.slice(4)));

    test.each([
      [{}, [10, 2, 1, 3]],
      [{ account: "acme" }, [10, 1, 3]],
      [{ open: true }, [2, 1, 3]],
      [{ account: "acme", open: true }, [1, 3]],
    ] as const)("newest first, with %o, and page by page", async (filter, expected) => {
      expect(numbers(await read(({ invoices }) => invoices.list({ ...filter, limit: 9 })))).toEqual(expected);
      const paged: number[] = [];
      for (let before: { issuedOn: string; number: string } | undefined; ; ) {
        const page = await read(({ invoices }) => invoices.list({ ...filter, limit: 1, before }));
        paged.push(...numbers(page));
        before = page[0];
        if (before === undefined) break;
      }
      expect(paged).toEqual(expected);
    });

    test("with a balance, of one account or of all", async () => {
      const open = async (of?: string) => numbers(await read(({ invoices }) => invoices.open(of))).toSorted();
      expect(await open("acme")).toEqual([1, 3]);
      expect(await open()).toEqual([1, 2, 3]);
    });
  });

  test("set aside count as such until they are resumed, and may be again (INV-6)", async () => {
    await insert("INV-000001");
    const suspended = async () => (await read(({ invoices }) => invoices.open("acme")))[0]?.suspended;
    await change(({ invoices }) => invoices.suspend("acme", "INV-000001", 2, "2024-01-20", "disputed"));
    expect(await suspended()).toBe(true);
    await change(({ invoices }) => invoices.resume("acme", "INV-000001", "2024-01-25"));
    expect(await suspended()).toBe(false);
    await change(({ invoices }) => invoices.suspend("acme", "INV-000001", 4, "2024-02-01", "again"));
    const [history] = await read(({ invoices }) => invoices.histories("acme"));
    expect(history?.suspensions.toSorted((a, b) => (a.from < b.from ? -1 : 1))).toEqual([
      { from: "2024-01-20", until: "2024-01-25" },
      { from: "2024-02-01", until: null },
    ]);
  });

  test("have a history of what was applied, and taken back, and when (INV-5)", async () => {
    await insert("INV-000001");
    await insert("INV-000002", { account: "beta" });
    await change(async (books) => {
      await pay(books, 2, "first", 10_000, "INV-000001");
      await pay(books, 3, "second", 500, "INV-000001");
      await books.applications.reverse("acme", "second", "2024-02-01");
      await books.payments.insert(payment("third", 1, { account: "beta" }));
    });
    const histories = await read(({ invoices }) => invoices.histories());
    expect(histories.map(({ account: of, applied }) => [of, applied.length]).toSorted()).toEqual([
      ["acme", 3],
      ["beta", 0],
    ]);
    expect(histories.find(({ account: of }) => of === "acme")?.applied).toEqual(
      expect.arrayContaining([
        { on: "2024-01-10", amount: 10_000 },
        { on: "2024-01-10", amount: 500 },
        { on: "2024-02-01", amount: -500 },
      ]),
    );
  });
});
