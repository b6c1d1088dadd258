import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Api } from "./client.ts";
import { places } from "./places.ts";
import { openPractice, type Practice } from "./practice.ts";

interface Page<T> {
  readonly items: readonly T[];
  readonly nextCursor: string | null;
}

describe.each(places)("lists on %s", (_engine, place) => {
  let practice: Practice;
  let api: Api;
  const account = "acme";

  beforeAll(async () => {
    practice = await openPractice(await place(), "2024-01-08");
    api = await practice.as("admin");
    for (const name of ["Acme", "Beta", "Gamma"]) await api.account.open.mutate({ name });
    for (const each of [account, "beta"])
      for (const on of ["2024-01-02", "2024-01-03", "2024-01-03", "2024-01-17"])
        await api.time.log.mutate({ account: each, on, minutes: 60 });
    for (const [day, through] of [
      ["2024-01-15", "2024-01-14"],
      ["2024-01-29", "2024-01-28"],
    ] as const) {
      practice.on(day);
      await api.invoice.run.mutate({ through });
      await api.payment.record.mutate({ account, amount: 100 });
      await api.payment.record.mutate({ account, amount: 200 });
    }
    // What replaces a billed entry keeps its day and its order, and so stands in the same place of the list.
    const billed = (await api.time.list.query({ account })).items.filter(({ on }) => on === "2024-01-03");
    for (const { id } of billed) await api.time.amend.mutate({ account, entry: id, note: "Corrected" });
    await api.invoice.void.mutate({ number: "INV-000002" });
  });
  afterAll(() => practice.close());

  const lists: Record<string, (cursor: string | undefined, limit: number) => Promise<Page<unknown>>> = {
    "time of all accounts": (cursor, limit) => api.time.list.query({ cursor, limit }),
    "time of one account": (cursor, limit) => api.time.list.query({ account, cursor, limit }),
    invoices: (cursor, limit) => api.invoice.list.query({ cursor, limit }),
    "open invoices": (cursor, limit) => api.invoice.list.query({ status: "open", cursor, limit }),
    payments: (cursor, limit) => api.payment.list.query({ account, cursor, limit }),
    "credit memos": (cursor, limit) => api.credit.list.query({ cursor, limit }),
    accounts: (cursor, limit) => api.account.list.query({ cursor, limit }),
    journal: (cursor, limit) => api.journal.list.query({ cursor, limit }),
    "one stream of the journal": (cursor, limit) => api.journal.list.query({ stream: account, cursor, limit }),
  };

  test.each(Object.keys(lists))("page by page, %s show each item once and in order", async (name) => {
    const list = lists[name] ?? expect.unreachable();
    const whole = await list(undefined, 500);
    expect(whole.nextCursor).toBeNull();
    expect(whole.items.length).toBeGreaterThan(2);
    for (const limit of [1, 2, 3, whole.items.length]) {
      const items: unknown[] = [];
      let cursor: string | undefined;
      do {
        const page = await list(cursor, limit);
        expect(page.items.length).toBeLessThanOrEqual(limit);
        items.push(...page.items);
        cursor = page.nextCursor ?? undefined;
      } while (cursor !== undefined && items.length <= whole.items.length);
      expect(items).toEqual(whole.items);
    }
  });

  test.each(["", "nonsense", Buffer.from("[1,2]").toString("base64url")])(
    "a cursor that is none of ours (%j) starts from the top",
    async (cursor) => {
      const [first] = (await api.time.list.query({ limit: 1 })).items;
      expect((await api.time.list.query({ limit: 1, cursor })).items).toEqual([first]);
    },
  );

  test("time can be narrowed by worker, days and what is open", async () => {
    await api.time.log.mutate({ account, worker: "Zoe", on: "2024-01-20", minutes: 5, override: "Test" });
    const ofZoe = await api.time.list.query({ worker: "Zoe" });
    expect(ofZoe.items).toMatchObject([{ worker: "Zoe", openMinutes: 5 }]);
    const open = await api.time.list.query({ account, state: "open" });
    expect(open.items.map(({ on }) => on)).toEqual(["2024-01-20", "2024-01-03", "2024-01-03"]);
    const days = await api.time.list.query({ account, from: "2024-01-17", to: "2024-01-19" });
    expect(days.items.map(({ on }) => on)).toEqual(["2024-01-17"]);
  });
});
