import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { account, draft, entry, line, now, type OpenedStore, openAccount, slice, stores } from "../../test/books.ts";
import { charge, issue, settle } from "../../test/money.ts";
import type { Books } from "../books.ts";
import { wrongTotals } from "../checks/minutes-and-money.ts";
import { wrongReferences } from "../checks/references.ts";
import type { PremiumSliceRow } from "../tables.ts";

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
      await settle(books, slice("a", deposit), slice("a", { from_minute: 60, to_minute: 120 }));
      await charge(books, premium("a", 60, 120));
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
    const { premiums, slices } = await read((books) => books.window("acme", { invoice: "INV-000001" }));
    expect(premiums).toMatchObject([{ entry: "a", from: 60, to: 120, invoice: "INV-000001", line: 2, minutes: 60 }]);
    // The deposit's minutes are of the same round: they are known with those under the premium.
    expect(slices.map(({ place }) => place.kind).toSorted()).toEqual(["deposit", "invoice"]);
    expect((await read((books) => books.window("acme", { entry: "a" }))).premiums).toEqual(premiums);
  });

  test("are credited from their end, and the database refuses more than there is (INV-3)", async () => {
    await rushed();
    const credit = (taken: number) =>
      change(async (books) => {
        const { premiums } = await books.window("acme", { entry: "a" });
        const slices = premiums.map((each) => ({ ...each, taken }));
        await books.post("acme", { seq: 1, closedThrough: null }, [{ type: "premium-credited", slices }]);
      });
    await credit(0);
    await credit(45);
    expect((await read((books) => books.window("acme", { entry: "a" }))).premiums[0]?.minutes).toBe(15);
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
