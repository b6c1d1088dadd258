import { afterEach, describe, expect, test } from "vitest";
import type { CustomerRole } from "../src/access/roles.ts";
import { type Api, embeddedApi } from "./client.ts";
import { places } from "./places.ts";
import { expectGoodBooks, openPractice, type Practice, refusalOf } from "./practice.ts";

const today = "2024-03-20";
const id = "018e0be8-f400-8f53-bd64-47d680e532da";

describe.each(places)("labor packages on %s", (_engine, place) => {
  const opened: { practice?: Practice } = {};
  const account = "acme";

  /** A practice with an account that ordered a Guide on 31 January. */
  async function begin(): Promise<[Practice, Api]> {
    const practice = await openPractice(await place(), today);
    opened.practice = practice;
    const api = practice.local();
    for (const name of ["Acme", "Beta"]) await api.account.open.mutate({ name, openedOn: "2024-01-01" });
    await api.package.subscribe.mutate({ account, package: "guide", orderedOn: "2024-01-31" });
    return [practice, api];
  }
  const customer = (practice: Practice, role: CustomerRole): Api =>
    embeddedApi(practice.store, {
      actor: { name: `Test ${role}`, role, account },
      now: () => Date.parse(`${today}T12:00:00Z`),
    });
  const log = (api: Api, minutes: number, on = "2024-03-04") =>
    api.time.log.mutate({ account, minutes, on, package: "guide" });

  afterEach(async () => {
    const { practice } = opened;
    if (practice === undefined) return;
    delete opened.practice;
    try {
      await expectGoodBooks(practice.local());
    } finally {
      await practice.close();
    }
  });

  test("PKG-1, PKG-7: a package is ordered without a fee, and again under a name of its own", async () => {
    const [, api] = await begin();
    const again = await api.package.subscribe.mutate({ account, package: "guide", units: 2 });
    expect(again).toEqual({
      subscription: {
        ...{ account, id: "guide-2", package: "guide", units: 2, orderedOn: today, lastOn: null },
        ...{ context: "project", monthlyFee: null, note: "", capMinutes: 1200 },
      },
      warnings: [],
    });
    expect((await api.invoice.list.query({})).items).toEqual([]);
    const refusedOrder = (change: object) =>
      refusalOf(api.package.subscribe.mutate({ account, package: "guide", ...change }));
    expect(await refusedOrder({ units: 3 })).toMatchObject({ issues: [{ path: "units" }] });
    expect(await refusedOrder({ package: "butler" })).toMatchObject({ issues: [{ path: "package" }] });
    expect(await refusedOrder({ orderedOn: "2024-03-21" })).toMatchObject({ code: "DATED_AFTER_TODAY" });
    expect(await refusedOrder({ id: "guide" })).toMatchObject({ status: 409, code: "SUBSCRIPTION_EXISTS" });
  });

  test("PKG-2: an Advocate for a program may be bought, with a warning", async () => {
    const [, api] = await begin();
    const bought = await api.package.subscribe.mutate({ account, package: "advocate", context: "program" });
    expect(bought.warnings).toMatchObject([{ clause: "PKG-2" }]);
    expect(bought.subscription.id).toBe("advocate");
  });

  test("PKG-7, ALW-8: its time counts toward the cap, is never invoiced and takes nothing of an allowance", async () => {
    const [practice, api] = await begin();
    await api.allowance.buy.mutate({ account, kind: "lump-sum", minutes: 600, on: "2024-01-01", opening: true });
    const logged = await log(api, 570);
    expect(logged.entry).toMatchObject({ package: "guide", billable: false, openMinutes: 0 });
    expect(logged.package).toMatchObject({
      ...{ subscription: "guide", start: "2024-02-29", end: "2024-03-31" },
      ...{ capMinutes: 600, usedMinutes: 570, remainingMinutes: 30, over: null },
    });
    const over = await log(api, 120, "2024-03-02");
    expect(over.package).toMatchObject({
      ...{ usedMinutes: 690, remainingMinutes: 0 },
      over: {
        ...{ minutes: 90, upgrade: { package: "guide", units: 2, capMinutes: 1200 }, clause: "PKG-7" },
        message:
          "1 h 30 over the cap of 10 h, recorded and not billed; Guide with 2 units (20 h a month) would cover them.",
      },
    });
    const usage = await api.package.usage.query({ account });
    expect(usage).toMatchObject({
      asOf: today,
      items: [{ id: "guide", months: [{ usedMinutes: 0 }, { usedMinutes: 690, over: { minutes: 90 } }] }],
    });
    expect((await api.package.usage.query({ account, asOf: "2024-03-03" })).items[0]?.months[1]).toMatchObject({
      usedMinutes: 120,
      over: null,
    });
    practice.on("2024-04-10");
    const run = await api.invoice.run.mutate({ through: "2024-04-07" });
    expect(run.invoices).toEqual([]);
    const { minutes, balances } = await api.account.show.query({ account });
    expect(minutes).toMatchObject({ nonBillable: 690, allowance: 0, invoiced: 0, open: 0 });
    expect(balances).toMatchObject([{ usedMinutes: 0, remainingMinutes: 600 }]);
    // What was left in March is gone in April.
    expect((await log(api, 30, "2024-04-02")).package).toMatchObject({ start: "2024-03-31", remainingMinutes: 570 });
  });

  test("PKG-7: said twice it counts once, and a dry run counts nothing", async () => {
    const [practice, api] = await begin();
    const said = { account, minutes: 60, on: "2024-03-04", package: "guide", id };
    for (let time = 0; time < 2; time++)
      expect((await api.time.log.mutate(said)).package).toMatchObject({ usedMinutes: 60 });
    expect(await refusalOf(api.time.log.mutate({ ...said, package: undefined }))).toMatchObject({
      code: "ENTRY_EXISTS",
    });
    expect((await log(practice.local({ dryRun: true }), 60)).package).toMatchObject({ usedMinutes: 120 });
    expect((await log(api, 1)).package).toMatchObject({ usedMinutes: 61 });
  });

  test("INV-5: its time goes on while the account's work is stopped", async () => {
    const [practice, api] = await begin();
    await api.time.log.mutate({ account, minutes: 60, on: "2024-03-04" });
    await api.invoice.run.mutate({ through: "2024-03-17" });
    practice.on("2024-03-25");
    expect(await refusalOf(api.time.log.mutate({ account, minutes: 60 }))).toMatchObject({ code: "WORK_STOPPED" });
    const { entry } = await log(api, 60, "2024-03-25");
    expect(entry).toMatchObject({ package: "guide", overrideReason: null });
    // Taken out of the package it would be Pro Services work, which is stopped.
    const out = { account, entry: entry.id, package: null };
    expect(await refusalOf(api.time.amend.mutate(out))).toMatchObject({ code: "WORK_STOPPED" });
    const amended = await api.time.amend.mutate({ account, entry: entry.id, minutes: 90 });
    expect(amended).toMatchObject({ entry: { minutes: 90, billable: false }, package: { usedMinutes: 90 } });
  });

  test("PKG-7, INV-3: time is put into a package and taken out again; billed time is credited first", async () => {
    const [, api] = await begin();
    const { entry } = await api.time.log.mutate({ account, minutes: 60, on: "2024-03-04" });
    await api.invoice.run.mutate({ through: "2024-03-17" });
    const moved = await api.time.amend.mutate({ account, entry: entry.id, package: "guide" });
    expect(moved).toMatchObject({ entry: { package: "guide", openMinutes: 0 }, creditMemos: ["CM-000001"] });
    const used = async () => (await api.package.usage.query({ account })).items[0]?.months[1]?.usedMinutes;
    expect(await used()).toBe(60);
    const back = await api.time.amend.mutate({ account, entry: moved.entry.id, package: null });
    expect(back.entry).toMatchObject({ package: null, billable: true, openMinutes: 60 });
    expect(await used()).toBe(0);
    const again = await api.time.amend.mutate({ account, entry: moved.entry.id, package: "guide" });
    await api.time.reverse.mutate({ account, entry: again.entry.id });
    expect(await used()).toBe(0);
  });

  test("PKG-7: time of a package is in its span, of no deliverable, and not billable", async () => {
    const [, api] = await begin();
    await api.deliverable.add.mutate({ account, name: "Sync" });
    const { entry } = await log(api, 60);
    const amend = { account, entry: entry.id };
    for (const [attempt, path] of [
      [() => api.time.log.mutate({ account, minutes: 60, package: "guide", deliverable: "sync" }), "package"],
      [() => api.time.amend.mutate({ ...amend, deliverable: "sync" }), "package"],
      [() => api.time.amend.mutate({ ...amend, billable: true }), "billable"],
    ] as const)
      expect(await refusalOf(attempt())).toMatchObject({ status: 400, issues: [{ path }] });
    expect(await refusalOf(log(api, 60, "2024-01-30"))).toMatchObject({
      ...{ status: 422, code: "PACKAGE_NOT_RUNNING", clause: "PKG-7" },
    });
    expect(await refusalOf(api.time.amend.mutate({ ...amend, on: "2024-01-30" }))).toMatchObject({
      code: "PACKAGE_NOT_RUNNING",
    });
    expect(await refusalOf(api.time.log.mutate({ account, minutes: 60, package: "gone" }))).toMatchObject({
      status: 404,
    });
    expect((await api.time.list.query({ account, package: "guide" })).items).toHaveLength(1);
  });

  test("PKG-7: it ends with a day, may end earlier, not later; time after it counts toward no month", async () => {
    const [, api] = await begin();
    const { entry } = await log(api, 60, "2024-03-12");
    const end = (lastOn: string) => api.package.end.mutate({ account, subscription: "guide", lastOn });
    expect(await end("2024-03-31")).toMatchObject({ subscription: { lastOn: "2024-03-31" }, warnings: [] });
    expect(await end("2024-03-10")).toMatchObject({
      warnings: [{ clause: "PKG-7", message: "1 h dated after 2024-03-10 count toward no month." }],
    });
    expect(await refusalOf(end("2024-03-11"))).toMatchObject({ code: "SUBSCRIPTION_ENDED" });
    expect(await refusalOf(end("2024-01-30"))).toMatchObject({ status: 400, issues: [{ path: "lastOn" }] });
    expect(await refusalOf(log(api, 60, "2024-03-11"))).toMatchObject({ code: "PACKAGE_NOT_RUNNING" });
    const amend = { account, entry: entry.id };
    expect((await api.time.amend.mutate({ ...amend, note: "Menus" })).entry.note).toBe("Menus");
    expect(await refusalOf(api.time.amend.mutate({ ...amend, on: "2024-03-11" }))).toMatchObject({
      code: "PACKAGE_NOT_RUNNING",
    });
    expect((await api.package.usage.query({ account, subscription: "guide" })).items).toMatchObject([
      { months: [{}, { end: "2024-03-11" }], outsideMinutes: 60 },
    ]);
  });

  test("PKG-7: an upgrade ends the package with the day before and begins the next, for the same purpose, in one step", async () => {
    const [practice, api] = await begin();
    await log(api, 690);
    const upgrade = (change: object = {}) =>
      api.package.upgrade.mutate({ account, subscription: "guide", package: "guide", units: 2, ...change });
    for (const [change, issue] of [
      [{ units: 1 }, { path: "package" }],
      [{ units: 3 }, { path: "units" }],
      [{ from: "2024-01-31" }, { path: "from", message: "must be after the order of 2024-01-31" }],
    ] as const)
      expect(await refusalOf(upgrade(change))).toMatchObject({ status: 400, issues: [issue] });
    expect(await refusalOf(upgrade({ from: "2024-03-21" }))).toMatchObject({ code: "DATED_AFTER_TODAY" });
    expect(await refusalOf(upgrade({ subscription: "gone" }))).toMatchObject({ status: 404 });
    // What was refused, or only tried, left the old one as it was.
    const dry = practice.local({ dryRun: true }).package.upgrade;
    await dry.mutate({ account, subscription: "guide", package: "consultant", units: 2 });
    expect((await api.package.list.query({ account })).items).toMatchObject([{ id: "guide", lastOn: null }]);

    expect(await upgrade()).toMatchObject({
      ended: { id: "guide", lastOn: "2024-03-19" },
      subscription: { id: "guide-2", units: 2, orderedOn: today, lastOn: null, context: "project", capMinutes: 1200 },
      warnings: [],
    });
    expect((await api.package.usage.query({ account })).items).toMatchObject([
      { id: "guide", months: [{}, { end: today, usedMinutes: 690 }], outsideMinutes: 0 },
      { id: "guide-2", months: [{ start: today, usedMinutes: 0 }] },
    ]);
    expect(await refusalOf(log(api, 60, today))).toMatchObject({ code: "PACKAGE_NOT_RUNNING" });
    expect(await refusalOf(upgrade({ package: "consultant" }))).toMatchObject({ code: "SUBSCRIPTION_ENDED" });
    const journal = await api.journal.list.query({ stream: account, type: "package.upgraded" });
    expect(journal.items).toMatchObject([
      { data: { ended: "guide", lastOn: "2024-03-19", subscription: "guide-2" }, effectiveOn: today },
    ]);
  });

  test("PKG-7: an upgrade from a day past says what was logged since, which counts toward no month", async () => {
    const [, api] = await begin();
    await log(api, 90, "2024-03-12");
    const asked = { account, subscription: "guide", package: "consultant", units: 2, from: "2024-03-11" };
    expect(await api.package.upgrade.mutate(asked)).toMatchObject({
      ended: { lastOn: "2024-03-10" },
      subscription: { id: "consultant", orderedOn: "2024-03-11" },
      warnings: [{ clause: "PKG-7", message: "1 h 30 dated after 2024-03-10 count toward no month." }],
    });
  });

  test("ROLE-5: the customer reads its packages and their usage; ordering is ours; nobody sees another's", async () => {
    const [practice, api] = await begin();
    await api.package.subscribe.mutate({ account: "beta", package: "consultant" });
    const [boss, member] = [customer(practice, "program-manager"), customer(practice, "member")];
    expect((await member.package.list.query({ account })).items).toMatchObject([{ id: "guide", capMinutes: 600 }]);
    expect((await member.package.usage.query({ account })).items).toHaveLength(1);
    for (const attempt of [
      () => boss.package.subscribe.mutate({ account, package: "guide" }),
      () => boss.package.end.mutate({ account, subscription: "guide", lastOn: today }),
      () => boss.package.upgrade.mutate({ account, subscription: "guide", package: "consultant" }),
    ])
      expect(await refusalOf(attempt())).toMatchObject({ status: 403, code: "FORBIDDEN" });
    for (const attempt of [
      () => boss.package.list.query({ account: "beta" }),
      () => boss.package.usage.query({ account: "beta" }),
    ])
      expect(await refusalOf(attempt())).toMatchObject({ status: 404, message: 'There is no account "beta".' });
    expect(await refusalOf(boss.package.usage.query({ account, subscription: "consultant" }))).toMatchObject({
      message: 'There is no package "consultant".',
    });
  });

  test("PKG-7: the team sees the packages of all accounts with this month's use, page by page; a customer does not", async () => {
    const [practice, api] = await begin();
    await api.package.subscribe.mutate({ account: "beta", package: "advocate", orderedOn: "2024-02-01" });
    await log(api, 690);
    await api.package.end.mutate({ account: "beta", subscription: "advocate", lastOn: "2024-03-10" });
    const consultant = practice.local({}, "consultant");
    const first = await consultant.package.overview.query({ limit: 1 });
    expect(first).toMatchObject({
      asOf: today,
      items: [{ account: "beta", accountName: "Beta", capMinutes: 300, month: null, monthsOver: 0 }],
      nextCursor: expect.any(String),
    });
    expect(await consultant.package.overview.query({ limit: 1, cursor: first.nextCursor ?? "" })).toMatchObject({
      items: [
        {
          ...{ account, accountName: "Acme", id: "guide", monthsOver: 1, outsideMinutes: 0 },
          month: {
            start: "2024-02-29",
            usedMinutes: 690,
            over: { minutes: 90, upgrade: { package: "guide", units: 2 } },
          },
        },
      ],
      nextCursor: null,
    });
    expect((await consultant.package.overview.query({ asOf: "2024-03-05" })).items[0]?.month).toMatchObject({
      start: "2024-03-01",
    });
    expect(await refusalOf(customer(practice, "program-manager").package.overview.query({}))).toMatchObject({
      status: 403,
    });
  });
});
