import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { account, draft, entry, line, memo, type OpenedStore, openAccount, stores } from "../test/books.ts";
import type { Books } from "./books.ts";

describe.each(stores)("figures over the practice on %s", (_engine, open) => {
  let opened: OpenedStore;
  beforeEach(async () => {
    opened = await open();
    for (const id of ["acme", "beta", "idle"]) await openAccount(opened.store, account(id));
  });
  afterEach(() => opened.close());
  const change = <T>(work: (books: Books) => Promise<T>): Promise<T> => opened.store.touch(work);
  const figures = <T>(ask: (books: Books["practiceFigures"]) => Promise<T>): Promise<T> =>
    opened.store.read(({ practiceFigures }) => ask(practiceFigures));

  test("minutes are counted per person and day over all accounts, without what was reversed", async () => {
    await change(({ entries }) =>
      entries.insert([
        entry("a", { on: "2024-01-03" }),
        entry("b", { account: "beta", on: "2024-01-03", billable: false, openMinutes: 0, minutes: 15 }),
        entry("c", { on: "2024-01-03", sequence: 2, reversedOn: "2024-01-04", openMinutes: 0 }),
        entry("d", { on: "2024-01-09", sequence: 3, worker: "Al" }),
      ]),
    );
    expect(await figures(({ workedDays }) => workedDays({ from: "2024-01-03", to: "2024-01-08" }))).toEqual([
      { worker: "Bo", on: "2024-01-03", billable: 60, nonBillable: 15 },
    ]);
  });

  test("RATE-6: what was invoiced is counted per month and kind, but for invoices of another system", async () => {
    await change(async ({ invoices }) => {
      const lines = [line(1, { amount: 23_500 }), line(2, { kind: "premium", amount: 5000 })];
      await invoices.insert(draft(lines, { issuedOn: "2024-01-15" }), "INV-000001");
      await invoices.insert(draft([line(1, { amount: 100 })], { issuedOn: "2024-02-01", period: null }), "INV-000002");
      const taken = draft([line(1, { kind: "opening" })], { kind: "opening", issuedOn: "2024-01-15", period: null });
      await invoices.insert(taken, "OLD-1");
    });
    expect(await figures(({ invoicedByMonth }) => invoicedByMonth({ from: "2024-01-01", to: "2024-01-31" }))).toEqual([
      { month: "2024-01", kind: "labor", amount: 23_500 },
      { month: "2024-01", kind: "premium", amount: 5000 },
    ]);
    const credited = () => figures(({ creditedByMonth }) => creditedByMonth({ from: "2024-01-01", to: "2024-01-31" }));
    expect(await credited()).toEqual([]);
    const { trace: _, ...taken } = line(1, { amount: 1000 });
    const returned = { ...taken, line: 2, kind: "premium" as const, amount: 300 };
    await change(async ({ creditMemos }) => {
      const issuedOn = "2024-01-20";
      await creditMemos.insert(memo("CM-000001", "INV-000001", [taken, returned], { issuedOn }), 0);
      await creditMemos.insert(memo("CM-000002", "INV-000001", [taken], { issuedOn }), 0);
      await creditMemos.insert(memo("CM-000003", "INV-000002", [taken], { issuedOn: "2024-02-01" }), 0);
      await creditMemos.insert(memo("CM-000004", "OLD-1", [taken], { issuedOn }), 0);
    });
    expect(await credited()).toEqual([
      { month: "2024-01", kind: "labor", amount: 2000 },
      { month: "2024-01", kind: "premium", amount: 300 },
    ]);
  });

  test("an account without time, allowances and money is not lively", async () => {
    await change(async ({ entries, invoices }) => {
      await entries.insert([entry("a", { on: "2024-01-03" })]);
      await invoices.insert({ ...draft([line(1)], { period: null }), account: "beta" }, "INV-000001");
    });
    expect([...(await figures(({ livelyAccounts }) => livelyAccounts()))].toSorted()).toEqual(["acme", "beta"]);
  });
});
