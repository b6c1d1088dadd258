import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { account, command, did, type OpenedStore, openAccount, stores } from "../test/books.ts";
import { numberOf } from "./numbers.ts";
import type { Store } from "./store.ts";

describe.each(stores)("numbers of documents on %s (INV-3)", (_engine, open) => {
  let books: OpenedStore;
  let store: Store;
  beforeEach(async () => {
    books = await open();
    store = books.store;
    for (const id of ["acme", "beta", "gamma"]) await openAccount(store, account(id));
  });
  afterEach(() => books.close());

  const take = (of: string, fails = false) =>
    store.write(command(of, "numbered"), async ({ numbers }) => {
      const number = await numbers.next("invoice");
      if (fails) throw new Error("changed my mind");
      return did(number);
    });
  const counters = () => store.read(({ numbers }) => numbers.counters());

  test("begin at 1 and go on by one, each series for itself", async () => {
    expect(await take("acme")).toBe("INV-000001");
    expect(await take("beta")).toBe("INV-000002");
    expect(await store.touch(({ numbers }) => numbers.next("credit-memo"))).toBe("CM-000001");
    expect(await counters()).toEqual({ invoice: 2, "credit-memo": 1 });
  });

  test("leave no gap where a command is undone", async () => {
    await take("acme");
    await expect(take("acme", true)).rejects.toThrow("changed my mind");
    expect(await take("beta")).toBe("INV-000002");
  });

  test("are given once each, without a gap, to accounts that ask at the same time while others fail", async () => {
    const asked = Array.from({ length: 30 }, (_, at) =>
      take(["acme", "beta", "gamma"][at % 3] ?? "acme", at % 5 === 4),
    );
    const given = (await Promise.allSettled(asked)).flatMap((each) =>
      each.status === "fulfilled" ? [each.value] : [],
    );
    expect(given.toSorted()).toEqual(Array.from({ length: 24 }, (_, at) => `INV-${`${at + 1}`.padStart(6, "0")}`));
    expect(await counters()).toEqual({ invoice: 24, "credit-memo": 0 });
  });

  test("that were sent from elsewhere are set aside, and are never set back", async () => {
    await store.touch(({ numbers }) => numbers.skipTo("invoice", 130));
    await store.touch(({ numbers }) => numbers.skipTo("invoice", 20));
    expect(await take("acme")).toBe("INV-000131");
  });
});

test.each([
  ["INV-000131", 131],
  ["INV-1234567", 1_234_567],
  ["INV-131", null],
  ["INV-000000", null],
  ["CM-000001", null],
  ["INV-000001x", null],
  ["", null],
])("%s is number %s of the invoices", (number, count) => expect(numberOf("invoice", number)).toBe(count));
