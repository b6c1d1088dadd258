import { defaultPolicy, type Policy } from "@cimpro/domain";
import { afterEach, describe, expect, test } from "vitest";
import type { CustomerRole, TeamRole } from "../src/access/roles.ts";
import { type Api, embeddedApi } from "./client.ts";
import { places } from "./places.ts";
import { expectGoodBooks, openPractice, type Practice, refusalOf, refusalsOf } from "./practice.ts";

// 2024-01-02 is a Tuesday.
const beginning = "2024-01-02";
const account = "acme";
const work = { account, deliverable: "sync" };

interface Promised {
  readonly leadTime?: "expedited" | "rush";
  readonly rushBy?: string;
  readonly expeditedBy?: string;
  readonly deposit?: number;
}

describe.each(places)("lead times on %s", (_engine, place) => {
  const opened: { practice?: Practice; day: string } = { day: beginning };

  /** A practice with one account and one deliverable, on the day before anything was promised. */
  async function begin(leadTimes: Partial<Policy["leadTimes"]> = {}): Promise<Api> {
    const practice = await openPractice(await place(), beginning);
    opened.practice = practice;
    opened.day = beginning;
    const api = practice.local();
    const policy = { ...defaultPolicy, leadTimes: { ...defaultPolicy.leadTimes, ...leadTimes } };
    await api.policy.adopt.mutate({ policy, from: "2000-01-01" });
    await api.account.open.mutate({ name: "Acme" });
    await api.deliverable.add.mutate({ account, name: "Sync" });
    return api;
  }
  function on(day: string): void {
    opened.day = day;
    opened.practice?.on(day);
  }
  const signedIn = (name: string, role: TeamRole | CustomerRole, of?: string): Api => {
    if (opened.practice === undefined) throw new Error("begin first");
    return embeddedApi(opened.practice.store, {
      actor: { name, role, ...(of === undefined ? {} : { account: of }) },
      now: () => Date.parse(`${opened.day}T12:00:00Z`),
    });
  };

  /** Forty hours of rush work, approved today. */
  async function promise(api: Api, promised: Promised = {}): Promise<void> {
    const { leadTime = "rush", rushBy = "2024-01-26", expeditedBy = "2024-02-05", deposit = 0 } = promised;
    await api.sow.issue.mutate({
      ...{ ...work, scope: "The sync", estimates: [{ phase: "implementation", minutes: 2400 }], deposit },
      ...{ leadTime, expeditedBy, ...(leadTime === "rush" ? { rushBy } : {}) },
    });
    await api.sow.approve.mutate({ ...work, by: "Pam" });
  }
  const log = (api: Api, day: string, minutes: number) =>
    api.time.log.mutate({ ...work, on: day, minutes, worker: "Ann", override: "agreed with them" });
  /** Runs through the day before, and pays what the run issued, unless told otherwise. */
  async function run(api: Api, today: string, pay = true): Promise<string | undefined> {
    on(today);
    const through = new Date(Date.parse(`${today}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
    const { invoices } = await api.invoice.run.mutate({ through });
    for (const { number, total } of pay ? invoices : [])
      await api.payment.record.mutate({ account, amount: total, invoice: number ?? "" });
    return invoices[0]?.number ?? undefined;
  }
  const premiumLines = async (api: Api, number: string | undefined) =>
    (await api.invoice.show.query({ number: number ?? "" })).lines
      .filter(({ kind }) => kind === "premium")
      .map(({ minutes, ratePerHour, amount }) => [minutes, ratePerHour, amount]);

  /** Through the gates up to the customer's testing, on the day: whoever may states what is needed. */
  async function handOver() {
    const [cora, dan, eve] = [
      signedIn("Cora", "coordinator"),
      signedIn("Dan", "developer"),
      signedIn("Eve", "developer"),
    ];
    const state = (api: Api, condition: string) => api.phase.record.mutate({ ...work, condition, what: "done" });
    await cora.phase.advance.mutate(work);
    await state(dan, "plan-written");
    await state(eve, "plan-approved");
    await dan.phase.advance.mutate(work);
    await state(dan, "deployed-to-staging");
    await state(eve, "code-reviewed");
    await dan.phase.advance.mutate(work);
    await state(eve, "internally-tested");
    return state(cora, "uat-link-sent");
  }

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

  test("LEAD-4, LEAD-5, LEAD-6, LEAD-8, INV-6: a rush job over three periods, delayed by the client, delivered between its moved dates, partly paid, then settled", async () => {
    const api = await begin();
    await promise(api);
    on("2024-01-10");
    await log(api, "2024-01-03", 433);
    await log(api, "2024-01-10", 96);
    const first = await run(api, "2024-01-15");

    on("2024-01-17");
    const { changeOrder } = await api.changeOrder.propose.mutate({
      ...{ ...work, scope: "Prices by branch", minutes: 300, newRushBy: "2024-02-02", newExpeditedBy: "2024-02-14" },
    });
    await api.changeOrder.approve.mutate({ account, changeOrder: changeOrder.id, by: "Pam" });
    on("2024-01-19");
    await api.wait.start.mutate({ ...work, whose: "client", what: "Test data", from: "2024-01-18" });
    on("2024-01-24");
    expect(await api.leadTime.clock.query(work)).toMatchObject({ state: "waiting-on-client", daysLeft: 9 });
    await api.wait.stop.mutate(work);
    on("2024-01-25");
    await log(api, "2024-01-16", 302);
    await log(api, "2024-01-25", 47);
    const second = await run(api, "2024-01-29");

    on("2024-02-08");
    await log(api, "2024-02-01", 122);
    await log(api, "2024-02-07", 62);
    const delivered = await handOver();
    expect(delivered).toMatchObject({
      deliveredOn: "2024-02-08",
      premium: { state: "proposed", settlement: { outcome: "downgraded", dueDates: { rush: "2024-02-06" } } },
      creditMemos: [],
    });
    on("2024-02-09");
    await log(api, "2024-02-09", 30);
    const clock = await api.leadTime.clock.query(work);
    expect(clock.sentence).toBe("Rush due 6 Feb, moved 2 days by client wait; delivered 8 Feb: Expedited met.");
    expect(clock.dueDates).toEqual({
      original: { rush: "2024-01-26", expedited: "2024-02-05" },
      agreed: { rush: "2024-02-02", expedited: "2024-02-14" },
      moved: { rush: "2024-02-06", expedited: "2024-02-16" },
    });

    // Until it is confirmed, runs bill the full premium; not on time after the delivery.
    const third = await run(api, "2024-02-12", false);
    expect(await premiumLines(api, first)).toEqual([[529, 10_000, 88_167]]);
    expect(await premiumLines(api, second)).toEqual([[349, 10_000, 58_167]]);
    expect(await premiumLines(api, third)).toEqual([[184, 10_000, 30_667]]);
    await api.payment.record.mutate({ account, amount: 100_000, invoice: third });

    on("2024-02-13");
    expect((await api.premium.list.query({})).items).toMatchObject([{ id: "sync", state: "proposed" }]);
    const { decision, creditMemos } = await api.premium.confirm.mutate(work);
    expect(decision).toMatchObject({
      ...{
        state: "confirmed",
        decidedOn: "2024-02-13",
        settledRate: 5000,
        creditMemos: ["CM-000001", "CM-000002", "CM-000003"],
      },
      settlement: { premiumCharged: 177_001, premiumDue: 88_499, credit: 88_502 },
    });
    expect(creditMemos.map(({ invoice, total, reason }) => [invoice, total, reason])).toEqual([
      [first, 44_084, "premium"],
      [second, 29_084, "premium"],
      [third, 15_334, "premium"],
    ]);
    const entries = (await api.time.list.query({ account, limit: 100 })).items;
    const nameOf = (id: string) => `${entries.find((entry) => entry.id === id)?.on}`;
    const named = creditMemos.map(({ lines }) =>
      lines.map(({ line, minutes, ratePerHour, settles, slices }) => [
        ...[line, minutes, ratePerHour, settles],
        slices.map((slice) => `${nameOf(slice.entry)} ${slice.minutes}`),
      ]),
    );
    expect(named).toEqual([
      [[2, 529, 5000, true, ["2024-01-03 433", "2024-01-10 96"]]],
      [[2, 349, 5000, true, ["2024-01-16 302", "2024-01-25 47"]]],
      [[2, 184, 5000, true, ["2024-02-01 122", "2024-02-07 62"]]],
    ]);
    // 1144.84 was invoiced last, 1000.00 of it paid: what it does not need is account credit.
    expect(await api.invoice.show.query({ number: third ?? "" })).toMatchObject({ total: 114_484, balance: 0 });
    expect((await api.statement.show.query({ account })).closing).toBe(14_484 - 88_502);
    expect(await refusalOf(api.premium.confirm.mutate(work))).toMatchObject({
      ...{ code: "PREMIUM_SETTLED", clause: "LEAD-8", status: 422 },
    });

    // Time that comes in late carries the settled premium.
    await log(api, "2024-02-05", 60);
    const late = await run(api, "2024-02-26", false);
    expect(await premiumLines(api, late)).toEqual([[60, 5000, 5000]]);
    expect((await api.books.verify.query()).minutes).toMatchObject({ worked: 1152, invoiced: 1152, open: 0 });
  });

  test("LEAD-3, DLV-3: expedited missed is credited at once, and premium under the deposit returns to it", async () => {
    const api = await begin();
    // Two hours with their premium.
    await promise(api, { leadTime: "expedited", expeditedBy: "2024-01-12", deposit: 57_000 });
    await api.payment.record.mutate({ account, amount: 57_000 });
    on("2024-01-14");
    await log(api, "2024-01-03", 180);
    const invoice = await run(api, "2024-01-15");
    expect(await premiumLines(api, invoice)).toEqual([[60, 5000, 5000]]);
    on("2024-01-16");
    const delivered = await handOver();
    expect(delivered.premium).toMatchObject({
      ...{ state: "automatic", settledRate: 0, decidedBy: null },
      settlement: { outcome: "credited", premiumCharged: 15_000, premiumDue: 0 },
      deposit: { minutes: 120, charged: 10_000, due: 0 },
    });
    expect(delivered.creditMemos).toEqual([{ number: "CM-000001", total: 5000 }]);
    // What returned to the deposit pays for more time: 100.00 are 25 minutes.
    expect((await log(api, "2024-01-16", 60)).cover).toMatchObject({ deposit: 25, open: 35 });
    expect(await api.premium.show.query(work)).toMatchObject({
      sentence: "Expedited due 12 Jan; delivered 16 Jan: Expedited missed.",
    });
  });

  test("LEAD-8, DLV-3: work under a deposit closes only with its premium decided, and the premium comes back with the deposit's rest", async () => {
    const api = await begin();
    // Two hours with their premium, of which one is worked.
    await promise(api, { rushBy: "2024-01-10", expeditedBy: "2024-01-19", deposit: 67_000 });
    await api.payment.record.mutate({ account, amount: 67_000 });
    on("2024-01-12");
    await log(api, "2024-01-09", 60);
    await handOver();
    await api.deliverable.cancel.mutate({ ...work, reason: "They go on by themselves" });
    await run(api, "2024-01-15");
    expect(await api.deliverable.show.query(work)).toMatchObject({ state: "ending" });
    const { decision, creditMemos } = await api.premium.confirm.mutate(work);
    expect(decision).toMatchObject({ deposit: { minutes: 60, charged: 10_000, due: 5000 }, lines: [] });
    expect(creditMemos).toEqual([]);
    expect(await api.deliverable.show.query(work)).toMatchObject({ state: "closed" });
    expect((await api.credit.list.query({ account })).items).toMatchObject([{ total: 67_000 - 23_500 - 5000 }]);
  });

  test("LEAD-7: met, the premium is due; delivering again later changes nothing", async () => {
    const api = await begin();
    await promise(api);
    on("2024-01-16");
    await log(api, "2024-01-03", 180);
    expect((await handOver()).premium).toMatchObject({ state: "automatic", settledRate: 10_000, creditMemos: [] });
    const again = api.premium.propose.mutate(work);
    expect(await refusalOf(again)).toMatchObject({ code: "PREMIUM_SETTLED", details: { state: "automatic" } });
    const invoice = await run(api, "2024-01-29");
    expect(await premiumLines(api, invoice)).toEqual([[180, 10_000, 30_000]]);
  });

  test("LEAD-5: under exclude the change orders' minutes keep the full premium: the latest billed ones first, then open ones", async () => {
    const api = await begin({ changeOrderEffect: "exclude" });
    await promise(api, { rushBy: "2024-01-10", expeditedBy: "2024-01-12" });
    const { changeOrder } = await api.changeOrder.propose.mutate({ ...work, scope: "More", minutes: 90 });
    await api.changeOrder.approve.mutate({ account, changeOrder: changeOrder.id, by: "Pam" });
    on("2024-01-12");
    await log(api, "2024-01-03", 120);
    await log(api, "2024-01-12", 60);
    const invoice = await run(api, "2024-01-15");
    on("2024-01-17");
    await log(api, "2024-01-16", 60);
    await handOver();
    const { decision, creditMemos } = await api.premium.confirm.mutate(work);
    expect(decision).toMatchObject({ settledRate: 0, keptMinutes: 90, keptBilledMinutes: 90 });
    expect(creditMemos).toMatchObject([{ invoice, total: 15_000, lines: [{ minutes: 90 }] }]);
    expect(creditMemos[0]?.lines[0]?.slices).toHaveLength(1);
    expect(await premiumLines(api, await run(api, "2024-01-29"))).toEqual([]);
  });

  test("LEAD-2, LEAD-4: declined, the premium stays due; only minutes after the delivery are credited", async () => {
    const api = await begin();
    await promise(api, { rushBy: "2024-01-10", expeditedBy: "2024-01-19" });
    on("2024-01-14");
    await log(api, "2024-01-09", 60);
    await log(api, "2024-01-13", 45);
    const invoice = await run(api, "2024-01-15");
    expect(await premiumLines(api, invoice)).toEqual([[105, 10_000, 17_500]]);
    expect(await refusalOf(api.premium.preview.query(work))).toMatchObject({ code: "PREMIUM_NOT_DELIVERED" });
    const preview = await api.premium.preview.query({ ...work, deliveredOn: "2024-01-12" });
    expect(preview).toMatchObject({ deliveredOn: "2024-01-12", settlement: { decision: "proposed" } });
    expect(await refusalOf(api.premium.show.query(work))).toMatchObject({ code: "NOT_FOUND" });
    // Stated late: it was handed over before the last of it was billed.
    const proposed = await api.premium.propose.mutate({ ...work, deliveredOn: "2024-01-12" });
    expect(proposed.decision).toMatchObject({ state: "proposed", settlement: { outcome: "downgraded" } });
    expect(proposed.decision.settlement).toEqual(preview.settlement);
    expect(await refusalOf(api.premium.decline.mutate({ ...work, reason: " " }))).toMatchObject({ code: "MALFORMED" });
    const { decision, creditMemos } = await api.premium.decline.mutate({ ...work, reason: "They asked for the 12th" });
    expect(decision).toMatchObject({ state: "declined", settledRate: 10_000, reason: "They asked for the 12th" });
    expect(creditMemos).toMatchObject([
      { total: 7500, lines: [{ minutes: 45, amount: 7500, clauses: ["LEAD-2", "LEAD-8", "INV-3"] }] },
    ]);
    // The labor of those minutes can be billed again, and takes no premium with it.
    await api.credit.issue.mutate({ number: invoice ?? "", line: 1, minutes: 45, reason: "rebill" });
    const again = await run(api, "2024-01-29");
    expect(await premiumLines(api, again)).toEqual([]);
  });

  test("LEAD-4, INV-3: earlier credits are not credited again, and labor of a settled line is credited with what is left of its premium", async () => {
    const api = await begin();
    await promise(api, { rushBy: "2024-01-10", expeditedBy: "2024-01-19" });
    on("2024-01-14");
    await log(api, "2024-01-09", 60);
    await log(api, "2024-01-10", 60);
    const invoice = (await run(api, "2024-01-15")) ?? "";
    await api.credit.issue.mutate({ number: invoice, line: 2, minutes: 60, reason: "waive" });
    await api.premium.propose.mutate({ ...work, deliveredOn: "2024-01-15" });
    const { creditMemos } = await api.premium.confirm.mutate(work);
    expect(creditMemos).toMatchObject([{ total: 5000, lines: [{ minutes: 60 }] }]);
    const { creditMemo } = await api.credit.issue.mutate({ number: invoice, line: 1, minutes: 120, reason: "rebill" });
    expect(creditMemo.total).toBe(47_000 + 5000);
    const again = await run(api, "2024-01-29");
    expect(await premiumLines(api, again)).toEqual([[120, 5000, 10_000]]);
  });

  test("LEAD-4: a proposal that the records no longer bear out is not confirmed", async () => {
    const api = await begin();
    await promise(api, { rushBy: "2024-01-10", expeditedBy: "2024-01-19" });
    on("2024-01-16");
    await log(api, "2024-01-09", 60);
    await api.premium.propose.mutate({ ...work, deliveredOn: "2024-01-15" });
    const wait = await api.wait.start.mutate({ ...work, whose: "product", what: "A fix", from: "2024-01-08" });
    await api.wait.stop.mutate({ account, wait: wait.id, to: "2024-01-11" });
    expect(await refusalOf(api.premium.confirm.mutate(work))).toMatchObject({
      ...{ code: "PREMIUM_OUTDATED", status: 409, details: { proposed: "downgraded", now: "met" } },
    });
    expect((await api.premium.propose.mutate(work)).decision).toMatchObject({ state: "automatic" });
    // What it rests on stays.
    const amended = api.wait.amend.mutate({ account, wait: wait.id, to: "2024-01-09" });
    expect(await refusalOf(amended)).toMatchObject({ code: "PREMIUM_SETTLED", clause: "LEAD-8" });
    expect((await api.wait.list.query({ ...work })).items).toMatchObject([{ to: "2024-01-11" }]);
  });

  test("LEAD-7, INV-5: the clock starts with the deposit's payment, and stands still while an invoice is past due", async () => {
    const api = await begin();
    await promise(api, { deposit: 50_000 });
    expect(await api.leadTime.clock.query(work)).toMatchObject({ state: "not-started", startedOn: null });
    on("2024-01-05");
    await api.payment.record.mutate({ account, amount: 50_000, on: "2024-01-04" });
    expect(await api.leadTime.clock.query(work)).toMatchObject({ state: "running", startedOn: "2024-01-04" });
    expect(await api.leadTime.clock.query({ ...work, asOf: "2024-01-03" })).toMatchObject({ state: "not-started" });

    on("2024-01-14");
    await log(api, "2024-01-08", 300);
    await run(api, "2024-01-15", false);
    on("2024-01-17");
    const stopped = await api.leadTime.clock.query(work);
    expect(stopped).toMatchObject({ state: "stopped", dueDates: { moved: { rush: "2024-02-01" } } });
    // The deposit was past due on the 3rd; the 4th, on which it was paid, waited for it.
    expect(stopped.days.slice(0, 4).map(({ kind }) => kind)).toEqual(["running", "stoppage", "client", "running"]);
    expect(stopped.days.filter(({ kind }) => kind === "stoppage").map(({ day }) => day)).toEqual([
      "2024-01-03",
      "2024-01-16",
      "2024-01-17",
    ]);
    await api.payment.record.mutate({ account, amount: 1_000_000 });
    // The day it was settled runs again.
    const settled = await api.leadTime.clock.query(work);
    expect(settled).toMatchObject({ state: "running", dueDates: { moved: { rush: "2024-01-31" } } });
    expect(settled.sentence).toBe(
      "Rush due 31 Jan, moved 3 days by non-payment and client wait; 10 business days left.",
    );
  });

  test("LEAD-7: a deposit that is never paid makes no missed lead time, whatever its dates and change orders", async () => {
    const api = await begin();
    await promise(api, { leadTime: "expedited", expeditedBy: "2024-01-12", deposit: 50_000 });
    on("2024-01-09");
    const more = { ...work, scope: "More", minutes: 60, newExpeditedBy: "2024-01-15" };
    await api.changeOrder.propose.mutate(more);
    await api.changeOrder.approve.mutate({ account, changeOrder: "sync-co-1", by: "Pam" });
    on("2024-01-18");
    await log(api, "2024-01-10", 600);
    const { decision } = await api.premium.propose.mutate({ ...work, deliveredOn: "2024-01-18" });
    expect(decision).toMatchObject({ state: "automatic", settlement: { outcome: "met", credit: 0 } });
    // Counted from the change order's day, none of its four business days has run.
    expect(decision.settlement.dueDates).toEqual({ expedited: "2024-01-24" });
  });

  test("PROD-1, PROD-2, LEAD-6: an item of the product team that blocks a deliverable is a wait until it is deployed", async () => {
    const api = await begin();
    await promise(api);
    on("2024-01-10");
    const item = await api.productItem.report.mutate({
      ...{ ...work, title: "Cart API", kind: "building-block", blocks: true, on: "2024-01-08" },
    });
    expect(item.waits).toMatchObject([{ whose: "product", from: "2024-01-08", to: null, what: "Cart API" }]);
    expect(await api.leadTime.clock.query(work)).toMatchObject({ state: "waiting-on-product" });
    const update = (state: "confirmed" | "scheduled" | "deployed", more = {}) =>
      api.productItem.update.mutate({ account, item: item.id, state, ...more });
    expect(await refusalOf(update("deployed"))).toMatchObject({ code: "PRODUCT_ITEM_STEP", clause: "PROD-2" });
    await update("confirmed");
    expect(await refusalOf(update("scheduled"))).toMatchObject({ code: "MALFORMED" });
    expect(await update("scheduled", { scheduledFor: "2024-01-12" })).toMatchObject({ scheduledFor: "2024-01-12" });
    expect((await api.productItem.list.query({ states: ["scheduled"] })).items).toMatchObject([
      { id: item.id, deliverableName: "Sync" },
    ]);
    on("2024-01-12");
    expect((await update("deployed")).waits).toMatchObject([{ to: "2024-01-12" }]);
    expect((await update("deployed")).steps).toHaveLength(4);
    expect(await api.leadTime.clock.query(work)).toMatchObject({
      ...{
        state: "running",
        tolledDays: [{ from: "2024-01-09", to: "2024-01-12", businessDays: 4, whose: "product" }],
      },
    });
    const late = api.wait.start.mutate({ ...work, whose: "product", what: "Cart API", productItem: item.id });
    expect(await refusalOf(late)).toMatchObject({ code: "PRODUCT_ITEM_STEP" });
    const nowhere = api.productItem.report.mutate({ account, title: "A bug", kind: "bug", blocks: true });
    expect(await refusalOf(nowhere)).toMatchObject({ code: "MALFORMED", issues: [{ path: "deliverable" }] });
  });

  test("LEAD-6: waits are said, ended and put right; what cannot be is refused", async () => {
    const api = await begin();
    on("2024-01-10");
    const start = (more = {}) => api.wait.start.mutate({ ...work, whose: "client", what: "An answer", ...more });
    expect(await refusalOf(start({ from: "2024-01-11" }))).toMatchObject({ code: "DATED_AFTER_TODAY" });
    expect(await refusalOf(start({ deliverable: "gone" }))).toMatchObject({ code: "NOT_FOUND" });
    expect(await refusalOf(api.wait.stop.mutate(work))).toMatchObject({ code: "NOT_FOUND" });
    const one = await start({ from: "2024-01-04" });
    expect(await refusalOf(start({ id: one.id }))).toMatchObject({ code: "WAIT_EXISTS", status: 409 });
    const two = await start();
    expect(await refusalOf(api.wait.stop.mutate(work))).toMatchObject({ code: "WAIT_NOT_CLEAR" });
    const stop = (to: string) => api.wait.stop.mutate({ account, wait: one.id, to });
    expect(await refusalOf(stop("2024-01-03"))).toMatchObject({ code: "WAIT_ENDS_BEFORE_START", clause: "LEAD-6" });
    expect(await stop("2024-01-08")).toMatchObject({ to: "2024-01-08" });
    expect(await refusalOf(stop("2024-01-09"))).toMatchObject({ code: "WAIT_ENDED" });
    expect(await api.wait.amend.mutate({ account, wait: one.id, to: "2024-01-09" })).toMatchObject({
      ...{ from: "2024-01-04", to: "2024-01-09" },
    });
    expect(await api.wait.amend.mutate({ account, wait: one.id, to: null })).toMatchObject({ to: null });
    await api.wait.stop.mutate({ account, wait: one.id });
    expect((await api.wait.list.query({})).items.map(({ id }) => id)).toEqual([two.id]);
    const pages = [await api.wait.list.query({ account, limit: 1 })];
    pages.push(await api.wait.list.query({ account, limit: 1, cursor: pages[0]?.nextCursor ?? "" }));
    expect(pages.map(({ items }) => items.map(({ id }) => id))).toEqual([[one.id], [two.id]]);
    expect(pages.at(-1)?.nextCursor).toBeNull();
  });

  test("LEAD-1: where nothing carries a premium, there is none to settle", async () => {
    const api = await begin();
    const none = { code: "PREMIUM_NONE", clause: "LEAD-1" };
    expect(await refusalOf(api.leadTime.clock.query(work))).toMatchObject(none);
    expect(await refusalOf(api.premium.propose.mutate(work))).toMatchObject(none);
    expect(await refusalOf(api.premium.confirm.mutate(work))).toMatchObject({ code: "NOT_FOUND" });
    expect(await refusalOf(api.premium.show.query(work))).toMatchObject({ code: "NOT_FOUND" });
    await promise(api);
    expect(await refusalOf(api.premium.propose.mutate(work))).toMatchObject({ code: "PREMIUM_NOT_DELIVERED" });
  });

  test("ROLE-5: a customer sees its own lead times and no other's; deciding is for coordinators", async () => {
    const api = await begin();
    await api.account.open.mutate({ name: "Beta" });
    await promise(api, { rushBy: "2024-01-03", expeditedBy: "2024-01-05" });
    on("2024-01-05");
    await api.premium.propose.mutate({ ...work, deliveredOn: "2024-01-05" });
    const [pam, bob, ana] = [
      signedIn("Pam", "program-manager", account),
      signedIn("Bob", "program-manager", "beta"),
      signedIn("Ana", "consultant"),
    ];
    expect((await pam.premium.list.query({ account })).items).toMatchObject([{ state: "proposed" }]);
    expect(await pam.leadTime.clock.query(work)).toMatchObject({ state: "delivered" });
    for (const refusal of await refusalsOf([bob.leadTime.clock.query(work), bob.premium.show.query(work)]))
      expect(refusal).toMatchObject({ code: "NOT_FOUND", status: 404 });
    // Without an account these are those of one's own.
    expect((await pam.premium.list.query({})).items).toMatchObject([{ state: "proposed" }]);
    expect((await bob.premium.list.query({})).items).toEqual([]);
    expect((await bob.wait.list.query({})).items).toEqual([]);
    expect((await bob.productItem.list.query({})).items).toEqual([]);
    const others = bob.leadTime.clock.query({ account: "beta", deliverable: "sync" });
    expect(await refusalOf(others)).toMatchObject({ code: "NOT_FOUND" });
    for (const refusal of await refusalsOf([pam.premium.confirm.mutate(work), ana.premium.confirm.mutate(work)]))
      expect(refusal).toMatchObject({ code: "FORBIDDEN", status: 403 });
    expect(await refusalOf(pam.wait.stop.mutate(work))).toMatchObject({ code: "FORBIDDEN" });
    expect(await ana.wait.start.mutate({ ...work, whose: "client", what: "A word" })).toMatchObject({ to: null });
  });
});
