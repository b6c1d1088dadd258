import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { account, draft, entry, line, type OpenedStore, openAccount, slice, stores } from "../test/books.ts";
import type { Books } from "./books.ts";
import type { PremiumSliceRow } from "./tables.ts";

describe.each(stores)("premium lines on %s", (_engine, open) => {
  let opened: OpenedStore;
  beforeEach(async () => {
    opened = await open();
    await openAccount(opened.store, account("acme"));
    await change(async ({ entries, invoices, premiumSlices, slices }) => {
      await entries.insert([
        entry("a", { deliverable: "sync", on: "2024-01-03", sequence: 1, openMinutes: 0 }),
        entry("b", { deliverable: "sync", on: "2024-01-09", sequence: 2, openMinutes: 45 }),
        entry("c", { deliverable: "other", on: "2024-01-09", sequence: 3, openMinutes: 15 }),
      ]);
      const premium = (number: number, deliverable: string) =>
        line(number, { kind: "premium", deliverable, ratePerHour: 10_000, minutes: 60, amount: 10_000 });
      // Ten comes after nine, whatever the text says.
      await invoices.insert(draft([premium(1, "sync")], { period: null }), "INV-1000000");
      await invoices.insert(draft([line(1), premium(2, "other"), premium(3, "sync")]), "INV-999999");
      await premiumSlices.insert([
        premiumSlice("b", "INV-1000000", 1, "2024-01-09"),
        premiumSlice("a", "INV-999999", 3, "2024-01-03"),
        premiumSlice("c", "INV-999999", 2, "2024-01-09"),
      ]);
      await slices.insert([slice("a", { kind: "deposit", work_date: "2024-01-03", invoice: null, line: null })]);
    });
  });
  afterEach(() => opened.close());
  const change = <T>(work: (books: Books) => Promise<T>): Promise<T> => opened.store.touch(work);
  const linesOf = (deliverable: string) =>
    opened.store.read(({ premiumLines }) => premiumLines.ofDeliverable("acme", deliverable));
  const premiumSlice = (of: string, invoice: string, at: number, on: string): PremiumSliceRow => ({
    ...{ account: "acme", entry: of, round: 0, from_minute: 0, to_minute: 60, invoice, line: at },
    ...{ work_date: on, frozen_on: "2024-01-15", credited_minutes: 0 },
  });

  test("LEAD-8: those of a deliverable come in order of issue, with the minutes that they charge for", async () => {
    expect(await linesOf("sync")).toEqual([
      {
        ...{ invoice: "INV-999999", line: 3, ratePerHour: 10_000, amount: 10_000 },
        slices: [{ entry: "a", on: "2024-01-03", minutes: 60 }],
      },
      {
        ...{ invoice: "INV-1000000", line: 1, ratePerHour: 10_000, amount: 10_000 },
        slices: [{ entry: "b", on: "2024-01-09", minutes: 60 }],
      },
    ]);
    expect(await linesOf("gone")).toEqual([]);
  });

  test("LEAD-4: a settlement leaves a rate, and what it credits is gone from the amount", async () => {
    const at = { invoice: "INV-999999", line: 3 };
    await change(({ premiumLines }) =>
      premiumLines.settle("acme", at, { rate: 5000, keptMinutes: 20, credited: 3333 }),
    );
    expect((await linesOf("sync")).map(({ amount }) => amount)).toEqual([6667, 10_000]);
    const lines = await opened.store.read(({ invoices }) => invoices.lines("acme", "INV-999999"));
    expect(lines.map(({ settled }) => settled)).toEqual([null, null, { ratePerHour: 5000, keptMinutes: 20 }]);
  });

  test("LEAD-2: minutes after the delivery are taken off their line, and only those", async () => {
    const at = { invoice: "INV-1000000", line: 1 };
    await change(({ premiumLines }) => premiumLines.creditAfter("acme", at, "2024-01-09"));
    expect((await linesOf("sync")).map(({ slices }) => slices.length)).toEqual([1, 1]);
    await change(({ premiumLines }) => premiumLines.creditAfter("acme", at, "2024-01-08"));
    expect((await linesOf("sync")).map(({ slices }) => slices.length)).toEqual([1, 0]);
    expect((await linesOf("other")).map(({ slices }) => slices.length)).toEqual([1]);
  });

  test("LEAD-2: time under the deposit and open time count within the days asked for", async () => {
    const between = (from: string, to: string) =>
      opened.store.read(({ premiumLines }) => premiumLines.sowMinutes("acme", "sync", from, to));
    expect(await between("2024-01-03", "2024-01-09")).toEqual({ deposit: 60, open: 45 });
    expect(await between("2024-01-04", "2024-01-08")).toEqual({ deposit: 0, open: 0 });
    await change(async ({ slices }) => {
      const [standing] = await slices.ofEntries("acme", ["a"]);
      if (standing === undefined) throw new Error("no slice");
      const why = { credit_memo: null, reason: "rebill", returned_on: "2024-01-20" } as const;
      await slices.giveBack([{ ...standing, taken: 15 }], why);
    });
    expect(await between("2024-01-03", "2024-01-09")).toEqual({ deposit: 45, open: 45 });
  });
});
