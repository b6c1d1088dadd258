import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { account, draft, entry, line, now, type OpenedStore, openAccount, slice, stores } from "../test/books.ts";
import { issue } from "../test/money.ts";
import type { Books } from "./books.ts";
import { wrongTotals } from "./checks/minutes-and-money.ts";
import { wrongReferences } from "./checks/references.ts";
import type { OpenRecord } from "./entry-record.ts";
import { type ActivePremium, premiumOn, premiumSliceRows } from "./premium-slices.ts";
import type { ActiveSlice } from "./slices.ts";
import type { PremiumSliceRow } from "./tables.ts";

const today = now.slice(0, 10);
const premium = (of: string, from: number, to: number, more: Partial<PremiumSliceRow> = {}): PremiumSliceRow => ({
  ...{ account: "acme", entry: of, round: 0, from_minute: from, to_minute: to, invoice: "INV-000001", line: 2 },
  ...{ work_date: "2024-01-02", frozen_on: today, credited_minutes: 0 },
  ...more,
});

describe.each(stores)("premium slices on %s", (_engine, open) => {
  let opened: OpenedStore;
  beforeAll(async () => {
    opened = await open();
    await openAccount(opened.store, account("acme"));
    await change(async ({ deliverables }) => {
      await deliverables.insert([
        { account: "acme", id: "shop", name: "Shop" },
        { account: "acme", id: "app", name: "App" },
      ]);
    });
  });
  afterAll(() => opened.close());
  beforeEach(() =>
    opened.store.database.write(async ({ db }) => {
      for (const table of ["premium_slice", "slice", "invoice_line", "invoice", "time_entry", "open_day"] as const)
        await db.deleteFrom(table).execute();
      await db.updateTable("number_counter").set({ last: 0 }).execute();
    }),
  );
  const change = <T>(work: (books: Books) => Promise<T>): Promise<T> => opened.store.touch(work);
  const read = <T>(work: (books: Books) => Promise<T>): Promise<T> => opened.store.read(work);

  /** An entry of two hours: the first under the deposit, the second invoiced with its premium. */
  const rushed = () =>
    change(async (books) => {
      const shop = { deliverable: "shop", sequence: 0, minutes: 120, openMinutes: 0, roundFrom: 120 };
      await books.entries.insert([entry("a", shop)]);
      const slices = [{ entry: "a", minutes: 60 }];
      const labor = line(1, { deliverable: "shop", slices });
      const extra = line(2, { kind: "premium", deliverable: "shop", ratePerHour: 10_000, amount: 10_000, slices });
      await issue(books, draft([labor, extra]));
      const deposit = { kind: "deposit", invoice: null, line: null } as const;
      await books.slices.insert([slice("a", deposit), slice("a", { from_minute: 60, to_minute: 120 })]);
      await books.premiumSlices.insert([premium("a", 60, 120)]);
    });
  const faults = () =>
    opened.store.database.read(async (tx) =>
      [...(await wrongTotals(tx)), ...(await wrongReferences(tx))].map(({ check }) => check),
    );
  const tamper = (columns: Partial<PremiumSliceRow>) =>
    opened.store.database.write(({ db }) => db.updateTable("premium_slice").set(columns).execute());

  test("stand on an invoice beside the slices of its labor, in the order of the lines (LEAD-2)", async () => {
    await rushed();
    expect(await faults()).toEqual([]);
    expect(await read(({ slices }) => slices.ofInvoice("acme", "INV-000001"))).toEqual([
      { line: 1, entry: "a", minutes: 60 },
      { line: 2, entry: "a", minutes: 60 },
    ]);
    const [found] = await read(({ premiumSlices }) => premiumSlices.ofInvoice("acme", "INV-000001", 2));
    expect(found).toEqual({ ...premium("a", 60, 120), minutes: 60 });
    expect(await read(({ premiumSlices }) => premiumSlices.ofInvoice("acme", "INV-000001", 1))).toEqual([]);
    expect(await read(({ premiumSlices }) => premiumSlices.ofEntries("acme", ["a", "b"]))).toEqual([found]);
    expect(await read(({ premiumSlices }) => premiumSlices.ofEntries("acme", []))).toEqual([]);
  });

  test("are credited from their end, and the database refuses more than there is (INV-3)", async () => {
    await rushed();
    const credit = (taken: number) =>
      change(async ({ premiumSlices }) =>
        premiumSlices.credit((await premiumSlices.ofEntries("acme", ["a"])).map((each) => ({ ...each, taken }))),
      );
    await credit(0);
    await credit(45);
    expect((await read(({ premiumSlices }) => premiumSlices.ofEntries("acme", ["a"])))[0]?.minutes).toBe(15);
    await expect(credit(16)).rejects.toThrow(/constraint/i);
  });

  test.each([
    ["for fewer minutes than its line says", { to_minute: 119 }],
    ["on minutes under the deposit", { from_minute: 30, to_minute: 90 }],
    ["on minutes that nobody froze", { from_minute: 70, to_minute: 130 }],
    ["in a round that is not there", { round: 1 }],
    ["on the labor line", { line: 1 }],
    ["on an invoice that is not there", { invoice: "INV-000009" }],
    ["of an entry that is not there", { entry: "z" }],
    ["of another day", { work_date: "2024-01-03" }],
    ["frozen on another day than its invoice", { frozen_on: "2024-01-11" }],
    ["credited, and the line is not", { credited_minutes: 5 }],
  ])("verify finds a premium %s", async (_what, columns) => {
    await rushed();
    await tamper(columns);
    expect(await faults()).not.toEqual([]);
  });

  test("verify finds the premium of one deliverable on the line of another", async () => {
    await rushed();
    await opened.store.database.write(({ db }) =>
      db.updateTable("invoice_line").set({ deliverable: "app" }).where("line", "=", 2).execute(),
    );
    expect(await faults()).toEqual(["premium-slice"]);
  });
});

describe("the premium slices of an allocation", () => {
  const open: OpenRecord = {
    ...{ id: "a", on: "2024-01-02", deliverable: "shop", minutes: 90, deferredOn: null, round: 1, roundFrom: 10 },
  };
  const allocation = {
    ...{ entry: open, sow: null, deposit: 20, allowance: [{ grant: "hours", minutes: 30 }], invoiced: 40 },
    ...{ deferred: 0, held: 0, depositPremium: 10_000 },
  };

  test("LEAD-2: lie on what an allowance covers and what is invoiced, after the deposit's minutes", () => {
    const premiums = [
      { ratePerHour: 10_000, minutes: 50, kept: true },
      { ratePerHour: 5000, minutes: 20, kept: false },
    ];
    const place = (deliverable: string, rate: number) => ({
      invoice: `${deliverable}'s`,
      line: rate === 5000 ? 3 : 2,
    });
    const rows = premiumSliceRows("acme", [{ ...allocation, premium: premiums }], today, place);
    expect(rows).toEqual([
      premium("a", 30, 80, { round: 1, invoice: "shop's", line: 2 }),
      premium("a", 80, 100, { round: 1, invoice: "shop's", line: 3 }),
    ]);
  });

  test("LEAD-8: are none where a premium is on no line", () => {
    const settled = { ...allocation, premium: [{ ratePerHour: 0, minutes: 70, kept: false }] };
    expect(premiumSliceRows("acme", [settled], today, () => undefined)).toEqual([]);
  });
});

describe("the premium of minutes that are given back", () => {
  const standing = (from: number, to: number, minutes: number): ActivePremium => ({
    ...premium("a", from, to),
    minutes,
  });
  const back = (from: number, minutes: number, taken: number): ActiveSlice & { readonly taken: number } => ({
    ...slice("a", { from_minute: from, to_minute: from + 100 }),
    ...{ minutes, taken },
  });

  test.each([
    ["all of them", standing(0, 100, 100), back(0, 100, 100), 100],
    ["the last of them", standing(0, 100, 100), back(0, 100, 30), 30],
    ["those after earlier credits", standing(0, 100, 70), back(0, 70, 30), 30],
    ["only those whose premium still stands", standing(0, 100, 80), back(0, 100, 30), 10],
    ["none where it was waived", standing(0, 100, 0), back(0, 100, 100), 0],
    ["none of those that hours cover", standing(0, 200, 200), back(100, 100, 40), 40],
    ["none of another slice", standing(100, 200, 100), back(0, 100, 100), 0],
  ])("LEAD-8: is that of %s", (_what, of, taken, expected) => {
    expect(premiumOn([of], [taken]).reduce((sum, each) => sum + each.taken, 0)).toBe(expected);
  });

  test("LEAD-8: is never that of another entry or round", () => {
    const other = [back(0, 100, 100)].flatMap((each) => [
      { ...each, entry: "b" },
      { ...each, round: 1 },
    ]);
    expect(premiumOn([standing(0, 100, 100)], other)).toEqual([]);
  });
});
