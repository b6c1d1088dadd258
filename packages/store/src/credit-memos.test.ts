import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { account, line, memo, type OpenedStore, openAccount, stores } from "../test/books.ts";
import type { Books } from "./books.ts";

describe.each(stores)("credit memos on %s (INV-3)", (_engine, open) => {
  let opened: OpenedStore;
  beforeEach(async () => {
    opened = await open();
    for (const id of ["acme", "beta"]) await openAccount(opened.store, account(id));
  });
  afterEach(() => opened.close());
  const change = <T>(work: (books: Books) => Promise<T>): Promise<T> => opened.store.touch(work);
  const read = <T>(work: (books: Books) => Promise<T>): Promise<T> => opened.store.read(work);
  const { trace: _, ...credited } = line(1, { slices: [{ entry: "a", minutes: 60 }] });
  const issued = (number: string, more: Parameters<typeof memo>[3] = {}) =>
    memo(number, "INV-000001", [credited], more);
  const insert = (number: string, more: Parameters<typeof memo>[3] = {}) =>
    change(({ creditMemos }) => creditMemos.insert(issued(number, more), 23_500));

  test("come back as they were issued, with what no invoice took yet", async () => {
    await insert("CM-000001", { note: "“sorry” 🙏", reason: "waive", voids: true });
    await change(({ applications }) => applications.take("acme", "credit-memo", "CM-000001", 20_000));
    const expected = {
      memo: issued("CM-000001", { note: "“sorry” 🙏", reason: "waive", voids: true }),
      unapplied: 3_500,
    };
    expect(await read(({ creditMemos }) => creditMemos.find("CM-000001"))).toEqual(expected);
    expect(await read(({ creditMemos }) => creditMemos.ofInvoice("acme", "INV-000001"))).toEqual([expected]);
    expect(await read(({ creditMemos }) => creditMemos.ofInvoice("beta", "INV-000001"))).toEqual([]);
    expect(await read(({ creditMemos }) => creditMemos.find("CM-000002"))).toBeUndefined();
  });

  test("cannot repeat a number, nor give more than they are: the database refuses", async () => {
    await insert("CM-000001");
    await expect(insert("CM-000001")).rejects.toThrow(/unique/i);
    await expect(insert("CM-000001", { account: "beta" })).rejects.toThrow(/unique/i);
    const tooMuch = change(({ applications }) => applications.take("acme", "credit-memo", "CM-000001", 23_501));
    await expect(tooMuch).rejects.toThrow(/constraint/i);
  });

  test("are listed newest first, page by page, of one account or of all", async () => {
    for (const [at, of] of ["acme", "beta", "acme", "acme"].entries())
      await insert(`CM-00000${at + 1}`, { account: of });
    const list = async (more: { readonly account?: string; readonly before?: string }) =>
      (await read(({ creditMemos }) => creditMemos.list({ limit: 2, ...more }))).map(({ memo: { number } }) =>
        Number(number.slice(3)),
      );
    expect(await list({})).toEqual([4, 3]);
    expect(await list({ before: "CM-000003" })).toEqual([2, 1]);
    expect(await list({ account: "acme", before: "CM-000004" })).toEqual([3, 1]);
    expect(await list({ account: "acme", before: "CM-000001" })).toEqual([]);
  });
});
