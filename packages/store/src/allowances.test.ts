import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  account,
  draft,
  entry,
  line,
  lump,
  monthly,
  type OpenedStore,
  openAccount,
  slice,
  stores,
} from "../test/books.ts";
import { giveBack, settle, takenOf } from "../test/money.ts";
import type { Books } from "./books.ts";

describe.each(stores)("allowances on %s", (_engine, open) => {
  let opened: OpenedStore;
  beforeEach(async () => {
    opened = await open();
    for (const id of ["acme", "beta"]) await openAccount(opened.store, account(id));
  });
  afterEach(() => opened.close());
  const change = <T>(work: (books: Books) => Promise<T>): Promise<T> => opened.store.touch(work);
  const read = <T>(work: (books: Books) => Promise<T>): Promise<T> => opened.store.read(work);
  const support = monthly("support", { sequence: 2, paid: true });

  test("come back as they were bought, in order of purchase (ALW-5)", async () => {
    await change(({ allowances }) => allowances.insert(support));
    await change(({ allowances }) => allowances.insert(lump("hours", { sequence: 1, opening: true })));
    expect(await read(({ allowances }) => allowances.list("acme"))).toEqual([
      lump("hours", { opening: true }),
      support,
    ]);
    expect(await read(({ allowances }) => allowances.find("acme", "support"))).toEqual(support);
    expect(await read(({ allowances }) => allowances.find("beta", "support"))).toBeUndefined();
    await expect(change(({ allowances }) => allowances.insert(lump("hours")))).rejects.toThrow(/unique/i);
  });

  test("end with a month (ALW-4)", async () => {
    await change(({ allowances }) => allowances.insert(support));
    await change(({ allowances }) => allowances.end("acme", "support", "2024-03"));
    expect(await read(({ allowances }) => allowances.find("acme", "support"))).toMatchObject({
      allowance: { lastMonth: "2024-03" },
    });
  });

  test("are sold once for each month, and are settled when their invoice is (ALW-3, ALW-4)", async () => {
    const sell = (month: string | null, number: string) =>
      change(async ({ allowances, invoices }) => {
        const sold = line(1, { kind: "allowance", allowance: "support" });
        await invoices.insert(draft([sold], { kind: "allowance", period: null }), number);
        await allowances.insertSale("acme", "support", month, number);
      });
    await sell("2024-01", "INV-000001");
    await sell(null, "INV-000002");
    await expect(sell("2024-01", "INV-000003")).rejects.toThrow(/unique/i);
    await change(({ allowances }) => allowances.takeBack("acme", "INV-000001", 20));
    await change(({ invoices }) => invoices.addBalance("acme", "INV-000001", -23_500));
    const sales = await read(({ allowances }) => allowances.sales("acme"));
    expect(sales.toSorted((a, b) => (a.invoice < b.invoice ? -1 : 1))).toEqual([
      { allowance: "support", month: "2024-01", invoice: "INV-000001", settled: true, returnedMinutes: 20 },
      { allowance: "support", month: null, invoice: "INV-000002", settled: false, returnedMinutes: 0 },
    ]);
    expect(await read(({ allowances }) => allowances.sales("beta"))).toEqual([]);
  });

  test("add up what runs froze on each grant, and what corrections gave back (ALW-6)", async () => {
    const freeze = (...use: readonly (readonly [string, number])[]) =>
      change(({ allowances }) => allowances.freeze("acme", new Map(use)));
    await freeze(["hours", 60], ["support/2024-01", 30]);
    await freeze(["hours", 40]);
    await freeze(["support/2024-01", -10]);
    await freeze();
    expect(await read(({ allowances }) => allowances.frozen("acme"))).toEqual(
      new Map([
        ["hours", 100],
        ["support/2024-01", 20],
      ]),
    );
    expect(await read(({ allowances }) => allowances.frozen("beta"))).toEqual(new Map());
  });

  test("say what was frozen for work dated to a day, net of corrections", async () => {
    const covered = { kind: "allowance", grant_id: "hours", invoice: null, line: null } as const;
    await change(async (books) => {
      await books.entries.insert([entry("a"), entry("b", { on: "2024-01-09" })]);
      const frozen = [slice("a", covered), slice("b", { ...covered, work_date: "2024-01-09" })];
      await settle(books, ...frozen, slice("b", { round: 1 }));
      await giveBack(books, [takenOf(slice("a", covered), 15)], { on: "2024-02-01" });
    });
    const frozenTo = (day: string) => read(({ allowances }) => allowances.frozenTo("acme", day));
    expect(await frozenTo("2024-01-01")).toEqual(new Map());
    expect(await frozenTo("2024-01-02")).toEqual(new Map([["hours", 45]]));
    expect(await frozenTo("2024-01-09")).toEqual(new Map([["hours", 105]]));
    const frozenByDay = (day: string) => read(({ allowances }) => allowances.frozenByDay("acme", day));
    expect(await frozenByDay("2024-01-02")).toEqual([{ on: "2024-01-02", grant: "hours", minutes: 45 }]);
    const ofDays = (await frozenByDay("2024-01-09")).map(({ minutes }) => minutes);
    expect(ofDays.reduce((sum, minutes) => sum + minutes, 0)).toBe(105);
  });

  test("record each alert exactly once (ALW-7)", async () => {
    const alert = { allowance: "hours", grant: "hours", percent: 50, usedMinutes: 300, grantedMinutes: 600 };
    const next = { ...alert, percent: 75, usedMinutes: 460 };
    const record = (alerts: readonly (typeof alert)[], on: string) =>
      change(({ allowances }) => allowances.alert("acme", alerts, on));
    expect(await record([alert], "2024-01-05")).toEqual([alert]);
    expect(await record([alert, next], "2024-01-08")).toEqual([next]);
    expect(await record([alert, next], "2024-01-09")).toEqual([]);
    expect(await record([], "2024-01-10")).toEqual([]);
    const kept = await read(({ allowances }) => allowances.alerts("acme"));
    expect(kept.map(({ percent, on }) => [percent, on])).toEqual([
      [75, "2024-01-08"],
      [50, "2024-01-05"],
    ]);
    const twice = opened.store.database.write((tx) =>
      tx.insertRows("grant_alert", [
        { account: "acme", grant_id: "hours", percent: 50, used_minutes: 1, granted_minutes: 1, reached_on: "" },
      ]),
    );
    await expect(twice).rejects.toThrow(/unique/i);
  });
});
