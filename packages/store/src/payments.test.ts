import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { account, draft, line, memo, type OpenedStore, openAccount, payment, stores } from "../test/books.ts";
import type { Books } from "./books.ts";
import type { ApplicationRow } from "./money-tables.ts";
import type { AppliedRecord, PaymentRecord } from "./payments.ts";

describe.each(stores)("money on %s", (_engine, open) => {
  let opened: OpenedStore;
  beforeEach(async () => {
    opened = await open();
    for (const id of ["acme", "beta"]) await openAccount(opened.store, account(id));
  });
  afterEach(() => opened.close());
  const change = <T>(work: (books: Books) => Promise<T>): Promise<T> => opened.store.touch(work);
  const read = <T>(work: (books: Books) => Promise<T>): Promise<T> => opened.store.read(work);
  const insert = (...all: readonly PaymentRecord[]) =>
    change(async ({ payments }) => {
      for (const each of all) await payments.insert(each);
    });
  const put = (...rows: readonly Partial<ApplicationRow>[]) =>
    change(({ applications }) =>
      applications.insert(
        rows.map((row, at) => ({
          ...{
            account: "acme",
            sequence: 2,
            position: at + 1,
            source_kind: "payment",
            source: "a",
            invoice: "INV-000001",
          },
          ...{ amount: 100, applied_on: "2024-01-10", reversed_on: null, ...row },
        })),
      ),
    );

  describe("that came in", () => {
    test("comes back as it was recorded, and as it was reversed", async () => {
      const paid = payment("a", 5_000, { invoice: "INV-000001", note: "Scheck “42” 🧾", unapplied: 200 });
      await insert(paid);
      expect(await read(({ payments }) => payments.find("acme", "a"))).toEqual(paid);
      expect(await read(({ payments }) => payments.find("beta", "a"))).toBeUndefined();
      await change(({ payments }) => payments.markReversed("acme", "a", "2024-02-01"));
      expect(await read(({ payments }) => payments.find("acme", "a"))).toEqual({
        ...paid,
        unapplied: 0,
        reversedOn: "2024-02-01",
      });
    });

    test.each([
      ["the same id again", payment("a", 1)],
      ["no amount", payment("b", 0)],
      ["less than nothing left", payment("b", 5, { unapplied: -1 })],
    ])("is refused by the database with %s", async (_what, second) => {
      await insert(payment("a", 1));
      await expect(insert(second)).rejects.toThrow(/constraint/i);
    });

    test("is listed newest first, then the latest recorded, page by page", async () => {
      await insert(
        payment("a", 1, { sequence: 2, on: "2024-01-10" }),
        payment("b", 1, { sequence: 3, on: "2024-01-10" }),
        payment("c", 1, { sequence: 4, on: "2024-01-08" }),
        payment("d", 1, { account: "beta" }),
      );
      const list = async (before?: { readonly on: string; readonly sequence: number }) =>
        (await read(({ payments }) => payments.list("acme", { limit: 2, before }))).map(({ id }) => id);
      expect(await list()).toEqual(["b", "a"]);
      expect(await list({ on: "2024-01-10", sequence: 2 })).toEqual(["c"]);
    });
  });

  describe("put against invoices", () => {
    test("is found by where it came from and where it went, in the order it was put", async () => {
      await put(
        { position: 2, amount: 22 },
        { sequence: 1, amount: 12 },
        { source: "b", invoice: "INV-000002", amount: 23 },
        { source_kind: "credit-memo", sequence: 3, amount: 34 },
      );
      const places = (all: readonly AppliedRecord[]) => all.map(({ amount }) => amount);
      const ofSource = (kind: ApplicationRow["source_kind"], ...ids: readonly string[]) =>
        read(({ applications }) => applications.ofSource("acme", kind, ids));
      expect(places(await ofSource("payment", "a"))).toEqual([12, 22]);
      expect(places(await ofSource("payment", "a", "b"))).toEqual([12, 22, 23]);
      expect(places(await ofSource("credit-memo", "a"))).toEqual([34]);
      expect(await ofSource("payment")).toEqual([]);
      expect(places(await read(({ applications }) => applications.ofInvoice("acme", "INV-000001")))).toEqual([
        12, 22, 34,
      ]);
      expect(await read(({ applications }) => applications.ofInvoice("beta", "INV-000001"))).toEqual([]);
    });

    test("knows the last place a command took, and cannot take one twice", async () => {
      const last = () => read(({ applications }) => applications.lastPosition("acme", 2));
      expect(await last()).toBe(0);
      await put({}, {});
      expect(await last()).toBe(2);
      await expect(put({})).rejects.toThrow(/unique/i);
      await expect(put({ position: 9, amount: 0 })).rejects.toThrow(/constraint/i);
    });

    test("is taken back once, from the day it is reversed", async () => {
      await put({}, { source: "b" }, { source_kind: "credit-memo" });
      await change(({ applications }) => applications.reverse("acme", "a", "2024-02-01"));
      await change(({ applications }) => applications.reverse("acme", "a", "2024-03-01"));
      const rows = await read(({ applications }) => applications.ofInvoice("acme", "INV-000001"));
      expect(rows.map(({ reversedOn }) => reversedOn)).toEqual(["2024-02-01", null, null]);
    });
  });

  test("that no invoice took yet waits, oldest first, payments before credits of a day (INV-6)", async () => {
    await insert(
      payment("late", 300, { on: "2024-01-20", sequence: 2 }),
      payment("early", 500, { on: "2024-01-05", sequence: 3 }),
      payment("same day", 40, { on: "2024-01-10", sequence: 4 }),
      payment("used up", 10, { unapplied: 0, sequence: 5 }),
    );
    await change(async ({ creditMemos, invoices }) => {
      await invoices.insert(draft([line(1)]), "INV-000001");
      const { trace: _, ...credited } = line(1);
      await creditMemos.insert(memo("CM-000001", "INV-000001", [credited]), 700);
    });
    const waiting = async () =>
      (await read(({ applications }) => applications.unapplied("acme"))).map(
        ({ source, amount }) => `${source} ${amount}`,
      );
    expect(await waiting()).toEqual(["early 500", "same day 40", "CM-000001 700", "late 300"]);
    await change(async ({ applications }) => {
      await applications.take("acme", "payment", "early", 500);
      await applications.take("acme", "credit-memo", "CM-000001", 100);
    });
    expect(await waiting()).toEqual(["same day 40", "CM-000001 600", "late 300"]);
    await expect(change(({ applications }) => applications.take("acme", "payment", "late", 301))).rejects.toThrow(
      /constraint/i,
    );
  });
});
