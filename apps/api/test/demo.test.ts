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
/** What a practice seeded in one go, by one process, shows. */
let alone: Promise<Awaited<ReturnType<typeof figuresOf>>> | undefined;
const figuresSeededAlone = () => {
  alone ??= seededAlone().then(figuresOf);
  return alone;
};
const seededAlone = async (at = now): Promise<Store> => {
  const store = await booksAt(freshFile(), { at });
  expect(await seedDemo(store, Date.parse(at))).toBe(true);
  return store;
};

describe("the demo practice", () => {
  test("is the same every time, and is seeded once", async () => {
    const store = await seededAlone();
    const figures = await figuresOf(store);
    expect(await figuresSeededAlone()).toEqual(figures);

    const { journalRows } = await apiOf(store).books.verify.query();
    expect(await seedDemo(store, Date.parse("2026-09-01T00:00:00Z"))).toBe(false);
    expect((await apiOf(store).books.verify.query()).journalRows).toBe(journalRows);
    await expectGoodBooks(apiOf(store));
  });

  // Days all over the fourteen of a billing period, the ends of months and of a leap day's month among them.
  test.each(["2026-03-02", "2026-03-15", "2028-02-29"])(
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
      for (const kind of ["approval-asked", "invoice-issued", "allowance-alert"] as const)
        expect((await api.message.list.query({ kind, limit: 1 })).items).toHaveLength(1);
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

  test.each(["2026-03-08", "2027-12-31"])("on %s shows the whole offering", async (day) => {
    const store = await seededAlone(`${day}T23:00:00Z`);
    const api = apiOf(store, day);
    const { items: deliverables } = await api.deliverable.list.query({ limit: 200 });
    const shown = (account: string, deliverable: string) => ({ account, deliverable });

    // All seven kinds, a larger piece of work with parts, and work in every phase (DLV-1, PROC).
    expect(new Set(deliverables.map(({ kind }) => kind).filter((kind) => kind !== null)).size).toBe(7);
    expect(deliverables.filter(({ parent }) => parent === "regulated-products").length).toBeGreaterThan(1);
    const board = (await api.phase.board.query({ limit: 200 })).items;
    expect(new Set(board.map(({ phase }) => phase))).toEqual(
      new Set(["discovery", "technical-planning", "implementation", "testing", "deployment", "stabilization"]),
    );
    expect((await api.customization.list.query({ state: "live" })).items.length).toBeGreaterThan(4);

    // SOWs: to be approved, expired, replaced; approved ones of each lead time with and without a deposit (DLV-2, DLV-3).
    const sows = (await api.sow.list.query({ limit: 200 })).items;
    const waiting = sows.filter(({ state }) => state === "issued");
    expect(waiting.some(({ validUntil }) => validUntil < day)).toBe(true);
    expect(
      waiting
        .filter(({ validUntil }) => validUntil >= day)
        .map(({ account }) => account)
        .toSorted(),
    ).toEqual(["bluewater-marine", "harbor-electric"]);
    expect(sows.some(({ state }) => state === "replaced")).toBe(true);
    const approved = sows.filter(({ state }) => state === "approved");
    for (const leadTime of ["standard", "expedited", "rush"])
      for (const withDeposit of [true, false])
        expect(approved.filter((sow) => sow.leadTime === leadTime && sow.deposit > 0 === withDeposit)).not.toEqual([]);

    // Change orders wait for both program managers of the demo; one was approved with new dates, one declined (DLV-4).
    const changes = (await api.changeOrder.list.query({ limit: 200 })).items;
    expect(
      changes
        .filter(({ state }) => state === "proposed")
        .map(({ account }) => account)
        .toSorted(),
    ).toEqual(["bluewater-marine", "harbor-electric"]);
    expect(changes.some(({ state, newExpeditedBy }) => state === "approved" && newExpeditedBy !== null)).toBe(true);
    expect(changes.find(({ state }) => state === "declined")?.reason).toMatch(/./);

    // Time beyond what is approved is held; some is covered by deposits (DLV-3, DLV-5).
    const { minutes } = await api.books.verify.query();
    expect([minutes.held, minutes.deposit > 0]).toEqual([180, true]);

    // Lead times: one at risk, one to be decided, two that came back, one met (LEAD).
    const clock = await api.leadTime.clock.query(shown("harbor-electric", "price-api"));
    expect(clock).toMatchObject({ state: "running", atRisk: true, tolledDays: [{ whose: "client", businessDays: 2 }] });
    const states = ["proposed", "automatic", "confirmed"] as const;
    const decisions = (await api.premium.list.query({ states: [...states] })).items;
    const outcomes = decisions.map(({ id, state, settlement }) => [id, state, settlement.outcome]);
    expect(outcomes.toSorted()).toEqual([
      ["licence-check", "automatic", "credited"],
      ["plant-routing", "proposed", "downgraded"],
      ["recall-list", "confirmed", "downgraded"],
      ["school-budgets", "automatic", "met"],
    ]);
    for (const { id, creditMemos } of decisions)
      expect([id, creditMemos.length > 0]).toEqual([id, ["licence-check", "recall-list"].includes(id)]);

    // The process: tested by the customer, gone back, waiting for others, found and done (PROC).
    const uat = await api.phase.show.query(shown("harbor-electric", "rep-dashboard"));
    expect(uat).toMatchObject({ phase: "testing", advanceRefused: { code: "PHASE_INCOMPLETE" } });
    const { phase, history } = await api.phase.show.query(shown("prairie-seed", "seasonal"));
    expect(phase).toBe("implementation");
    expect(history.at(-1)).toMatchObject({ type: "went-back", to: phase, reason: expect.stringMatching(/./) });
    const waits = (await api.wait.list.query({})).items;
    expect(new Set(waits.map(({ whose }) => whose))).toEqual(new Set(["client", "product"]));
    const items = (await api.punchList.list.query(shown("harbor-electric", "rep-dashboard"))).items;
    expect(new Set(items.map(({ state }) => state))).toEqual(new Set(["open", "done"]));
    const issues = (await api.issue.list.query({ account: "ridgeline-outdoor" })).items;
    expect(new Set(issues.map(({ state }) => state))).toEqual(new Set(["open", "done"]));

    // The product team's items in every state; what a version update means for what is live (PROD, PROC-9).
    const products = (await api.productItem.list.query({})).items;
    expect(products.map(({ state }) => state).toSorted()).toEqual(
      ["requested", "confirmed", "scheduled", "deployed", "rejected"].toSorted(),
    );
    const updates = (await api.update.list.query({})).items;
    expect(new Set(updates.flatMap(({ reviews }) => reviews.map(({ state }) => state)))).toEqual(
      new Set(["open", "compatible", "needs-work", "retired"]),
    );

    // One of each package, the Guide over its cap; two plans, one with a slip of theirs (PKG-7, IMPL-4).
    const usage = [];
    for (const account of ["tri-county-plumbing", "northfield-dental", "atlas-medical"])
      usage.push(...(await api.package.usage.query({ account })).items);
    expect(usage.map(({ package: id, months }) => [id, months.some(({ usedMinutes }) => usedMinutes > 0)])).toEqual([
      ["advocate", true],
      ["guide", true],
      ["consultant", true],
    ]);
    expect(usage[1]?.months.at(-1)?.over).toMatchObject({ upgrade: { package: "guide", units: 2 } });
    const slipped = await api.plan.show.query({ account: "harbor-electric" });
    expect(slipped.steps.flatMap(({ slip }) => slip)).toContainEqual({ days: 5, whose: "theirs" });
    const starter = await api.plan.show.query({ account: "tri-county-plumbing" });
    expect(starter.plan).toMatchObject({ connect: "starter" });
    expect(Object.keys(starter.plan.done)).toHaveLength(4);

    // People with their hats: those who sign in are there, and gaps show (ROLE).
    const people = (await api.person.list.query({ account: "harbor-electric" })).items;
    expect(people.map(({ name }) => name)).toEqual(expect.arrayContaining(["Grace Lindqvist", "Omar Reyes"]));
    const { hats } = await api.person.gaps.query({ account: "harbor-electric" });
    expect(hats.map(({ hat }) => hat)).toContain("lead-project-manager");

    // The customers who can be tried out have something to do when they come (ROLE-5).
    const turnsOf = async (account: string) =>
      new Set((await api.home.customer.query({ account })).turns.map(({ kind }) => kind));
    expect(await turnsOf("harbor-electric")).toEqual(new Set(["sow", "change-order", "uat", "word", "wait", "step"]));
    expect(await turnsOf("bluewater-marine")).toEqual(new Set(["invoice", "sow", "change-order"]));
    await expectGoodBooks(api);
  });

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
    expect(await figuresOf(store)).toEqual(await figuresSeededAlone());
    await expectGoodBooks(apiOf(store));
  });

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
    expect(await figuresOf(store)).toEqual(await figuresSeededAlone());
    await expectGoodBooks(apiOf(store));
  });
});
