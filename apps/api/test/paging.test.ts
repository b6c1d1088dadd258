import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parametersOf } from "../src/rest/query-input.ts";
import { routes } from "../src/rest/route.ts";
import { appRouter } from "../src/router.ts";
import type { Api } from "./client.ts";
import { places } from "./places.ts";
import { openPractice, type Practice } from "./practice.ts";
import { proceduresOf } from "./procedures.ts";

interface Page<T> {
  readonly items: readonly T[];
  readonly nextCursor: string | null;
}

const inputs = new Map(routes.map(({ procedure, input }) => [procedure, parametersOf(input())]));
const takesCursor = (path: string): boolean => inputs.get(path)?.some(({ name }) => name === "cursor") ?? false;

describe.each(places)("lists on %s", (_engine, place) => {
  let practice: Practice;
  let api: Api;
  let headers: Record<string, string>;
  const account = "acme";

  beforeAll(async () => {
    practice = await openPractice(await place(), "2024-01-08");
    api = await practice.as("admin");
    headers = await practice.session("admin");
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
    for (const { id } of billed) await api.time.amend.mutate({ account, entry: id, minutes: 50 });
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

  test.each(["", "nonsense", "rubbish!", Buffer.from('["\\ud800"]').toString("base64url")])(
    "a cursor that is none of ours (%j) is refused by every list there is",
    async (cursor) => {
      const pages = proceduresOf(appRouter).filter(({ path }) => takesCursor(path));
      expect(pages.length).toBeGreaterThan(15);
      for (const { path } of pages)
        for (const input of [{ cursor }, { cursor, account }, { cursor, stream: account }]) {
          const route = routes.find(({ procedure }) => procedure === path);
          const asked = new URLSearchParams(Object.entries(input));
          const answer = await fetch(`${practice.address}/api${route?.path}?${asked}`, { headers });
          const { error } = JSON.parse(await answer.text());
          expect([path, answer.status, error?.code]).toEqual([path, 400, "MALFORMED"]);
        }
    },
  );

  test("every list of one account keeps to its limit, and goes on where it stopped", async () => {
    for (const id of ["one", "two", "three"]) {
      await api.deliverable.add.mutate({ account, name: id, id });
      await api.deliverable.estimate.mutate({
        account,
        deliverable: id,
        estimates: [{ phase: "implementation", minutes: 600 }],
      });
      await api.sow.issue.mutate({ account, deliverable: id });
      await api.sow.approve.mutate({ account, deliverable: id, by: "Ada" });
      await api.changeOrder.propose.mutate({ account, deliverable: id, minutes: 60 });
    }
    const found: Record<string, number> = {};
    for (const { path } of proceduresOf(appRouter).filter((each) => takesCursor(each.path))) {
      const route = routes.find(({ procedure }) => procedure === path);
      const seen: string[] = [];
      let cursor: string | null = null;
      do {
        const asked = new URLSearchParams({ account, limit: "2", ...(cursor === null ? {} : { cursor }) });
        const answer = await fetch(`${practice.address}/api${route?.path}?${asked}`, { headers });
        const page = JSON.parse(await answer.text());
        if (answer.status === 400) break;
        expect([path, page.items.length]).toEqual([path, Math.min(2, page.items.length)]);
        seen.push(...page.items.map((item: unknown) => JSON.stringify(item)));
        cursor = page.nextCursor;
      } while (cursor !== null);
      expect(new Set(seen).size, path).toBe(seen.length);
      found[path] = seen.length;
    }
    expect(found).toMatchObject({ "deliverable.list": 3, "sow.list": 3, "changeOrder.list": 3 });
  });

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
