import { defaultPolicy } from "@cimpro/domain";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { now, type OpenedStore, stores } from "../test/books.ts";
import { practiceStream } from "./journal.ts";
import { openStore } from "./store.ts";

describe.each(stores)("new books on %s", (_engine, open) => {
  let books: OpenedStore;
  beforeEach(async () => {
    books = await open();
  });
  afterEach(() => books.close());
  const again = (schema: "create" | "migrate" | "require", demo = false) =>
    openStore(books.url, { schema, now: () => "2030-01-01T00:00:00.000Z", demo });

  test("begin with a practice and the default policy, which the journal tells of", async () => {
    const { practice, policies, journal } = await books.store.read(async (found) => ({
      practice: await found.practice.find(),
      policies: await found.policies.all(),
      journal: await found.journal.list({ limit: 9 }),
    }));
    expect(practice).toMatchObject({ timeZone: "UTC", currency: defaultPolicy.currency, demo: false });
    expect(policies).toEqual([{ version: 1, from: "1970-01-01", policy: defaultPolicy, adoptedAt: now }]);
    expect(journal).toMatchObject([
      {
        stream: practiceStream,
        seq: 1,
        type: "books.opened",
        recordedAt: now,
        data: { practice, policy: { version: 1 } },
      },
    ]);
  });

  test("are begun once, however often and by how many they are opened", async () => {
    const opened = await Promise.all([again("create"), again("migrate", true), again("require"), again("migrate")]);
    for (const store of opened) {
      expect(await store.read(({ journal }) => journal.list({ limit: 9 }))).toHaveLength(1);
      expect((await store.read(({ practice }) => practice.find()))?.demo).toBe(false);
      await store.close();
    }
  });

  test("keep what the practice is changed to", async () => {
    const set = {
      name: "“Wé” 🧾",
      address: "a\nb",
      email: "x@y.example",
      timeZone: "Asia/Tokyo",
      currency: "EUR",
      demo: true,
    };
    await books.store.touch(({ practice }) => practice.put(set));
    expect(await books.store.read(({ practice }) => practice.find())).toEqual(set);
  });

  test("take new versions of the policy in order of the day they begin, never two of one day", async () => {
    const adopt = (version: number, from: string, title: string) =>
      books.store.touch(({ policies }) => policies.put({ version, from, policy: { ...defaultPolicy, title } }, now));
    await adopt(3, "2025-01-01", "third");
    await adopt(2, "2024-06-01", "second");
    const titles = async () =>
      (await books.store.read(({ policies }) => policies.all())).map(({ policy }) => policy.title);
    expect(await titles()).toEqual([defaultPolicy.title, "second", "third"]);
    await expect(adopt(4, "2025-01-01", "fourth")).rejects.toThrow(/unique/i);
    await expect(adopt(2, "2026-01-01", "second again")).rejects.toThrow(/unique/i);
    expect(await titles()).toHaveLength(3);
  });
});

test.each(stores)("demo books on %s say that they are", async (_engine, open) => {
  const place = await open();
  await place.store.database.write(async ({ db }) => {
    for (const table of ["practice", "policy_version"] as const) await db.deleteFrom(table).execute();
  });
  const demo = await openStore(place.url, { schema: "migrate", now: () => now, demo: true });
  expect(await demo.read(({ practice }) => practice.find())).toMatchObject({ demo: true, name: /demo/ });
  await demo.close();
  await place.close();
});
