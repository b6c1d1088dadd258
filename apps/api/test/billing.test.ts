import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Api } from "./client.ts";
import { places } from "./places.ts";
import { expectGoodBooks, openPractice, type Practice, refusalOf } from "./practice.ts";

describe.each(places)("billing on %s", (_engine, place) => {
  let practice: Practice;
  let api: Api;
  beforeEach(async () => {
    practice = await openPractice(await place(), "2024-01-08");
    api = practice.local();
    for (const name of ["Acme", "Beta"]) await api.account.open.mutate({ name });
  });
  afterEach(async () => {
    try {
      await expectGoodBooks(api);
    } finally {
      await practice.close();
    }
  });
  const worked = (account: string, on: string, minutes = 60) =>
    api.time.log.mutate({ account, on, minutes, worker: "Ann" });
  const periods = async () =>
    (await api.invoice.list.query({})).items
      .toReversed()
      .map(({ number, account, period }) => [number, account, period?.start]);

  /** Lets something happen just before, or just after, the next transaction. */
  function meanwhile({
    before = nothing,
    after = nothing,
  }: Partial<Record<"before" | "after", () => Promise<unknown>>>) {
    const { write } = practice.store;
    const next = async (...command: Parameters<typeof write>) => {
      Object.assign(practice.store, { write });
      await before();
      const answer = await write(...command);
      await after();
      return answer;
    };
    Object.assign(practice.store, { write: next });
  }
  const nothing = async () => {};

  test("INV-1: work logged while a run goes on does not keep the run from the periods it was to close", async () => {
    await worked("acme", "2024-01-03");
    await worked("acme", "2024-01-30");
    practice.on("2024-02-12");
    meanwhile({ before: () => worked("acme", "2024-01-16") });
    const run = await api.invoice.run.mutate({ through: "2024-02-11" });
    expect(run.invoices.map(({ period }) => period?.start)).toEqual(["2024-01-01", "2024-01-15", "2024-01-29"]);
    expect(run).toMatchObject({ closedPeriods: 3, minutes: { invoiced: 180 } });
    expect(await api.account.show.query({ account: "acme" })).toMatchObject({
      closedThrough: "2024-02-12",
      minutes: { open: 0 },
    });
  });

  test("INV-4: a run repeated with its key after it was cut off answers with all of it", async () => {
    for (const account of ["acme", "beta"]) for (const on of ["2024-01-03", "2024-01-20"]) await worked(account, on);
    practice.on("2024-01-29");
    const { digest } = await api.invoice.draft.query({ through: "2024-01-28" });
    const keyed = practice.local({ key: "run-1" });
    const input = { through: "2024-01-28", expect: digest };
    meanwhile({ after: () => Promise.reject(new Error("cut off")) });
    const said: unknown[] = [];
    const { write: tell } = process.stderr;
    Object.assign(process.stderr, { write: (text: unknown) => said.push(text) > 0 });
    expect(await refusalOf(keyed.invoice.run.mutate(input))).toMatchObject({ code: "OUR_FAULT" });
    Object.assign(process.stderr, { write: tell });
    expect(said.join("")).toContain("cut off");
    expect((await api.invoice.list.query({})).items).toHaveLength(1);

    const whole = await keyed.invoice.run.mutate(input);
    expect(whole.invoices.map(({ number }) => number)).toEqual([
      "INV-000001",
      "INV-000002",
      "INV-000003",
      "INV-000004",
    ]);
    expect(whole).toMatchObject({ closedPeriods: 4, minutes: { invoiced: 240 } });
    expect(await keyed.invoice.run.mutate(input)).toEqual(whole);
    expect(await refusalOf(keyed.invoice.run.mutate({ through: "2024-01-14" }))).toMatchObject({ code: "KEY_REUSED" });
  });

  test("INV-4: a run sent twice at once with one key gives both senders all of it", async () => {
    for (const account of ["acme", "beta"])
      for (const on of ["2024-01-03", "2024-01-20", "2024-02-01"]) await worked(account, on);
    practice.on("2024-02-12");
    const keyed = practice.local({ key: "run-2" });
    const answers = await Promise.all([1, 2, 3, 4].map(() => keyed.invoice.run.mutate({ through: "2024-02-11" })));
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(answers[0]?.invoices).toHaveLength(6);
    expect(answers[0]).toMatchObject({ closedPeriods: 6, minutes: { invoiced: 360 } });
  });

  test("INV-1: a run of one account leaves the others", async () => {
    for (const account of ["acme", "beta"]) await worked(account, "2024-01-03");
    practice.on("2024-01-15");
    await api.invoice.run.mutate({ through: "2024-01-14", account: "beta" });
    expect(await periods()).toEqual([["INV-000001", "beta", "2024-01-01"]]);
    await api.invoice.run.mutate({ through: "2024-01-14" });
    expect(await periods()).toEqual([
      ["INV-000001", "beta", "2024-01-01"],
      ["INV-000002", "acme", "2024-01-01"],
    ]);
    expect(await refusalOf(api.invoice.run.mutate({ through: "2024-01-14", account: "gamma" }))).toMatchObject({
      status: 404,
    });
  });

  test("INV-1: an account may have a grid of its own, before and after its anchor", async () => {
    await api.account.edit.mutate({ account: "beta", billingAnchor: "2024-06-05" });
    for (const account of ["acme", "beta"]) await worked(account, "2024-01-03");
    practice.on("2024-01-17");
    await api.invoice.run.mutate({ through: "2024-01-16" });
    expect(await periods()).toEqual([
      ["INV-000001", "acme", "2024-01-01"],
      ["INV-000002", "beta", "2024-01-03"],
    ]);
  });

  test("INV-1: non-billable and settled time is never invoiced, and there is no zero invoice", async () => {
    await api.time.log.mutate({ account: "acme", on: "2024-01-03", minutes: 60, billable: false });
    practice.on("2024-01-15");
    expect(await api.invoice.run.mutate({ through: "2024-01-14" })).toMatchObject({ invoices: [], closedPeriods: 0 });
    await worked("acme", "2024-01-03", 1);
    const { minutes } = await api.invoice.run.mutate({ through: "2024-01-14" });
    expect(minutes).toMatchObject({ invoiced: 1, nonBillable: 60 });
    expect(await api.account.show.query({ account: "acme" })).toMatchObject({
      minutes: { worked: 61, nonBillable: 60, invoiced: 1, open: 0 },
    });
  });

  test("RATE-6, DLV-6: a line gathers the minutes of one deliverable, and names it", async () => {
    await api.deliverable.add.mutate({ account: "acme", name: "Price sync" });
    for (const deliverable of [null, "price-sync", null, "price-sync"])
      await api.time.log.mutate({ account: "acme", on: "2024-01-03", minutes: 50, deliverable });
    practice.on("2024-01-15");
    await api.invoice.run.mutate({ through: "2024-01-14" });
    const { lines } = await api.invoice.show.query({ number: "INV-000001" });
    expect(lines.map(({ deliverable, minutes, amount }) => [deliverable, minutes, amount])).toEqual([
      [undefined, 100, 39_167],
      ["price-sync", 100, 39_167],
    ]);
  });

  test("INV-3: an invoice whose lines are credited whole cannot be voided for nothing", async () => {
    await worked("acme", "2024-01-03");
    practice.on("2024-01-15");
    await api.invoice.run.mutate({ through: "2024-01-14" });
    const number = "INV-000001";
    for (const minutes of [7, 11, 42]) await api.credit.issue.mutate({ number, line: 1, minutes, reason: "waive" });
    const memos = (await api.credit.list.query({})).items;
    expect(memos.reduce((sum, { total }) => sum + total, 0)).toBe(23_500);
    expect(await refusalOf(api.invoice.void.mutate({ number }))).toMatchObject({
      code: "CREDIT_EXCEEDS_LINE",
      details: { left: 0 },
    });
    expect((await api.credit.list.query({})).items).toHaveLength(3);
  });

  test("INV-6: a credit on a paid invoice goes to other open invoices, oldest first", async () => {
    for (const on of ["2024-01-03", "2024-01-16", "2024-01-30"]) await worked("acme", on);
    practice.on("2024-01-15");
    await api.invoice.run.mutate({ through: "2024-01-14" });
    await api.payment.record.mutate({ account: "acme", amount: 23_500 });
    practice.on("2024-02-12");
    await api.invoice.run.mutate({ through: "2024-02-11" });
    const { creditMemo } = await api.invoice.void.mutate({ number: "INV-000001", reason: "waive" });
    expect(creditMemo.unapplied).toBe(0);
    const balances = async () => (await api.invoice.list.query({})).items.map(({ balance }) => balance).toReversed();
    expect(await balances()).toEqual([0, 0, 23_500]);
    const half = await api.credit.issue.mutate({ number: "INV-000002", line: 1, minutes: 30, reason: "waive" });
    expect(half.creditMemo.unapplied).toBe(0);
    expect(await balances()).toEqual([0, 0, 11_750]);
  });

  test("INV-6: what is paid for a named invoice settles that one first, suspended or not", async () => {
    for (const on of ["2024-01-03", "2024-01-16"]) await worked("acme", on);
    practice.on("2024-01-29");
    await api.invoice.run.mutate({ through: "2024-01-28" });
    await api.invoice.suspend.mutate({ number: "INV-000001", reason: "Disputed" });
    const named = await api.payment.record.mutate({ account: "acme", amount: 25_000, invoice: "INV-000002" });
    expect(named.payment).toMatchObject({ applications: [{ invoice: "INV-000002" }], unapplied: 1500 });
    const disputed = await api.payment.record.mutate({ account: "acme", amount: 500, invoice: "INV-000001" });
    expect(disputed.payment).toMatchObject({ applications: [{ invoice: "INV-000001", amount: 500 }], unapplied: 0 });
    const other = api.payment.record.mutate({ account: "beta", amount: 1, invoice: "INV-000001" });
    // Nobody outside an account learns that its invoice exists.
    expect(await refusalOf(other)).toMatchObject({ status: 404, code: "NOT_FOUND" });
    expect(await refusalOf(api.payment.record.mutate({ account: "acme", amount: 1, on: "2024-02-01" }))).toMatchObject({
      code: "DATED_AFTER_TODAY",
    });
  });

  test("INV-5, INV-6: a payment dated back counts from its day, but never before its invoice was there", async () => {
    await worked("acme", "2024-01-03");
    practice.on("2024-01-15");
    await api.invoice.run.mutate({ through: "2024-01-14" });
    practice.on("2024-01-20");
    await api.payment.record.mutate({ account: "acme", amount: 23_500, on: "2024-01-10" });
    expect((await api.invoice.show.query({ number: "INV-000001" })).applications).toMatchObject([{ on: "2024-01-15" }]);
    expect(await api.account.standing.query({ account: "acme", asOf: "2024-01-18" })).toMatchObject({
      standing: "good",
      openInvoices: [],
    });
  });

  test("INV-3: a document keeps the version of the entry it was made with, whoever wants to change it since", async () => {
    const { entry } = await worked("acme", "2024-01-03");
    const change = { account: "acme", entry: entry.id, expectedVersion: 1 };
    await api.time.amend.mutate({ ...change, note: "First" });
    expect(await refusalOf(api.time.amend.mutate({ ...change, note: "Second" }))).toMatchObject({
      status: 409,
      code: "ENTRY_CHANGED",
      details: { version: 2 },
    });
    expect(await refusalOf(api.time.reverse.mutate(change))).toMatchObject({ code: "ENTRY_CHANGED" });
  });

  test("the overview adds up its accounts, and as of an earlier day what was open then", async () => {
    for (const account of ["acme", "beta"]) await worked(account, "2024-01-03");
    practice.on("2024-01-15");
    await api.invoice.run.mutate({ through: "2024-01-14" });
    practice.on("2024-01-16");
    await api.time.log.mutate({ account: "acme", on: "2024-01-16", minutes: 30, override: "Test" });
    const now = await api.home.overview.query({});
    expect(now.figures).toMatchObject({
      openMinutes: 30,
      openAmount: 11_750,
      openBalance: 47_000,
      pastDueBalance: 47_000,
      stoppedAccounts: 2,
    });
    expect(now.needs.map(({ kind }) => kind)).toEqual(["stopped", "stopped", "time-missing", "unbilled"]);
    const then = await api.home.overview.query({ asOf: "2024-01-14" });
    expect(then.figures).toMatchObject({ openMinutes: 120, openAmount: 47_000, openBalance: 0, stoppedAccounts: 0 });
  });
});
