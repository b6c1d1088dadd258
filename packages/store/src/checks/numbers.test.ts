import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { account, command, did, draft, line, type OpenedStore, openAccount, stores } from "../../test/books.ts";
import { verifyBooks } from "../verify.ts";

describe.each(stores)("numbers of documents on %s", (_engine, open) => {
  let books: OpenedStore;
  beforeEach(async () => {
    books = await open();
    await openAccount(books.store, account("acme"));
  });
  afterEach(() => books.close());

  /** What verify says of numbers once an opening invoice is on the books under this one. */
  const saidOf = async (number: string) => {
    await books.store.write(command("acme", "invoice.taken-over"), async (all) => {
      const opening = draft([line(1, { kind: "opening", minutes: 0, ratePerHour: 0 })], { kind: "opening" });
      await all.invoices.insert(opening, number);
      return did(null, { invoice: { number, ...opening }, payment: null });
    });
    return (await verifyBooks(books.store.database)).problems.map(({ check, at }) => `${check} ${at}`);
  };

  test("INV-3: an opening invoice keeps its own number, outside the gapless series", async () => {
    expect(await saidOf("1042")).toEqual([]);
    expect(await saidOf("INV-17")).toEqual([]);
    expect(await books.store.touch(({ numbers }) => numbers.next("invoice"))).toBe("INV-000001");
  });

  test("INV-3: one that has a number of the series is found", async () => {
    expect(await saidOf("INV-000001")).toEqual(["numbers acme INV-000001"]);
  });
});
