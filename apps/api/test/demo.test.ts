import { openStore, Refused, type Store } from "@cimpro/store";
import { afterEach, describe, expect, test } from "vitest";
import { seedDemo } from "../src/demo/seed.ts";
import { embeddedApi } from "./client.ts";
import { freshFile, type Place, places } from "./places.ts";
import { expectGoodBooks } from "./practice.ts";
import { type Program, program } from "./processes.ts";

const now = "2026-03-12T09:30:00Z";
const open: Store[] = [];
const used: Place[] = [];
const started: Program[] = [];
afterEach(async () => {
  for (const each of started.splice(0)) await each.kill();
  for (const each of open.splice(0)) await each.close();
  for (const each of used.splice(0)) await each.remove();
});

async function booksAt(place: Place, { demo = true, at = now } = {}): Promise<Store> {
  used.push(place);
  const store = await openStore(place.url, { schema: "migrate", now: () => at, demo });
  open.push(store);
  return store;
}
const apiOf = (store: Store, today = now.slice(0, 10)) =>
  embeddedApi(store, { actor: { name: "Ann", role: "admin" }, now: () => Date.parse(now) }, { today });
const seeder = (url: string, at = now): Program => {
  const one = program("seeder", url, at);
  started.push(one);
  return one;
};

/** Everything a visitor sees, but for the instants of recording and the ids that standing payments are given. */
async function figuresOf(store: Store) {
  const api = apiOf(store);
  const payments = [];
  for (const { id } of (await api.account.list.query({})).items)
    payments.push(...(await api.payment.list.query({ account: id, limit: 500 })).items);
  return {
    overview: await api.home.overview.query({}),
    invoices: (await api.invoice.list.query({ limit: 500 })).items,
    credits: (await api.credit.list.query({ limit: 500 })).items,
    minutes: (await api.books.verify.query()).minutes,
    time: (await api.time.list.query({ limit: 200 })).items.map(({ recordedAt: _at, ...entry }) => entry),
    payments: payments.map(({ id: _id, ...payment }) => payment),
  };
}
const seededAlone = async (at = now): Promise<Store> => {
  const store = await booksAt(freshFile(), { at });
  expect(await seedDemo(store, Date.parse(at))).toBe(true);
  return store;
};

describe("the demo practice", () => {
  test("is the same every time, and is seeded once", async () => {
    const store = await seededAlone();
    const figures = await figuresOf(store);
    expect(await figuresOf(await seededAlone())).toEqual(figures);

    const { journalRows } = await apiOf(store).books.verify.query();
    expect(await seedDemo(store, Date.parse("2026-09-01T00:00:00Z"))).toBe(false);
    expect((await apiOf(store).books.verify.query()).journalRows).toBe(journalRows);
    await expectGoodBooks(apiOf(store));
  }, 60_000);

  // Days all over the fourteen of a billing period, the ends of months and of a leap day's month among them.
  test.each(["2026-03-02", "2026-03-08", "2026-03-15", "2027-12-31", "2028-02-29"])(
    "on %s shows a year of everything that happens in a practice",
    async (day) => {
      const store = await seededAlone(`${day}T23:00:00Z`);
      const api = apiOf(store, day);
      expect(await api.session.me.query()).toMatchObject({ practice: { demo: true }, today: day });
      const { accounts } = await api.home.overview.query({});
      expect(accounts).toHaveLength(12);
      const named = (id: string) => accounts.find((each) => each.id === id) ?? expect.unreachable(id);

      // A lump sum of 20 hours that is nearly used up; hours used up with overage; allowances that go on and that ended.
      expect(named("ridgeline-outdoor").remainingMinutes).toBeGreaterThan(0);
      expect(named("ridgeline-outdoor").remainingMinutes).toBeLessThanOrEqual(120);
      expect(named("northfield-dental")).toMatchObject({ hasAllowance: true, remainingMinutes: 0 });
      expect(named("northfield-dental").openMinutes).toBeGreaterThan(0);
      const bought = async (account: string) => (await api.allowance.list.query({ account })).items;
      expect(await bought("harbor-electric")).toMatchObject([{ kind: "monthly", minutes: 1800, lastMonth: null }]);
      expect(await bought("tri-county-plumbing")).toMatchObject([{ kind: "monthly", lastMonth: expect.any(String) }]);
      expect(await bought("cascade-packaging")).toMatchObject([{ opening: true }, { opening: false }]);
      expect(accounts.filter(({ hasAllowance }) => !hasAllowance).length).toBeGreaterThan(2);

      // Overdue and stopped, with work that went on; partly paid; account credit; a dispute; all others pay.
      const invoices = (await api.invoice.list.query({ limit: 500 })).items;
      const of = (status: string) => invoices.filter((each) => each.status === status);
      expect(new Set(of("past-due").map(({ account }) => account))).toEqual(
        new Set(["bluewater-marine", "summit-fasteners"]),
      );
      const stopped = accounts.filter(({ standing }) => standing === "stopped").map(({ id }) => id);
      expect(stopped).toEqual(["bluewater-marine", "summit-fasteners"]);
      const [partly] = of("past-due").filter(({ account }) => account === "summit-fasteners");
      expect(partly?.balance).toBe((partly?.total ?? 0) - 75_000);
      expect(partly?.balance).toBeGreaterThan(0);
      expect(named("lakeshore-janitorial").accountCredit).toBe(125_000);
      expect(of("suspended").map(({ account }) => account)).toEqual(["maple-street-foods"]);
      expect(of("voided").map(({ account }) => account)).toEqual(["ironwood-tools"]);
      expect(of("paid").length).toBeGreaterThan(200);
      const credits = (await api.credit.list.query({})).items;
      expect(credits.map(({ reason, voids }) => [reason, voids])).toEqual(
        expect.arrayContaining([
          ["rebill", false],
          ["waive", false],
          ["rebill", true],
        ]),
      );
      const emergency = (await api.time.list.query({ account: "bluewater-marine", limit: 1 })).items[0];
      expect(emergency?.overrideReason).toMatch(/Live checkout/);

      // Requests in every state, late, amber and on time; one that waits to be begun; promises kept and missed.
      const queue = (await api.request.queue.query({})).items;
      expect(queue.map(({ state, followUp }) => [state, followUp.state])).toEqual([
        ["submitted", "late"],
        ["in-review", "amber"],
        ["submitted", "on-time"],
        ["followed-up", "on-time"],
      ]);
      const backlog = (await api.request.backlog.query({})).items;
      expect(backlog.filter(({ state }) => state === "accepted").map((each) => each.account)).toEqual(["prairie-seed"]);
      expect(await api.request.promises.query({})).toMatchObject({
        followUp: { kept: 6, missed: 2, open: 2 },
        start: { kept: 2, missed: 0, open: 1 },
      });

      // A year of work, none of it ahead of today; the last period that ended is left to bill.
      const all = (await api.time.list.query({ limit: 500 })).items;
      expect(all.every(({ on }) => on <= day)).toBe(true);
      expect(all.some(({ billable }) => !billable)).toBe(true);
      const draft = await api.invoice.draft.query({ through: day });
      expect(draft.invoices.filter(({ kind }) => kind === "work").length).toBeGreaterThan(4);
      await expectGoodBooks(api);
    },
  );

  test("goes into no other books", async () => {
    const real = await booksAt(freshFile(), { demo: false });
    await expect(seedDemo(real, Date.parse(now))).rejects.toThrow(Refused);
    const lived = await booksAt(freshFile());
    await apiOf(lived).account.open.mutate({ name: "Acme" });
    await expect(seedDemo(lived, Date.parse(now))).rejects.toMatchObject({
      rejection: { code: "DEMO_NEEDS_NEW_BOOKS", details: { accounts: 1 } },
    });
    expect((await apiOf(lived).account.list.query({})).items).toHaveLength(1);
  });
});

describe.each(places)("seeding the demo practice on %s", (_engine, place) => {
  test("by two processes at once gives the same practice, which one of them has made", async () => {
    const at = await place();
    const both = [seeder(at.url), seeder(at.url)];
    for (const each of both) expect(await each.line()).toBe("ready");
    expect((await Promise.all(both.map((each) => each.go()))).toSorted()).toEqual(["false", "true"]);
    const store = await booksAt(at);
    expect(await figuresOf(store)).toEqual(await figuresOf(await seededAlone()));
    await expectGoodBooks(apiOf(store));
  }, 60_000);

  test("after one was killed at it finishes the same practice, also on a later day", async () => {
    const at = await place();
    const doomed = seeder(at.url);
    await doomed.line();
    doomed.child.stdin?.end("go\n");
    const store = await booksAt(at);
    while ((await apiOf(store).invoice.list.query({ limit: 100 })).items.length < 40)
      expect(doomed.child.exitCode).toBe(null);
    await doomed.kill();
    expect(await seedDemo(store, Date.parse("2026-03-20T08:00:00Z"))).toBe(true);
    expect(await figuresOf(store)).toEqual(await figuresOf(await seededAlone()));
    await expectGoodBooks(apiOf(store));
  }, 60_000);
});
