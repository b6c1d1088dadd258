import { existsSync, readdirSync, readFileSync, statSync, truncateSync } from "node:fs";
import { dirname } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { allRows } from "../test/all-rows.ts";
import {
  account,
  command,
  did,
  entry,
  logTime,
  now,
  type OpenedStore,
  openAccount,
  openBooks,
  stores,
} from "../test/books.ts";
import { completeBooks } from "../test/complete-books.ts";
import { freshFile, type Place, places } from "../test/engines.ts";
import { backupTo } from "./backup.ts";
import { practiceStream } from "./journal.ts";
import { restoreFrom } from "./restore.ts";
import { openStore, type Store } from "./store.ts";
import { tableNames } from "./table-list.ts";
import { verifyBooks } from "./verify.ts";

const how = { overwrite: false, actor: "local:ann", recordedAt: "2024-03-01T08:00:00.000Z" };
const openAgain = (url: string): Promise<Store> => openStore(url, { schema: "require", now: () => now });

describe.each(stores.flatMap(([from, open]) => places.map(([to, place]) => [from, to, open, place] as const)))(
  "books from %s restored into %s",
  (_from, _to, open, place) => {
    let books: OpenedStore;
    let room: Place;
    let target: Place;
    let file: string;
    beforeEach(async () => {
      [books, room, target] = [await open(), freshFile(), await place()];
      file = `${room.url}.backup`;
    });
    afterEach(async () => {
      await books.close();
      await room.remove();
      await target.remove();
    });

    test("are exactly those of the backup, but that nobody is signed in and one row tells of it", async () => {
      await completeBooks(books.store);
      await backupTo(books.store, file);
      const bytes = readFileSync(file);
      const restored = await restoreFrom(target.url, file, how);
      const store = await openAgain(target.url);
      const [before, after] = [await allRows(books.store.database), await allRows(store.database)];
      const told = after.journal?.find((row) => (row as { type: string }).type === "books.restored");
      expect(told).toMatchObject({ stream: practiceStream, actor: how.actor, recorded_at: how.recordedAt });
      for (const name of tableNames) {
        if (notRestored.includes(name)) expect(after[name], name).toEqual([]);
        else if (name === "outbox")
          expect(after[name]).toMatchObject([{ state: "failed", dedupe_key: "invitation user-1" }]);
        else if (name === "journal") expect(after.journal?.filter((row) => row !== told)).toEqual(before.journal);
        else if (name === "account_head") expect(after[name]?.slice(1)).toEqual(before[name]?.slice(1));
        else expect(after[name], name).toEqual(before[name]);
      }
      expect(restored).toMatchObject({ ok: true, accounts: 2, journalRows: 34, problems: [] });
      expect(restored).toMatchObject({
        skipped: { invoice: 0, "credit-memo": 0 },
        next: { invoice: 5, "credit-memo": 4 },
      });
      expect(await verifyBooks(store.database)).toMatchObject({ ok: true, heads: restored.heads });
      expect(readFileSync(file).equals(bytes)).toBe(true);
      expect(readdirSync(dirname(file))).toEqual(["books.db.backup"]);
      await logTime(store, entry("goes on"));
      await store.close();
    });
  },
);

const notRestored: readonly string[] = ["session", "sign_in_link", "access_link", "sign_in_attempt", "known_place"];

describe.each(stores)("a restore on %s", (_engine, open) => {
  let books: OpenedStore;
  let file: string;
  let room: Place;
  beforeEach(async () => {
    [books, room] = [await open(), freshFile()];
    file = `${room.url}.backup`;
    await openAccount(books.store, account("acme"));
  });
  afterEach(async () => {
    await books.close();
    await room.remove();
  });
  const options = { ...how, overwrite: true };
  /** Restores over the books, which nobody else uses meanwhile. */
  const restore = async (more: Partial<Parameters<typeof restoreFrom>[2]> = {}) => {
    await books.store.close();
    const restored = await restoreFrom(books.url, file, { ...options, ...more });
    books = { ...books, store: await openAgain(books.url) };
    return restored;
  };
  const give = (series: "invoice" | "credit-memo", count: number) =>
    books.store.touch(async ({ numbers }) => {
      for (let given = 0; given < count; given += 1) await numbers.next(series);
    });

  test("replaces books only when that is asked for, and tells which", async () => {
    await backupTo(books.store, file);
    await logTime(books.store, entry("after the backup"));
    const { heads } = await verifyBooks(books.store.database);
    await books.store.close();
    await expect(restoreFrom(books.url, file, how)).rejects.toMatchObject({ code: "BOOKS_NOT_EMPTY" });
    await restore();
    const { found, told } = await books.store.read(async ({ entries, journal }) => ({
      found: await entries.list({ limit: 9 }),
      told: await journal.list({ type: "books.restored", limit: 9 }),
    }));
    expect(found).toEqual([]);
    const [{ seq, hash } = {}] = heads;
    const replaced = { accounts: 1, journalRows: 3, head: { seq, hash } };
    expect(told).toMatchObject([{ data: { backup: { accounts: 1, journalRows: 2 }, replaced } }]);
  });

  test("is refused while others use the books, and nobody is harmed", async () => {
    await backupTo(books.store, file);
    const before = await allRows(books.store.database);
    const attempt = restoreFrom(books.url, file, options);
    await expect(attempt).rejects.toMatchObject({ name: "StoreProblem", code: "DATABASE_IN_USE" });
    expect(await allRows(books.store.database)).toEqual(before);
    await logTime(books.store, entry("goes on"));
  });

  test("keeps nobody signed in, and a token revoked that was revoked since the backup", async () => {
    const token = (id: string) => ({ id, name: "Script", role: "admin" });
    const rest = { account: null, created_at: now, expires_at: null, revoked_at: null, read_only: 0 };
    for (const id of ["kept", "stolen"])
      await books.store.write(command(practiceStream, "token.created"), async ({ access }) => {
        await access.insertToken({ ...token(id), ...rest, hash: `hash of ${id}` });
        return did(null, token(id));
      });
    await books.store.touch(({ access }) =>
      access.insertSession({
        hash: "session",
        name: "Ann",
        role: "admin",
        account: null,
        created_at: now,
        expires_at: now,
        app_user: null,
        user_agent: "",
        last_used_at: now,
      }),
    );
    await backupTo(books.store, file);
    await books.store.write(command(practiceStream, "token.revoked"), async ({ access }) => {
      await access.revokeToken("stolen", how.recordedAt);
      return did(null, { id: "stolen" });
    });
    await restore();
    const { tokens, session } = await books.store.read(async ({ access }) => ({
      tokens: await access.tokens(),
      session: await access.sessionByHash("session"),
    }));
    expect(tokens.map(({ id, revoked_at }) => [id, revoked_at])).toEqual([
      ["kept", null],
      ["stolen", how.recordedAt],
    ]);
    expect(session).toBeUndefined();
    expect(await verifyBooks(books.store.database)).toMatchObject({ problems: [] });
  });

  test("keeps out who was disabled since, brings back no earlier password, and holds messages back", async () => {
    const user = (id: string) => ({
      ...{ id, name: id, email: `${id}@pro.example`, role: "finance", account: null },
      ...{ state: "active" as const, createdAt: now },
    });
    for (const id of ["ann", "eve"])
      await books.store.write(command(practiceStream, "user.added"), async ({ users }) => {
        await users.insert(user(id));
        await users.setPassword(id, "first");
        return did(null, { user: user(id) });
      });
    await books.store.touch(({ outbox }) => {
      const to = { user: "ann", email: "ann@pro.example", name: "ann" };
      const about = { account: null, kind: "reset", subject: "Reset", body: "", link: null };
      return outbox.put({ ...about, to, dedupeKey: "1" }, now);
    });
    await backupTo(books.store, file);
    await books.store.write(command(practiceStream, "user.disabled"), async ({ users }) => {
      const disabled = { ...user("eve"), state: "disabled" as const };
      await users.update(disabled);
      await users.setPassword("ann", "second");
      return did(null, { user: disabled });
    });
    await restore();
    const found = await books.store.read(async ({ users, outbox }) => ({
      eve: (await users.find("eve"))?.state,
      ann: (await users.secretsOf("ann"))?.password_hash,
      letters: await outbox.list({ limit: 9 }),
    }));
    expect(found).toMatchObject({ eve: "disabled", ann: "second", letters: [{ state: "failed", sentAt: null }] });
    expect(await verifyBooks(books.store.database)).toMatchObject({ problems: [] });
  });

  describe("does not give numbers again that were sent (INV-3)", () => {
    test("as the next ones are named; verify counts those set aside", async () => {
      await backupTo(books.store, file);
      const first = await restore({ nextInvoice: 131, nextCreditMemo: 7 });
      expect(first).toMatchObject({
        skipped: { invoice: 130, "credit-memo": 6 },
        next: { invoice: 131, "credit-memo": 7 },
      });
      expect(await verifyBooks(books.store.database)).toMatchObject({ problems: [] });
      await backupTo(books.store, file, { overwrite: true });
      expect(await restore({ nextInvoice: 140 })).toMatchObject({ skipped: { invoice: 9, "credit-memo": 0 } });
      expect(await verifyBooks(books.store.database)).toMatchObject({ problems: [] });
      expect(await books.store.touch(({ numbers }) => numbers.next("invoice"))).toBe("INV-000140");
    });

    test("as the replaced books gave them after the backup, unless others are named", async () => {
      await backupTo(books.store, file);
      await give("invoice", 3);
      expect(await restore()).toMatchObject({ skipped: { invoice: 3, "credit-memo": 0 }, next: { invoice: 4 } });
      await give("credit-memo", 2);
      const named = await restore({ nextInvoice: 1, nextCreditMemo: 2 });
      expect(named).toMatchObject({
        skipped: { invoice: 0, "credit-memo": 1 },
        next: { invoice: 1, "credit-memo": 2 },
      });
    });

    test("but takes no heed of the numbers of other books", async () => {
      const others = await openBooks(freshFile());
      await backupTo(others.store, file);
      await others.close();
      await give("invoice", 3);
      expect(await restore()).toMatchObject({ skipped: { invoice: 0, "credit-memo": 0 } });
    });

    test("and a number that is none leaves everything as it was", async () => {
      await backupTo(books.store, file);
      const before = await allRows(books.store.database);
      await books.store.close();
      for (const nextInvoice of [0, -1, 1.5, Number.NaN])
        await expect(restoreFrom(books.url, file, { ...options, nextInvoice })).rejects.toThrow(RangeError);
      books = { ...books, store: await openAgain(books.url) };
      expect(await allRows(books.store.database)).toEqual(before);
    });
  });
});

describe("a restore into a file", () => {
  let books: OpenedStore;
  let file: string;
  beforeEach(async () => {
    books = await openBooks(freshFile());
    file = `${books.url}.backup`;
    await backupTo(books.store, file);
  });
  afterEach(() => books.close());

  test("makes one that only its owner can read, by its address too", async () => {
    const url = `${books.url}.new`;
    await restoreFrom(pathToFileURL(url).href, file, how);
    expect((statSync(url).mode & 0o777).toString(8)).toBe("600");
    expect(existsSync(`${url}-wal`)).toBe(false);
  });

  test("leaves none behind when it fails", async () => {
    const url = `${books.url}.new`;
    await expect(restoreFrom(url, file, { ...how, nextInvoice: 0 })).rejects.toThrow(RangeError);
    expect(readdirSync(dirname(url)).filter((name) => name.includes("new"))).toEqual([]);
  });

  test("is not one of a file into itself", async () => {
    await expect(restoreFrom(file, file, { ...how, overwrite: true })).rejects.toMatchObject({ code: "FILE_EXISTS" });
  });

  test("says what to do where the file is damaged", async () => {
    const url = `${books.url}.new`;
    await restoreFrom(url, file, how);
    truncateSync(url, statSync(url).size - 8_192);
    const attempt = restoreFrom(url, file, { ...how, overwrite: true });
    await expect(attempt).rejects.toMatchObject({ code: "DATABASE_CORRUPT", message: /move its files away/ });
  });
});
