import { noMinutes } from "@cimpro/domain";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type OpenedStore, stores } from "../test/books.ts";
import { completeBooks } from "../test/complete-books.ts";

describe.each(stores)("where the minutes are, on %s (ALW-8)", (_engine, open) => {
  let opened: OpenedStore;
  beforeAll(async () => {
    opened = await open();
    await completeBooks(opened.store);
  });
  afterAll(() => opened.close());
  const byDay = (of: { readonly account?: string; readonly deliverable?: string; readonly to?: string } = {}) =>
    opened.store.read(({ minuteAccounts }) => minuteAccounts.byDay(of));

  test("is told per account and work date: each minute once", async () => {
    const acme = (on: string, minutes: object) => ({ account: "acme", on, minutes: { ...noMinutes, ...minutes } });
    expect(await byDay()).toEqual([
      // Amended after it was billed: the first entry was never worked, the second one is open.
      acme("2024-01-02", { worked: 100, open: 100 }),
      acme("2024-01-03", { worked: 90, allowance: 60, invoiced: 20, writtenOff: 10 }),
      acme("2024-01-04", { worked: 45, nonBillable: 45 }),
      acme("2024-01-05", { worked: 120, invoiced: 30, settledElsewhere: 60, open: 30 }),
      acme("2024-01-08", { worked: 15, writtenOff: 15 }),
      { ...acme("2024-01-02", { worked: 60, open: 60 }), account: "beta" },
    ]);
  });

  test("is told of one account, and to a day", async () => {
    const days = async (of: Parameters<typeof byDay>[0]) =>
      (await byDay(of)).map(({ account, on }) => `${account} ${on}`);
    expect(await days({ account: "beta" })).toEqual(["beta 2024-01-02"]);
    expect(await days({ to: "2024-01-03" })).toEqual(["acme 2024-01-02", "acme 2024-01-03", "beta 2024-01-02"]);
    expect(await days({ account: "acme", to: "2024-01-01" })).toEqual([]);
    expect(await days({ account: "nobody" })).toEqual([]);
  });
});
