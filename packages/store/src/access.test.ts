import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type OpenedStore, stores } from "../test/books.ts";
import type { Books } from "./books.ts";

describe.each(stores)("who may come in, on %s", (_engine, open) => {
  let opened: OpenedStore;
  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened.close());
  const change = <T>(work: (books: Books) => Promise<T>): Promise<T> => opened.store.touch(work);
  const read = <T>(work: (books: Books) => Promise<T>): Promise<T> => opened.store.read(work);
  const [at, later] = ["2024-01-10T09:00:00.000Z", "2024-01-10T10:00:00.000Z"];
  const token = (id: string, created_at = at) => ({
    ...{ id, hash: `hash of ${id}`, name: "Script 🤖", role: "finance", account: null },
    ...{ created_at, expires_at: later, revoked_at: null, read_only: 0 },
  });

  test("a token is known by its hash until it is revoked, and is listed in order", async () => {
    await change(async ({ access }) => {
      for (const each of [token("second"), token("third", later), token("first")]) await access.insertToken(each);
    });
    expect(await read(({ access }) => access.tokenByHash("hash of second"))).toEqual(token("second"));
    expect(await read(({ access }) => access.tokenByHash("second"))).toBeUndefined();
    await change(({ access }) => access.revokeToken("second", later));
    expect(await read(({ access }) => access.findToken("second"))).toEqual({ ...token("second"), revoked_at: later });
    expect((await read(({ access }) => access.tokens())).map(({ id }) => id)).toEqual(["first", "second", "third"]);
    await expect(
      change(({ access }) => access.insertToken({ ...token("other"), hash: "hash of first" })),
    ).rejects.toThrow(/unique/i);
  });

  test("a sign-in link lets one in, once, before it expires", async () => {
    const link = (hash: string, expires_at = later) => ({
      hash,
      name: "Ann",
      role: "admin",
      created_at: at,
      expires_at,
      used_at: null,
      app_user: null,
    });
    await change(async ({ access }) => {
      await access.insertLink(link("link"));
      await access.insertLink(link("old", at));
    });
    const use = (hash: string) => change(({ access }) => access.useLink(hash, at));
    const uses = await Promise.all(Array.from({ length: 8 }, () => use("link")));
    expect(uses.filter((each) => each !== undefined)).toEqual([{ ...link("link"), used_at: at }]);
    expect(await use("link")).toBeUndefined();
    expect(await use("old")).toBeUndefined();
    expect(await use("unknown")).toBeUndefined();
  });

  test("a session lasts until it is ended", async () => {
    const of = { name: "Ann", role: "admin", account: "acme", app_user: null, user_agent: "" };
    const session = { ...of, hash: "session", created_at: at, expires_at: later, last_used_at: at };
    await change(({ access }) => access.insertSession(session));
    expect(await read(({ access }) => access.sessionByHash("session"))).toEqual(session);
    await change(({ access }) => access.deleteSession("session"));
    expect(await read(({ access }) => access.sessionByHash("session"))).toBeUndefined();
  });

  test("nothing of this is a row of the journal", async () => {
    expect(await read(({ journal }) => journal.list({ limit: 9 }))).toHaveLength(1);
  });
});
