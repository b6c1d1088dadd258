import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { command, did, now, type OpenedStore, stores } from "../test/books.ts";
import type { Books } from "./books.ts";
import { practiceStream } from "./journal.ts";
import type { Letter } from "./message.ts";

describe.each(stores)("the outbox on %s", (_engine, open) => {
  let opened: OpenedStore;
  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened.close());
  const change = <T>(work: (books: Books) => Promise<T>): Promise<T> => opened.store.touch(work);
  const [later, lease] = ["2024-01-10T09:01:00.000Z", "2024-01-10T09:05:00.000Z"];
  const letter = (dedupeKey: string, more: Partial<Letter> = {}): Letter => ({
    ...{ account: "acme", kind: "invoice-issued", to: { user: null, email: "a@acme.example", name: "Ada" } },
    ...{ subject: "Invoice", body: "…", link: "/invoices", dedupeKey },
    ...more,
  });

  test("takes a message once for its key, with the instant of the command", async () => {
    const put = () =>
      opened.store.write(command(practiceStream, "practice.set"), async ({ outbox }) =>
        did(await outbox.put(letter("once")), null),
      );
    expect([await put(), await put()]).toEqual([true, false]);
    const [message] = await opened.store.read(({ outbox }) => outbox.list({ limit: 9 }));
    expect(message).toMatchObject({ state: "queued", recordedAt: now, nextTryAt: now, attempts: 0 });
    await expect(change(({ outbox }) => outbox.put(letter("no instant")))).rejects.toThrow(/instant/);
  });

  test("takes nothing of a command that is refused or rehearsed", async () => {
    const dry = command(practiceStream, "practice.set", { dryRun: true });
    await opened.store.write(dry, async ({ outbox }) => did(await outbox.put(letter("dry")), {}));
    const failing = opened.store.write(command(practiceStream, "practice.set"), async ({ outbox }) => {
      await outbox.put(letter("undone"));
      throw new Error("undone");
    });
    await expect(failing).rejects.toThrow("undone");
    const kept = await opened.store.read(({ outbox }) => outbox.list({ limit: 9 }));
    expect(kept.map(({ dedupeKey }) => dedupeKey)).toEqual(["once"]);
  });

  test("gives a message to one of many who ask, and to another when its lease is over", async () => {
    const ask = (by: string, at: string) => change(({ outbox }) => outbox.claim(by, at, lease, 5));
    const asked = await Promise.all(["a", "b", "c", "d"].map((by) => ask(by, later)));
    expect(asked.flat()).toMatchObject([{ dedupeKey: "once", attempts: 1 }]);
    const [{ id } = { id: "" }] = asked.flat();
    const holder = ["a", "b", "c", "d"][asked.findIndex((each) => each.length === 1)] ?? "";
    expect(await ask("late", lease)).toMatchObject([{ id, attempts: 2 }]);
    // Whoever lost it may not say that it was sent.
    expect(await change(({ outbox }) => outbox.sent(id, holder, lease))).toBe(false);
    expect(await change(({ outbox }) => outbox.sent(id, "late", lease))).toBe(true);
    expect(await ask("again", "2025-01-01T00:00:00.000Z")).toEqual([]);
    expect(await opened.store.read(({ outbox }) => outbox.find(id))).toMatchObject({ state: "sent", sentAt: lease });
  });

  test("forgets a link that lets its holder in once it is sent, and no other", async () => {
    for (const linkIsSecret of [true, false])
      await change(({ outbox }) => outbox.put(letter(`secret ${linkIsSecret}`, { linkIsSecret }), now));
    for (const { id } of await change(({ outbox }) => outbox.claim("me", later, lease, 5)))
      await change(({ outbox }) => outbox.sent(id, "me", later));
    const links = await opened.store.read(({ outbox }) => outbox.list({ limit: 9, state: "sent" }));
    expect(links.map(({ dedupeKey, link }) => [dedupeKey, link]).toSorted()).toEqual([
      ["once", "/invoices"],
      ["secret false", "/invoices"],
      ["secret true", null],
    ]);
  });

  test("keeps what was not taken for later, gives it up when told so, and takes it up again", async () => {
    await change(({ outbox }) => outbox.put(letter("hard"), now));
    const claim = (at: string) => change(({ outbox }) => outbox.claim("me", at, lease, 5));
    const [{ id } = { id: "" }] = await claim(later);
    await change(({ outbox }) => outbox.notSent(id, "me", "busy", lease));
    expect(await claim(later)).toEqual([]);
    expect(await claim(lease)).toMatchObject([{ id, attempts: 2, lastError: "busy" }]);
    await change(({ outbox }) => outbox.notSent(id, "me", "no such mailbox", null));
    expect(await claim("2025-01-01T00:00:00.000Z")).toEqual([]);
    await change(({ outbox }) => outbox.retry(id, lease));
    expect(await claim(lease)).toMatchObject([{ id, attempts: 1 }]);
  });
});

describe.each(stores)("failed sign-ins on %s", (_engine, open) => {
  test("are kept for a day, for a bounded number of subjects", async () => {
    const opened = await open();
    const row = (subject: string, last_at: number) => ({ subject, failures: 1, last_at, blocked_until: 0 });
    const day = 24 * 3_600_000;
    await opened.store.touch(({ access }) => access.putAttempts([row("old", 1), row("older", 0)], 2));
    await opened.store.touch(({ access }) => access.putAttempts([row("new", day + 1)], day + 1));
    const left = await opened.store.read(({ access }) => access.attempts(["old", "older", "new"]));
    expect(left.map(({ subject }) => subject).toSorted()).toEqual(["new", "old"]);
    await opened.store.touch(async ({ access }) => {
      const many = Array.from({ length: 9_999 }, (_, at) => row(`many ${at}`, 2 * day));
      for (let at = 0; at < many.length; at += 2_000) await access.putAttempts(many.slice(at, at + 2_000), 2 * day);
      await access.putAttempts([row("one more", 2 * day + 1)], 2 * day + 1);
      await access.putAttempts([row("and another", 2 * day + 2)], 2 * day + 2);
    });
    const found = await opened.store.read(({ access }) => access.attempts(["many 0", "one more", "and another"]));
    expect(found.map(({ subject }) => subject).toSorted()).toEqual(["and another", "one more"]);
    await opened.close();
  });
});
