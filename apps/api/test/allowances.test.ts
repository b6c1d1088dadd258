import { defaultPolicy, type Policy } from "@cimpro/domain";
import { afterEach, describe, expect, test } from "vitest";
import type { Api } from "./client.ts";
import { type Place, places } from "./places.ts";
import { expectGoodBooks, openPractice, type Practice, refusalOf } from "./practice.ts";

describe.each(places)("allowances on %s", (_engine, place) => {
  const opened: { practice?: Practice } = {};
  const account = "acme";

  /** A practice of its own with one account, at the terms given. */
  async function begin(
    today: string,
    change: Partial<Policy["allowances"]> = {},
    at?: Place,
  ): Promise<[Practice, Api]> {
    const practice = await openPractice(at ?? (await place()), today);
    opened.practice = practice;
    const api = await practice.as("admin");
    const policy = { ...defaultPolicy, allowances: { ...defaultPolicy.allowances, ...change } };
    await api.policy.adopt.mutate({ policy, from: "2000-01-01" });
    await api.account.open.mutate({ name: "Acme" });
    return [practice, api];
  }
  const minutes = (api: Api) => api.account.show.query({ account }).then((shown) => shown.minutes);
  const balance = async (api: Api, asOf?: string) =>
    (await api.allowance.balance.query({ account, asOf })).allowances.map(
      ({ grantedMinutes, usedMinutes, lapsedMinutes, remainingMinutes }) => [
        grantedMinutes,
        usedMinutes,
        lapsedMinutes,
        remainingMinutes,
      ],
    );

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

  test("ALW-4: a monthly one is granted and invoiced by calendar month, its rest lapses, and it ends with a month", async () => {
    const [practice, api] = await begin("2024-01-10");
    const bought = await api.allowance.buy.mutate({ account, kind: "monthly", minutes: 1800, paid: true });
    const allowance = bought.allowance.id;
    expect(bought.invoice).toMatchObject({
      number: "INV-000001",
      total: 705_000,
      period: { start: "2024-01-01", end: "2024-02-01" },
    });
    // No proration: the whole month is covered, also before the purchase.
    expect((await api.time.log.mutate({ account, on: "2024-01-02", minutes: 100 })).cover).toMatchObject({
      allowance: [{ allowance, minutes: 100 }],
      open: 0,
    });

    practice.on("2024-02-05");
    expect((await api.time.log.mutate({ account, on: "2024-02-05", minutes: 1380 })).cover.open).toBe(0);
    expect(await balance(api, "2024-01-31")).toEqual([[1800, 100, 0, 1700]]);
    expect(await balance(api)).toEqual([[3600, 1480, 1700, 420]]);
    const run = await api.invoice.run.mutate({ through: "2024-02-04" });
    expect(run.invoices).toMatchObject([
      { number: "INV-000002", kind: "allowance", period: { start: "2024-02-01", end: "2024-03-01" }, total: 705_000 },
    ]);
    expect(await api.invoice.show.query({ number: "INV-000002" })).toMatchObject({ status: "paid", balance: 0 });

    const end = (lastMonth: string) => api.allowance.end.mutate({ account, allowance, lastMonth });
    expect(await refusalOf(end("2024-01"))).toMatchObject({ code: "ALLOWANCE_MONTH_INVOICED", clause: "ALW-4" });
    expect(await end("2024-03")).toMatchObject({ lastMonth: "2024-03" });
    expect(await refusalOf(end("2024-04"))).toMatchObject({ code: "ALLOWANCE_ENDED" });

    practice.on("2024-04-22");
    const late = await api.time.log.mutate({ account, on: "2024-01-05", minutes: 30 });
    expect(late.cover).toMatchObject({ allowance: [{ minutes: 30 }], open: 0 });
    expect((await api.time.log.mutate({ account, on: "2024-04-01", minutes: 60 })).cover.open).toBe(60);
    const last = await api.invoice.run.mutate({ through: "2024-04-21" });
    expect(last.invoices).toMatchObject([
      { kind: "allowance", period: { start: "2024-03-01" } },
      { kind: "work", minutes: 60 },
    ]);
    expect(await balance(api)).toEqual([[5400, 1510, 3890, 0]]);
    expect((await api.invoice.run.mutate({ through: "2024-04-21" })).invoices).toEqual([]);
  });

  test("ALW-4: what a month leaves rolls over as far as the policy lets it, and is used first", async () => {
    const [practice, api] = await begin("2024-01-10", { rolloverCapMinutes: 120 });
    await api.allowance.buy.mutate({ account, kind: "monthly", minutes: 600, paid: true });
    await api.time.log.mutate({ account, on: "2024-01-10", minutes: 300 });
    practice.on("2024-02-12");
    expect(await balance(api)).toEqual([[1200, 300, 180, 720]]);
    expect((await api.time.log.mutate({ account, on: "2024-02-05", minutes: 730 })).cover.open).toBe(10);
    await api.invoice.run.mutate({ through: "2024-02-11" });
    expect(await minutes(api)).toMatchObject({ allowance: 1020, invoiced: 10 });
    // Rolled-over minutes that were used cannot be taken back with their month.
    const take = (taken: number) =>
      api.credit.issue.mutate({ number: "INV-000001", line: 1, minutes: taken, reason: "rebill" });
    expect(await refusalOf(take(181))).toMatchObject({ code: "CREDIT_EXCEEDS_UNUSED", details: { left: 180 } });
    expect((await take(180)).creditMemo.total).toBe(70_500);
  });

  test("ALW-3: on payment, hours cover nothing until their invoice is settled, and a run waits for them once", async () => {
    const [practice, api] = await begin("2024-01-08", { activation: "on-payment" });
    const { invoice } = await api.allowance.buy.mutate({ account, kind: "lump-sum", minutes: 600 });
    const log = async (on: string) => (await api.time.log.mutate({ account, on, minutes: 60 })).cover.open;
    expect(await log("2024-01-08")).toBe(60);
    practice.on("2024-01-15");
    const first = await api.invoice.run.mutate({ through: "2024-01-14" });
    expect(first).toMatchObject({ invoices: [], closedPeriods: 1, minutes: { allowance: 0, invoiced: 0 } });
    expect(await minutes(api)).toMatchObject({ open: 60 });

    await api.payment.record.mutate({ account, amount: 235_000, invoice: invoice?.number });
    expect(await balance(api)).toEqual([[600, 60, 0, 540]]);
    practice.on("2024-01-29");
    const second = await api.invoice.run.mutate({ through: "2024-01-28" });
    expect(second).toMatchObject({ invoices: [], minutes: { allowance: 60, invoiced: 0 } });
  });

  test("ALW-3: on payment, what still is not paid at the next run is invoiced", async () => {
    const [practice, api] = await begin("2024-01-08", { activation: "on-payment" });
    await api.allowance.buy.mutate({ account, kind: "lump-sum", minutes: 40 });
    await api.time.log.mutate({ account, on: "2024-01-08", minutes: 60 });
    practice.on("2024-01-15");
    // Only what the purchase would cover waits.
    expect((await api.invoice.run.mutate({ through: "2024-01-14" })).minutes).toMatchObject({ invoiced: 20 });
    practice.on("2024-01-29");
    expect((await api.invoice.run.mutate({ through: "2024-01-28" })).invoices).toMatchObject([{ minutes: 40 }]);
    expect(await minutes(api)).toMatchObject({ allowance: 0, invoiced: 60, open: 0 });
  });

  test("ALW-3: a standing payment settles at once, so hours bought on payment cover at once", async () => {
    const [, api] = await begin("2024-01-08", { activation: "on-payment" });
    await api.allowance.buy.mutate({ account, kind: "lump-sum", minutes: 600, paid: true });
    expect((await api.time.log.mutate({ account, on: "2024-01-08", minutes: 60 })).cover.open).toBe(0);
  });

  test("ALW-3, INV-6: hours bought on payment that account credit pays at issue cover the very run that sells them", async () => {
    const [practice, api] = await begin("2024-01-08", { activation: "on-payment" });
    await api.allowance.buy.mutate({ account, kind: "monthly", minutes: 60 });
    await api.payment.record.mutate({ account, amount: 23_500 + 23_500 });
    practice.on("2024-02-12");
    await api.time.log.mutate({ account, on: "2024-02-05", minutes: 50 });
    const { digest: _digest, ...draft } = await api.invoice.draft.query({ through: "2024-02-11" });
    const run = await api.invoice.run.mutate({ through: "2024-02-11" });
    expect(run).toMatchObject({ invoices: [{ kind: "allowance" }], minutes: { allowance: 50, invoiced: 0 } });
    expect(draft).toEqual({ ...run, invoices: run.invoices.map((each) => ({ ...each, number: null })) });
  });

  test("ALW-7: an opening balance covers and is not invoiced", async () => {
    const [, api] = await begin("2024-01-08");
    const opening = { account, kind: "lump-sum", minutes: 90, opening: true, on: "2023-11-01" } as const;
    expect(await api.allowance.buy.mutate(opening)).toMatchObject({ invoice: null, allowance: { opening: true } });
    expect((await api.time.log.mutate({ account, on: "2023-12-01", minutes: 100 })).cover).toMatchObject({
      allowance: [{ minutes: 90 }],
      open: 10,
    });
    expect((await api.invoice.list.query({})).items).toEqual([]);
  });

  test("ALW-2: an unusual size is a warning, and the same purchase twice a conflict", async () => {
    const [, api] = await begin("2024-01-08");
    const id = "0190a000-0000-7000-8000-000000000001";
    const { warnings } = await api.allowance.buy.mutate({ account, kind: "lump-sum", minutes: 5 * 60, id });
    expect(warnings).toMatchObject([{ clause: "ALW-2" }]);
    const again = api.allowance.buy.mutate({ account, kind: "lump-sum", minutes: 5 * 60, id });
    expect(await refusalOf(again)).toMatchObject({ status: 409, code: "ALLOWANCE_EXISTS" });
    const end = api.allowance.end.mutate({ account, allowance: id, lastMonth: "2024-01" });
    expect(await refusalOf(end)).toMatchObject({ code: "ALLOWANCE_NOT_MONTHLY" });
  });

  test("ALW-5: the grant that expires first is used first, and none covers work outside its days", async () => {
    const [, api] = await begin("2024-01-20");
    const lump = await api.allowance.buy.mutate({ account, kind: "lump-sum", minutes: 600, on: "2024-01-10" });
    const month = await api.allowance.buy.mutate({ account, kind: "monthly", minutes: 60 });
    const cover = async (on: string) => (await api.time.log.mutate({ account, on, minutes: 50 })).cover;
    expect(await cover("2023-12-31")).toMatchObject({ allowance: [], open: 50 });
    expect((await cover("2024-01-20")).allowance).toEqual([{ allowance: month.allowance.id, minutes: 50 }]);
    expect((await cover("2024-01-20")).allowance).toEqual([
      { allowance: month.allowance.id, minutes: 10 },
      { allowance: lump.allowance.id, minutes: 40 },
    ]);
    // Earlier work takes its place in the order of work dates, and later work makes room (ALW-6).
    expect((await cover("2024-01-05")).allowance).toEqual([{ allowance: month.allowance.id, minutes: 50 }]);
    expect(await balance(api)).toEqual([
      [600, 90, 0, 510],
      [60, 60, 0, 0],
    ]);
  });

  test("ALW-3: hours that were not used can be taken back, used ones cannot", async () => {
    const [practice, api] = await begin("2024-01-08");
    await api.allowance.buy.mutate({ account, kind: "lump-sum", minutes: 600, paid: true });
    await api.time.log.mutate({ account, on: "2024-01-08", minutes: 500 });
    practice.on("2024-01-15");
    await api.invoice.run.mutate({ through: "2024-01-14" });
    const take = (taken: number) =>
      api.credit.issue.mutate({ number: "INV-000001", line: 1, minutes: taken, reason: "rebill" });
    expect(await refusalOf(take(101))).toMatchObject({ code: "CREDIT_EXCEEDS_UNUSED", details: { left: 100 } });
    const { creditMemo } = await take(60);
    expect(creditMemo).toMatchObject({ total: 23_500, unapplied: 23_500 });
    expect(await balance(api)).toEqual([[540, 500, 0, 40]]);
    expect(await refusalOf(api.invoice.void.mutate({ number: "INV-000001" }))).toMatchObject({
      code: "CREDIT_EXCEEDS_UNUSED",
    });
    await api.invoice.void.mutate({ number: "INV-000001", reason: "waive" });
    expect(await balance(api)).toEqual([[540, 500, 0, 40]]);
  });

  test("INV-3: a run issues allowance months first, then work by the end of its period, each by account", async () => {
    const [practice, api] = await begin("2024-01-08");
    await api.account.open.mutate({ name: "Zeta" });
    for (const each of ["zeta", account])
      await api.allowance.buy.mutate({ account: each, kind: "monthly", minutes: 60, paid: true });
    for (const each of ["zeta", account])
      for (const on of ["2024-02-05", "2024-01-20"]) await api.time.log.mutate({ account: each, on, minutes: 100 });
    practice.on("2024-03-04");
    const { invoices } = await api.invoice.run.mutate({ through: "2024-03-03" });
    expect(invoices.map((each) => [each.number, each.account, each.kind, each.period?.start])).toEqual([
      ["INV-000003", account, "allowance", "2024-02-01"],
      ["INV-000004", "zeta", "allowance", "2024-02-01"],
      ["INV-000005", account, "allowance", "2024-03-01"],
      ["INV-000006", "zeta", "allowance", "2024-03-01"],
      ["INV-000007", account, "work", "2024-01-15"],
      ["INV-000008", "zeta", "work", "2024-01-15"],
      ["INV-000009", account, "work", "2024-01-29"],
      ["INV-000010", "zeta", "work", "2024-01-29"],
    ]);
  });

  test("RATE-2, RATE-3: a new rate holds from its day for work and purchases, and changes nothing before", async () => {
    const [practice, api] = await begin("2024-01-08");
    const rateCard = [...defaultPolicy.rateCard, { validFrom: "2024-01-10", ratePerHour: 24_000 }];
    await api.policy.adopt.mutate({ policy: { ...defaultPolicy, rateCard }, from: "2024-01-10" });
    for (const on of ["2024-01-09", "2024-01-10"]) await api.time.log.mutate({ account, on, minutes: 60 });
    practice.on("2024-01-15");
    const bought = await api.allowance.buy.mutate({ account, kind: "lump-sum", minutes: 600, on: "2024-01-09" });
    expect(bought.allowance.ratePerHour).toBe(23_500);
    await api.invoice.void.mutate({ number: "INV-000001" });
    const { invoices } = await api.invoice.run.mutate({ through: "2024-01-14" });
    const { lines } = await api.invoice.show.query({ number: invoices[0]?.number ?? "" });
    expect(lines.map(({ ratePerHour, amount }) => [ratePerHour, amount])).toEqual([
      [23_500, 23_500],
      [24_000, 24_000],
    ]);
  });

  test("RATE-5: time counts in the policy's increment, and what was worked stays beside it", async () => {
    const [, api] = await begin("2024-01-08");
    const billing = { ...defaultPolicy.billing, incrementMinutes: 15 };
    await api.policy.adopt.mutate({ policy: { ...defaultPolicy, billing }, from: "2024-01-01" });
    const { entry, cover } = await api.time.log.mutate({ account, minutes: 16 });
    expect([entry.rawMinutes, entry.minutes, cover.open]).toEqual([16, 30, 30]);
    expect((await api.time.amend.mutate({ account, entry: entry.id, minutes: 31 })).entry).toMatchObject({
      rawMinutes: 31,
      minutes: 45,
      openMinutes: 45,
    });
  });

  test("RATE-2: no policy version replaces one that began later or on the same day", async () => {
    const [, api] = await begin("2024-01-08");
    const adopt = (from: string) => api.policy.adopt.mutate({ policy: defaultPolicy, from });
    expect(await refusalOf(adopt("2000-01-01"))).toMatchObject({ code: "POLICY_IN_FORCE" });
    const euros = api.policy.adopt.mutate({ policy: { ...defaultPolicy, currency: "EUR" }, from: "2024-02-01" });
    expect(await refusalOf(euros)).toMatchObject({ code: "POLICY_CURRENCY" });
    const faulty = api.policy.adopt.mutate({ policy: { ...defaultPolicy, rateCard: [] }, from: "2024-02-01" });
    expect(await refusalOf(faulty)).toMatchObject({ status: 400, issues: [{ path: "rateCard" }] });
    expect((await adopt("2024-02-01")).version).toBe(3);
  });

  test("a burn-down begins where there first were hours, and counts what was used that day", async () => {
    const [, api] = await begin("2025-03-12");
    await api.allowance.buy.mutate({ account, kind: "lump-sum", minutes: 600, on: "2025-03-03" });
    await api.time.log.mutate({ account, on: "2025-03-03", minutes: 90 });
    expect(await api.allowance.burnDown.query({ account })).toEqual({
      points: [
        { on: "2025-03-03", remainingMinutes: 510 },
        { on: "2025-03-10", remainingMinutes: 510 },
        { on: "2025-03-12", remainingMinutes: 510 },
      ],
      runOutOn: null,
      forecast: { kind: "too-few-days", businessDays: 8, leastBusinessDays: 10 },
      pace: { minutes: 90, businessDays: 8 },
    });
  });

  test("ALW-4, ALW-5: hours run out by all work that could draw on them, and never after they lapse", async () => {
    const [practice, api] = await begin("2025-03-14");
    const pace = (minutes: number) => ({ minutes, businessDays: 10 });
    await api.allowance.buy.mutate({ account, kind: "monthly", minutes: 600, on: "2025-03-03" });
    const work = { account, on: "2025-03-03", worker: "Ann" };
    await api.time.log.mutate({ ...work, minutes: 300 });
    await api.time.log.mutate({ ...work, minutes: 900, billable: false });
    expect(await api.allowance.burnDown.query({ account, from: "2025-03-03" })).toMatchObject({
      // 11 business days of 30 min until the end of March: there are 300 min, so they run out with the tenth.
      ...{ forecast: { kind: "runs-out" }, pace: pace(300), runOutOn: "2025-03-28" },
    });
    // Half as fast they would be enough, and what is left lapses; what nothing covers counts as much as what hours do.
    await api.time.reverse.mutate({ account, entry: (await api.time.list.query({ account })).items.at(-1)?.id ?? "" });
    await api.time.log.mutate({ ...work, minutes: 150 });
    expect(await api.allowance.burnDown.query({ account, from: "2025-03-03" })).toMatchObject({
      ...{ runOutOn: null, pace: pace(150) },
      forecast: { kind: "lapses", on: "2025-03-31", minutes: 450 - 11 * 15, rolledOverMinutes: 0 },
    });
    await api.time.log.mutate({ ...work, on: "2025-03-13", minutes: 1000 });
    expect(await api.allowance.burnDown.query({ account, from: "2025-03-03" })).toMatchObject({
      ...{ forecast: { kind: "none-left" }, pace: pace(1150) },
    });
    practice.on("2025-04-01");
    expect(await api.allowance.burnDown.query({ account })).toMatchObject({ pace: { minutes: 1150 } });
  });
});
