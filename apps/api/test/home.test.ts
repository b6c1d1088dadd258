import { defaultPolicy } from "@cimpro/domain";
import { afterEach, describe, expect, test } from "vitest";
import type { Role } from "../src/access/roles.ts";
import type { Api } from "./client.ts";
import { places } from "./places.ts";
import { openPractice, type Practice, refusalOf } from "./practice.ts";

const account = "acme";
const work = { account, deliverable: "sync" };

describe.each(places)("the team's home on %s", (_engine, place) => {
  let practice: Practice | undefined;

  // 2024-01-02 is a Tuesday.
  async function begin(): Promise<Api> {
    practice = await openPractice(await place(), "2024-01-02");
    const api = practice.local();
    await api.account.open.mutate({ name: "Acme", openedOn: "2024-01-01" });
    await api.deliverable.add.mutate({ account, name: "Sync" });
    return api;
  }
  const on = (day: string) => practice?.on(day);
  const signedIn = (role: Role, name: string): Api => {
    if (practice === undefined) throw new Error("begin first");
    return practice.local({}, role, name);
  };
  const promise = async (api: Api) => {
    await api.sow.issue.mutate({
      ...{ ...work, scope: "The sync", estimates: [{ phase: "implementation", minutes: 2400 }], deposit: 0 },
      ...{ leadTime: "rush", rushBy: "2024-01-12", expeditedBy: "2024-01-19" },
    });
    await api.sow.approve.mutate({ ...work, by: "Pam" });
  };
  const kinds = async (api: Api) => (await api.home.overview.query({})).needs.map(({ kind }) => kind);

  afterEach(async () => {
    await practice?.close();
    practice = undefined;
  });

  test("REQ-1: a request is there at once, soon due once it is amber, and late before everything that is not", async () => {
    const api = await begin();
    await api.request.submit.mutate({ account, title: "Tax upload" });
    await api.time.log.mutate({ account, on: "2024-01-02", minutes: 60 });
    expect((await api.home.overview.query({})).needs).toMatchObject([
      { kind: "unbilled", urgency: "open", cost: 23_500 },
      { kind: "request", urgency: "open", message: "Nobody followed up yet; due 2024-01-05." },
    ]);
    on("2024-01-05");
    expect((await api.home.overview.query({})).needs).toMatchObject([
      { kind: "request", urgency: "soon", account, title: "Tax upload", clause: "REQ-1" },
      { kind: "unbilled", urgency: "open", cost: 23_500 },
    ]);
    on("2024-01-08");
    expect((await api.home.overview.query({})).needs[0]).toMatchObject({ kind: "request", urgency: "late" });
  });

  test("figures follow what another process writes to the same books, the day, and the policy", async () => {
    const where = await place();
    practice = await openPractice(where, "2024-01-02");
    const other = await openPractice(where, "2024-01-02");
    const api = practice.local();
    try {
      await api.account.open.mutate({ name: "Acme", openedOn: "2024-01-01" });
      const open = async () => (await api.home.overview.query({})).figures.openAmount;
      const listed = async () => (await api.account.list.query({})).items[0]?.openAmount;
      expect(await open()).toBe(0);
      await other.local().time.log.mutate({ account, on: "2024-01-02", minutes: 60 });
      expect([await open(), await listed()]).toEqual([23_500, 23_500]);

      const rateCard = [...defaultPolicy.rateCard, { validFrom: "2024-01-02", ratePerHour: 47_000 }];
      await other.local().policy.adopt.mutate({ policy: { ...defaultPolicy, rateCard }, from: "2024-01-02" });
      expect([await open(), await listed()]).toEqual([47_000, 47_000]);
    } finally {
      await other.close();
    }
  });

  test("LEAD-6: a promise is at risk two business days before its date, with the premium that is at stake", async () => {
    const api = await begin();
    await promise(api);
    on("2024-01-09");
    expect((await api.home.overview.query({})).figures.promisesAtRisk).toBe(0);
    on("2024-01-10");
    const { figures, needs, promises } = await api.home.overview.query({});
    expect(figures.promisesAtRisk).toBe(1);
    expect(promises).toHaveLength(1);
    expect(needs[0]).toMatchObject({ kind: "promise", urgency: "soon", about: "sync", day: "2024-01-12" });
    // Forty hours at the premium of a rush.
    expect(needs[0]?.cost).toBeGreaterThan(0);
    expect(needs[0]?.message).toContain("2 business days left");
    on("2024-01-22");
    expect((await api.home.overview.query({})).needs[0]).toMatchObject({ kind: "promise", urgency: "late" });
  });

  test("LEAD-6: an answered wait is there for whoever may end it, until it is ended", async () => {
    const api = await begin();
    const { id: wait } = await api.wait.start.mutate({ ...work, whose: "client", what: "Sample quotes" });
    expect(await kinds(api)).toEqual([]);
    on("2024-01-03");
    await api.wait.answer.mutate({ account, wait, text: "They are on staging" });
    expect((await api.home.overview.query({})).needs).toMatchObject([
      { kind: "answer", account, about: "sync", title: "Sync", clause: "LEAD-6", day: "2024-01-03" },
    ]);
    expect(await kinds(signedIn("developer", "Dan"))).toEqual(["answer"]);
    expect(await kinds(signedIn("finance", "Fay"))).toEqual([]);
    await api.wait.stop.mutate({ account, wait });
    expect(await kinds(api)).toEqual([]);
  });

  test("DLV-2, DLV-4: what waits for the customer's approval is there until it is decided", async () => {
    const api = await begin();
    const estimates = [{ phase: "implementation", minutes: 120 }];
    await api.sow.issue.mutate({ ...work, scope: "The sync", estimates, deposit: 0, leadTime: "standard" });
    expect((await api.home.overview.query({})).needs).toMatchObject([
      { kind: "approval", clause: "DLV-2", cost: 47_000, title: "Sync", urgency: "open" },
    ]);
    await api.sow.approve.mutate({ ...work, by: "Pam" });
    expect(await kinds(api)).toEqual([]);
    await api.changeOrder.propose.mutate({ ...work, minutes: 60, scope: "More" });
    expect((await api.home.overview.query({})).needs).toMatchObject([{ kind: "approval", clause: "DLV-4" }]);
    expect(await kinds(signedIn("developer", "Dan"))).toEqual([]);
  });

  test("DLV-5, LEAD-4: held time, and a settlement to decide with what it would credit", async () => {
    const api = await begin();
    await promise(api);
    on("2024-01-15");
    await api.time.log.mutate({ ...work, on: "2024-01-15", minutes: 1200 });
    await api.time.log.mutate({ ...work, on: "2024-01-14", minutes: 1380 });
    await api.premium.propose.mutate({ ...work, deliveredOn: "2024-01-15" });
    const { needs } = await api.home.overview.query({});
    expect(needs.find(({ kind }) => kind === "held")?.message).toContain("3 h");
    expect(needs.find(({ kind }) => kind === "settlement")).toMatchObject({ about: "sync", clause: "LEAD-4" });
    expect(needs.some(({ kind }) => kind === "promise")).toBe(false);

    const held = { account, deliverable: "sync", approvedMinutes: 2400, heldMinutes: 180, amount: 70_500 };
    expect((await api.invoice.held.query({})).items).toMatchObject([{ ...held, name: "Sync", proposed: null }]);
    await api.changeOrder.propose.mutate({ ...work, minutes: 120, scope: "More" });
    expect((await api.invoice.held.query({ account })).items).toMatchObject([
      { ...held, proposed: { minutes: 120, releases: 120 } },
    ]);
  });

  test("time is missing on past business days of this week; whoever sees their own only is told of their own", async () => {
    const api = await begin();
    for (const worker of ["Dan", "Eve"]) await api.time.log.mutate({ account, on: "2024-01-02", minutes: 30, worker });
    on("2024-01-10");
    await api.time.log.mutate({ account, on: "2024-01-08", minutes: 30, worker: "Eve" });
    const missing = async (as: Api) =>
      (await as.home.overview.query({})).needs
        .filter(({ kind }) => kind === "time-missing")
        .map(({ about, message }) => [about, message]);
    expect(await missing(api)).toEqual([
      ["Dan", "No time on 2024-01-08, 2024-01-09."],
      ["Eve", "No time on 2024-01-09."],
    ]);
    expect(await missing(signedIn("developer", "Dan"))).toHaveLength(1);
  });

  test("totals are those of all accounts, however many there are; who has nothing is not listed", async () => {
    const api = await begin();
    for (let at = 0; at < 30; at += 1)
      await api.account.open.mutate({ id: `more-${at}`, name: `More ${at}`, openedOn: "2024-01-01" });
    await api.time.log.mutate({ account: "more-29", on: "2024-01-02", minutes: 60 });
    await api.time.log.mutate({ account, on: "2024-01-02", minutes: 60 });
    const { figures, accounts, needCount } = await api.home.overview.query({});
    expect(figures.openMinutes).toBe(120);
    expect(accounts.map(({ id }) => id)).toEqual([account, "more-29"]);
    expect(needCount).toBe(2);
  });
});

describe.each(places)("reports on %s", (_engine, place) => {
  let practice: Practice | undefined;
  afterEach(async () => {
    await practice?.close();
    practice = undefined;
  });

  test("INV-3, RATE-6: revenue is what was invoiced by kind less what was credited, month by month", async () => {
    practice = await openPractice(await place(), "2024-01-02");
    const api = practice.local();
    await api.account.open.mutate({ name: "Acme", openedOn: "2024-01-01" });
    await api.allowance.buy.mutate({ account, minutes: 60, kind: "lump-sum", on: "2024-01-02" });
    await api.time.log.mutate({ account, on: "2024-01-02", minutes: 180 });
    await api.payment.record.mutate({ account, amount: 23_500 });
    practice.on("2024-01-15");
    const { invoices } = await api.invoice.run.mutate({ through: "2024-01-14" });
    practice.on("2024-02-01");
    await api.credit.issue.mutate({ number: invoices[0]?.number ?? "", line: 1, minutes: 60, reason: "waive" });
    const report = await api.report.revenue.query({});
    expect(report).toMatchObject({ from: "2023-03-01", to: "2024-02-01", currency: "USD" });
    expect(report.months).toHaveLength(12);
    expect(report.months.slice(-2)).toMatchObject([
      { month: "2024-01", labor: 47_000, allowance: 23_500, invoiced: 70_500, credited: 0 },
      { month: "2024-02", labor: 0, credited: 23_500, credits: { labor: 23_500, allowance: 0 }, net: -23_500 },
    ]);
    expect(report.total).toMatchObject({ invoiced: 70_500, credited: 23_500, net: 47_000 });
    expect((await api.report.revenue.query({ from: "2024-02-01", to: "2024-02-29" })).total.net).toBe(-23_500);
  });

  test("utilisation is counted by person and week, against the business days up to today", async () => {
    practice = await openPractice(await place(), "2024-01-09");
    const api = practice.local();
    await api.account.open.mutate({ name: "Acme", openedOn: "2024-01-01" });
    await api.time.log.mutate({ account, on: "2024-01-08", minutes: 480, worker: "Al" });
    await api.time.log.mutate({ account, on: "2024-01-09", minutes: 60, worker: "Al", billable: false });
    const { workers, weeks, minutesPerBusinessDay } = await api.report.utilisation.query({ from: "2024-01-08" });
    expect(minutesPerBusinessDay).toBe(480);
    expect(weeks).toEqual([{ start: "2024-01-08", billable: 480, nonBillable: 60, capacity: 960, percent: 50 }]);
    expect(workers).toMatchObject([{ worker: "Al", percent: 50 }]);
  });

  test("ROLE-5: a report is for who deals with money, and refuses a span that is none", async () => {
    practice = await openPractice(await place(), "2024-01-09");
    const dan = practice.local({}, "developer", "Dan");
    expect(await refusalOf(dan.report.revenue.query({}))).toMatchObject({ code: "FORBIDDEN" });
    const finance = practice.local({}, "finance", "Fay");
    expect(await refusalOf(finance.report.revenue.query({ from: "1990-01-01" }))).toMatchObject({ code: "MALFORMED" });
    expect(await refusalOf(finance.report.utilisation.query({ from: "2024-02-01" }))).toMatchObject({
      code: "MALFORMED",
    });
  });

  test("the journal is filtered by who, and by days in the practice's time zone", async () => {
    practice = await openPractice(await place(), "2024-01-09");
    const api = practice.local({}, "admin", "Ann");
    await api.account.open.mutate({ name: "Acme", openedOn: "2024-01-01" });
    practice.on("2024-01-10");
    const bo = practice.local({}, "coordinator", "Bo");
    await bo.time.log.mutate({ account, on: "2024-01-10", minutes: 15 });
    const types = async (filter: { actor?: string; from?: string; to?: string }) =>
      (await api.journal.list.query({ stream: account, ...filter })).items.map(({ type }) => type);
    expect(await types({ actor: "Bo" })).toEqual(["time.logged"]);
    expect(await types({ to: "2024-01-09" })).toEqual(["account.opened"]);
    expect(await types({ from: "2024-01-10", to: "2024-01-10" })).toEqual(["time.logged"]);
    expect(await types({ from: "2024-01-11" })).toEqual([]);
  });
});
