import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { account, entry, logTime, type OpenedStore, openAccount, stores } from "../test/books.ts";

describe.each(stores)("the first work on %s", (_engine, open) => {
  let opened: OpenedStore;
  beforeAll(async () => {
    opened = await open();
    for (const id of ["acme", "beta"]) await openAccount(opened.store, account(id));
    await logTime(opened.store, entry("general", { on: "2024-01-01" }));
    await logTime(opened.store, entry("later", { deliverable: "site", on: "2024-01-05" }));
    await logTime(opened.store, entry("first", { deliverable: "site", on: "2024-01-03" }));
    await logTime(
      opened.store,
      entry("taken-back", { deliverable: "site", on: "2024-01-02", reversedOn: "2024-01-04" }),
    );
    await logTime(opened.store, entry("other", { account: "beta", deliverable: "site", on: "2024-01-01" }));
  });
  afterAll(() => opened.close());
  const first = (deliverable: string, from: string) =>
    opened.store.read((books) => books.firstWork("acme", deliverable, from));

  test("is that of the deliverable's earliest work date, whenever it was recorded", async () => {
    expect(await first("site", "2024-01-01")).toBe("2024-01-03");
  });
  test("counts from the day that is asked about, that day included", async () => {
    expect([await first("site", "2024-01-03"), await first("site", "2024-01-04")]).toEqual([
      "2024-01-03",
      "2024-01-05",
    ]);
  });
  test("is none without time", async () => {
    expect([await first("site", "2024-01-06"), await first("shop", "2024-01-01")]).toEqual([null, null]);
  });
});
