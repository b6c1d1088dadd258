import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { account, type OpenedStore, openAccount, stores } from "../test/books.ts";
import type { Books } from "./books.ts";

describe.each(stores)("accounts on %s", (_engine, open) => {
  let opened: OpenedStore;
  const full = account("acme", { name: "Ácme “Ltd” 🧾", timeZone: "America/New_York", billingAnchor: "2024-01-03" });
  beforeAll(async () => {
    opened = await open();
    for (const each of [full, account("beta"), account("b-2", { name: "beta" }), account("b_2", { name: "Shared" })])
      await openAccount(opened.store, each);
    await openAccount(opened.store, account("b10", { name: "Shared" }));
  });
  afterAll(() => opened.close());
  const change = <T>(work: (books: Books) => Promise<T>): Promise<T> => opened.store.touch(work);
  const read = <T>(work: (books: Books) => Promise<T>): Promise<T> => opened.store.read(work);

  test("come back as they were opened", async () => {
    expect(await read(({ accounts }) => accounts.find("acme"))).toEqual(full);
    expect(await read(({ accounts }) => accounts.find("ACME"))).toBeUndefined();
    await expect(change(({ accounts }) => accounts.insert(full))).rejects.toThrow(/unique/i);
  });

  test("have a time zone, else the practice's", async () => {
    const zone = async (id: string) => (await read(({ accounts }) => accounts.withZone(id)))?.zone;
    expect([await zone("acme"), await zone("beta"), await zone("nobody")]).toEqual([
      "America/New_York",
      "UTC",
      undefined,
    ]);
    expect((await read(({ accounts }) => accounts.withZone("acme")))?.account).toEqual(full);
  });

  test("are found by name as it is written, never by id; all of that name (IMP-1)", async () => {
    const called = async (name: string) => (await read(({ accounts }) => accounts.called(name))).map(({ id }) => id);
    expect(await called("Ácme “Ltd” 🧾")).toEqual(["acme"]);
    expect(await called("acme")).toEqual([]);
    expect(await called("beta")).toEqual(["b-2"]);
    expect(await called("Shared")).toEqual(["b10", "b_2"]);
    expect(await called("shared")).toEqual([]);
  });

  test("are listed by id, byte by byte, page by page, and counted", async () => {
    const list = async (more: { readonly after?: string; readonly limit?: number } = {}) =>
      (await read(({ accounts }) => accounts.list(more))).map(({ id }) => id);
    expect(await list()).toEqual(["acme", "b-2", "b10", "b_2", "beta"]);
    expect(await list({ after: "b-2", limit: 2 })).toEqual(["b10", "b_2"]);
    expect(await list({ after: "beta" })).toEqual([]);
    expect(await read(({ accounts }) => accounts.count())).toBe(5);
  });

  test("change what they are called, and nothing else's", async () => {
    const changed = account("b10", { name: "Shared, renamed", email: "", address: "elsewhere" });
    await change(({ accounts }) => accounts.update(changed));
    expect(await read(({ accounts }) => accounts.find("b10"))).toEqual(changed);
    expect((await read(({ accounts }) => accounts.find("b_2")))?.name).toBe("Shared");
  });

  test("have a head each, and the practice its own", async () => {
    const heads = await read(({ accounts }) => accounts.heads());
    expect(heads.map(({ account: of, seq, closed_through }) => [of, seq, closed_through])).toEqual([
      ["@practice", 1, null],
      ...["acme", "b-2", "b10", "b_2", "beta"].map((id) => [id, 1, null]),
    ]);
    expect(await read(({ accounts }) => accounts.head("acme"))).toMatchObject({ seq: 1, closedThrough: null });
  });

  test("have deliverables of their own", async () => {
    const deliverable = (of: string, id: string) => ({ account: of, id, name: `${id} of ${of}` });
    await change(({ deliverables }) => deliverables.insert([deliverable("acme", "site"), deliverable("acme", "shop")]));
    await change(({ deliverables }) => deliverables.insert([deliverable("beta", "site")]));
    await change(({ deliverables }) => deliverables.insert([]));
    expect(await read(({ deliverables }) => deliverables.find("acme", "site"))).toMatchObject(
      deliverable("acme", "site"),
    );
    expect((await read(({ deliverables }) => deliverables.list("acme"))).map(({ id }) => id)).toEqual(["shop", "site"]);
    for (const wrong of [deliverable("acme", "site"), deliverable("nobody", "site")])
      await expect(change(({ deliverables }) => deliverables.insert([wrong]))).rejects.toThrow(/constraint/i);
  });
});
