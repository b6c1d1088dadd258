import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { Api } from "./client.ts";
import { places } from "./places.ts";
import { expectGoodBooks, openPractice, type Practice, refusalOf, refusalsOf } from "./practice.ts";

describe.each(places)("the story of one account on %s", (_engine, place) => {
  let practice: Practice;
  let api: Api;
  const account = "acme";
  const ids: Record<"first" | "half" | "over" | "moved", string> = {
    first: randomUUID(),
    half: randomUUID(),
    over: randomUUID(),
    moved: "",
  };
  const worked = (on: string, minutes: number, more: { readonly id?: string; readonly override?: string } = {}) =>
    api.time.log.mutate({ account, worker: "Ann", on, minutes, ...more });
  const minutesNow = async () => (await api.account.show.query({ account })).minutes;

  beforeAll(async () => {
    practice = await openPractice(await place(), "2024-01-08");
    api = await practice.as("coordinator");
  });
  afterEach(() => expectGoodBooks(api));
  afterAll(() => practice.close());

  test("an account is opened under the id its name suggests, once", async () => {
    expect(await api.account.open.mutate({ name: "Acme", address: "1 Dock Road" })).toMatchObject({
      id: account,
      openedOn: "2024-01-08",
    });
    expect(await refusalOf(api.account.open.mutate({ name: "ACME" }))).toMatchObject({
      status: 409,
      code: "ACCOUNT_EXISTS",
    });
  });

  test("ALW-5: time that nothing covers stays open for the invoice", async () => {
    const { entry, cover, alerts } = await worked("2024-01-03", 90, { id: ids.first });
    expect(entry).toMatchObject({ id: ids.first, openMinutes: 90, worker: "Ann", on: "2024-01-03" });
    expect({ cover, alerts }).toEqual({ cover: { deposit: 0, allowance: [], open: 90, held: 0 }, alerts: [] });
  });

  test("INV-1: no run reaches beyond today, and none bills a period that has not ended", async () => {
    expect(await refusalOf(api.invoice.run.mutate({ through: "2024-01-14" }))).toMatchObject({
      code: "RUN_AFTER_TODAY",
      clause: "INV-1",
    });
    expect((await api.invoice.run.mutate({ through: "2024-01-08" })).invoices).toEqual([]);
  });

  test("INV-3: a draft is the run's answer unsaved, and a run can be held to it", async () => {
    practice.on("2024-01-15");
    const { digest, ...draft } = await api.invoice.draft.query({ through: "2024-01-14" });
    expect(draft.invoices).toMatchObject([{ number: null, account, kind: "work", total: 35_250 }]);
    const run = await api.invoice.run.mutate({ through: "2024-01-14", expect: digest });
    expect(run).toEqual({
      invoices: [
        {
          number: "INV-000001",
          account,
          kind: "work",
          period: { start: "2024-01-01", end: "2024-01-15" },
          currency: "USD",
          total: 35_250,
          minutes: 90,
          lines: 1,
          premium: 0,
          covered: { deposit: 0, allowance: 0 },
        },
      ],
      closedPeriods: 1,
      minutes: { deposit: 0, allowance: 0, invoiced: 90, held: 0, nonBillable: 0 },
      withoutInvoice: [],
      parked: [],
      later: [],
    });
    expect({ ...run, invoices: run.invoices.map((each) => ({ ...each, number: null })) }).toEqual(draft);
    expect(await refusalOf(api.invoice.run.mutate({ through: "2024-01-14", expect: digest }))).toMatchObject({
      status: 409,
      code: "DRAFT_OUTDATED",
      clause: "INV-4",
    });
  });

  test("INV-4: the same run again gives nothing more", async () => {
    expect(await api.invoice.run.mutate({ through: "2024-01-14" })).toMatchObject({ invoices: [], closedPeriods: 0 });
  });

  test("INV-2, INV-3: the invoice is due on issue, and every minute of its line names its entry", async () => {
    const invoice = await api.invoice.show.query({ number: "INV-000001" });
    expect(invoice).toMatchObject({
      issuedOn: "2024-01-15",
      dueOn: "2024-01-15",
      parties: { to: { name: "Acme", address: "1 Dock Road" } },
      policy: { version: 1 },
      total: 35_250,
      balance: 35_250,
      status: "open",
    });
    expect(invoice.lines).toMatchObject([
      { kind: "labor", minutes: 90, ratePerHour: 23_500, amount: 35_250, slices: [{ entry: ids.first, minutes: 90 }] },
    ]);
    expect(invoice.lines[0]?.clauses).toContain("RATE-5");
    expect(invoice.entries[ids.first]).toMatchObject({ on: "2024-01-03", worker: "Ann" });
  });

  test("INV-3: an issued invoice keeps its parties when the account is renamed", async () => {
    await api.account.edit.mutate({ account, name: "Acme Industrial" });
    expect((await api.invoice.show.query({ number: "INV-000001" })).parties.to.name).toBe("Acme");
  });

  test("INV-6: a payment settles it", async () => {
    const { payment } = await api.payment.record.mutate({ account, amount: 35_250 });
    expect(payment.applications).toEqual([{ invoice: "INV-000001", amount: 35_250, on: "2024-01-15" }]);
    expect(await api.invoice.show.query({ number: "INV-000001" })).toMatchObject({ balance: 0, status: "paid" });
  });

  test("ALW-6, INV-1: a late entry waits for the next period", async () => {
    expect((await worked("2024-01-10", 60)).cover.open).toBe(60);
    expect((await api.invoice.run.mutate({ through: "2024-01-14" })).invoices).toEqual([]);
  });

  test("ALW-3: a lump sum with standing payment is invoiced and paid the same day", async () => {
    const { allowance, invoice, warnings } = await api.allowance.buy.mutate({
      account,
      kind: "lump-sum",
      minutes: 1200,
      paid: true,
    });
    expect(allowance).toMatchObject({ ratePerHour: 23_500, validFrom: "2024-01-15", invoices: [{ month: null }] });
    expect(invoice).toMatchObject({ number: "INV-000002", kind: "allowance", total: 470_000, dueOn: "2024-01-15" });
    expect(warnings).toEqual([]);
    expect(await api.invoice.show.query({ number: "INV-000002" })).toMatchObject({ balance: 0, status: "paid" });
  });

  test("ALW-7: each alert comes once, with the entry that reaches its share", async () => {
    const percents = ({ alerts }: { alerts: readonly { percent: number }[] }) => alerts.map(({ percent }) => percent);
    expect(percents(await worked("2024-01-16", 599))).toEqual([]);
    expect(percents(await worked("2024-01-17", 1, { id: ids.half }))).toEqual([50]);
    expect(percents(await worked("2024-01-17", 1, { id: ids.half }))).toEqual([]);
    expect(percents(await worked("2024-01-18", 480))).toEqual([75, 90]);
    const over = await worked("2024-01-19", 240, { id: ids.over });
    expect(percents(over)).toEqual([100]);
    expect(over.cover).toMatchObject({ allowance: [{ minutes: 120 }], open: 120 });
    expect(percents(await worked("2024-01-20", 10))).toEqual([]);
    const { alerts } = await api.account.show.query({ account });
    expect(alerts.map(({ percent, on }) => [percent, on])).toEqual([
      [100, "2024-01-19"],
      [90, "2024-01-18"],
      [75, "2024-01-18"],
      [50, "2024-01-17"],
    ]);
  });

  test("ALW-5: a run invoices what the allowance did not cover, late work with it", async () => {
    practice.on("2024-01-29");
    const run = await api.invoice.run.mutate({ through: "2024-01-28" });
    expect(run.invoices).toMatchObject([{ number: "INV-000003", total: 74_417, minutes: 190, lines: 1 }]);
    expect(run.minutes).toMatchObject({ allowance: 1200, invoiced: 190 });
    const { lines, cover } = await api.invoice.show.query({ number: "INV-000003" });
    expect(cover).toMatchObject({ allowance: [{ minutes: 1200 }], invoiced: 190 });
    expect(lines[0]?.trace).toContainEqual(expect.objectContaining({ clause: "INV-1", minutes: 60 }));
    expect(await api.allowance.balance.query({ account })).toMatchObject({
      allowances: [{ grantedMinutes: 1200, usedMinutes: 1200, remainingMinutes: 0 }],
      openMinutes: 0,
    });
  });

  test("INV-3: a credit to rebill opens the latest minutes again and takes the difference of rounded amounts", async () => {
    const { creditMemo } = await api.credit.issue.mutate({
      number: "INV-000003",
      line: 1,
      minutes: 50,
      reason: "rebill",
    });
    // 190 minutes are 744.17; the 140 that remain are 548.33.
    expect(creditMemo).toMatchObject({ number: "CM-000001", total: 19_584, unapplied: 0, voids: false });
    expect(creditMemo.lines[0]?.slices).toEqual([
      { entry: ids.over, minutes: 40 },
      { entry: expect.any(String), minutes: 10 },
    ]);
    expect(await api.invoice.show.query({ number: "INV-000003" })).toMatchObject({ total: 74_417, balance: 54_833 });
    expect(await minutesNow()).toMatchObject({ invoiced: 230, open: 50, writtenOff: 0 });
  });

  test("INV-3: more than a line has left cannot be credited", async () => {
    const attempt = { number: "INV-000003", line: 1, minutes: 141, reason: "rebill" } as const;
    expect(await refusalOf(api.credit.issue.mutate(attempt))).toMatchObject({
      status: 422,
      code: "CREDIT_EXCEEDS_LINE",
      details: { left: 140 },
    });
    expect(await refusalOf(api.credit.issue.mutate({ ...attempt, line: 2 }))).toMatchObject({ status: 404 });
  });

  test("INV-4: the run after a credit bills those minutes once more, and only once", async () => {
    expect((await api.invoice.run.mutate({ through: "2024-01-28" })).invoices).toEqual([]);
    practice.on("2024-02-12");
    const again = await api.invoice.run.mutate({ through: "2024-02-11" });
    expect(again.invoices).toMatchObject([{ number: "INV-000004", minutes: 50, total: 19_583 }]);
    expect((await api.invoice.run.mutate({ through: "2024-02-11" })).invoices).toEqual([]);
    expect(await minutesNow()).toMatchObject({ invoiced: 280, open: 0 });
  });

  test("INV-3: a waived part counts as written off", async () => {
    const { creditMemo } = await api.credit.issue.mutate({
      number: "INV-000004",
      line: 1,
      minutes: 20,
      reason: "waive",
      note: "Goodwill",
    });
    expect(creditMemo).toMatchObject({ number: "CM-000002", total: 7833, note: "Goodwill" });
    expect(await minutesNow()).toMatchObject({ invoiced: 260, open: 0, writtenOff: 20 });
    expect((await api.invoice.run.mutate({ through: "2024-02-11" })).invoices).toEqual([]);
  });

  test("INV-3: voiding credits all that is left, and links the two", async () => {
    const { creditMemo } = await api.invoice.void.mutate({ number: "INV-000003" });
    expect(creditMemo).toMatchObject({ number: "CM-000003", total: 54_833, voids: true, unapplied: 0 });
    expect(await api.invoice.show.query({ number: "INV-000003" })).toMatchObject({
      balance: 0,
      status: "voided",
      voidedBy: "CM-000003",
      credits: [{ number: "CM-000001" }, { number: "CM-000003" }],
    });
    for (const refusal of await refusalsOf([
      api.invoice.void.mutate({ number: "INV-000003" }),
      api.credit.issue.mutate({ number: "INV-000003", line: 1, minutes: 1, reason: "waive" }),
    ]))
      expect(refusal).toMatchObject({ code: "INVOICE_VOIDED", clause: "INV-3" });
    expect(await minutesNow()).toMatchObject({ invoiced: 120, open: 140 });
  });

  test("INV-6: payments go to the oldest invoice first, the rest is account credit", async () => {
    practice.on("2024-02-26");
    const { invoices } = await api.invoice.run.mutate({ through: "2024-02-25" });
    expect(invoices).toMatchObject([{ number: "INV-000005", minutes: 140, total: 54_833 }]);
    const part = await api.payment.record.mutate({ account, amount: 20_000 });
    expect(part.payment.applications).toMatchObject([
      { invoice: "INV-000004", amount: 11_750 },
      { invoice: "INV-000005", amount: 8250 },
    ]);
    const rest = await api.payment.record.mutate({ account, amount: 50_000 });
    expect(rest.payment).toMatchObject({ unapplied: 3417, applications: [{ invoice: "INV-000005", amount: 46_583 }] });
    expect((await api.account.show.query({ account })).accountCredit).toBe(3417);
  });

  test("INV-6: account credit pays into the next invoice of any kind at its issue", async () => {
    const { invoice } = await api.allowance.buy.mutate({ account, kind: "lump-sum", minutes: 600, on: "2024-03-01" });
    expect(invoice).toMatchObject({ number: "INV-000006", total: 235_000 });
    expect(await api.invoice.show.query({ number: "INV-000006" })).toMatchObject({
      balance: 231_583,
      applications: [{ kind: "payment", amount: 3417, on: "2024-02-26" }],
    });
    expect((await api.account.show.query({ account })).accountCredit).toBe(0);
  });

  test("INV-5: a past-due invoice stops new work, and an override goes on with its reason", async () => {
    expect(await api.account.standing.query({ account })).toMatchObject({ standing: "good" });
    practice.on("2024-02-27");
    expect(await api.account.standing.query({ account })).toEqual({
      standing: "stopped",
      stoppedSince: "2024-02-27",
      openInvoices: [{ number: "INV-000006", balance: 231_583, pastDueDays: 1, suspended: false }],
    });
    expect(await refusalOf(worked("2024-02-27", 15))).toMatchObject({ code: "WORK_STOPPED" });
    expect((await worked("2024-02-26", 15)).entry.openMinutes).toBe(15);
    const { entry } = await worked("2024-02-27", 20, { override: "Checkout is down" });
    expect(entry.overrideReason).toBe("Checkout is down");
    const [row] = (await api.journal.list.query({ stream: account, type: "time.logged", limit: 1 })).items;
    expect(row?.data).toMatchObject({ entry: { overrideReason: "Checkout is down" } });
  });

  test("INV-5: a correction may not move time into the stopped days", async () => {
    const { entry } = await worked("2024-02-26", 5);
    const target = { account, entry: entry.id };
    expect(await refusalOf(api.time.amend.mutate({ ...target, on: "2024-02-27" }))).toMatchObject({
      code: "WORK_STOPPED",
    });
    expect((await api.time.amend.mutate({ ...target, minutes: 4 })).entry).toMatchObject({ minutes: 4, version: 2 });
    await api.time.reverse.mutate(target);
  });

  test("INV-6: a suspended invoice counts as settled until it is resumed", async () => {
    practice.on("2024-02-28");
    const number = "INV-000006";
    expect(await api.invoice.suspend.mutate({ number, reason: "Disputed hours" })).toMatchObject({
      status: "suspended",
    });
    expect(await api.account.standing.query({ account })).toMatchObject({
      standing: "good",
      openInvoices: [{ number, suspended: true }],
    });
    expect((await worked("2024-02-28", 25)).entry.openMinutes).toBe(25);
    const { payment } = await api.payment.record.mutate({ account, amount: 1000 });
    expect(payment).toMatchObject({ applications: [], unapplied: 1000 });

    practice.on("2024-02-29");
    expect(await api.invoice.resume.mutate({ number })).toMatchObject({ status: "past-due" });
    expect(await api.account.standing.query({ account })).toMatchObject({
      standing: "stopped",
      stoppedSince: "2024-02-29",
    });
    expect(await api.account.standing.query({ account, asOf: "2024-02-28" })).toMatchObject({ standing: "good" });
    expect(await api.account.standing.query({ account, asOf: "2024-02-27" })).toMatchObject({ standing: "stopped" });
  });

  test("INV-5: work resumes the moment the last past-due balance is settled", async () => {
    await api.payment.record.mutate({ account, amount: 231_583, invoice: "INV-000006" });
    expect(await api.account.standing.query({ account })).toMatchObject({ standing: "good", openInvoices: [] });
    expect((await worked("2024-02-29", 5)).entry.openMinutes).toBe(5);
  });

  test("INV-6: a payment that is taken back leaves its invoices open again", async () => {
    const { items } = await api.payment.list.query({ account });
    const payment = items.find(({ amount }) => amount === 231_583)?.id ?? "";
    await api.payment.reverse.mutate({ account, payment, reason: "Cheque returned" });
    expect(await api.invoice.show.query({ number: "INV-000006" })).toMatchObject({
      balance: 231_583,
      applications: [{}],
    });
    expect(await refusalOf(api.payment.reverse.mutate({ account, payment }))).toMatchObject({
      code: "PAYMENT_REVERSED",
    });
    await api.payment.record.mutate({ account, amount: 231_583, invoice: "INV-000006" });
  });

  test("INV-3: amending billed time credits it, and the new entry joins the next run", async () => {
    practice.on("2024-03-11");
    const before = await minutesNow();
    const { entry, replaced, creditMemos } = await api.time.amend.mutate({ account, entry: ids.first, minutes: 70 });
    expect(replaced).toBe(ids.first);
    expect(entry).toMatchObject({ minutes: 70, openMinutes: 70, on: "2024-01-03" });
    expect(creditMemos).toEqual(["CM-000004"]);
    expect(await api.credit.show.query({ number: "CM-000004" })).toMatchObject({
      invoice: "INV-000001",
      total: 35_250,
      // The invoice is paid, so what it is credited becomes account credit.
      unapplied: 35_250,
    });
    expect(await minutesNow()).toMatchObject({
      worked: before.worked - 20,
      invoiced: before.invoiced - 90,
      open: before.open + 70,
    });
    ids.moved = entry.id;
    expect(await refusalOf(api.time.amend.mutate({ account, entry: ids.first, minutes: 1 }))).toMatchObject({
      code: "ENTRY_REVERSED",
    });
  });

  test("INV-3: amending covered time gives its minutes back to their own grant", async () => {
    const { entry, creditMemos } = await api.time.amend.mutate({ account, entry: ids.half, minutes: 3 });
    expect(creditMemos).toEqual([]);
    expect(entry).toMatchObject({ on: "2024-01-17", minutes: 3 });
    const { allowances } = await api.allowance.balance.query({ account });
    // One minute came back, and derived cover takes it at once.
    expect(allowances[0]).toMatchObject({ usedMinutes: 1200, remainingMinutes: 0 });
  });

  test("INV-1, INV-6: the next run bills the corrected time and account credit pays for it", async () => {
    const open = (await minutesNow()).open;
    const { invoices, minutes } = await api.invoice.run.mutate({ through: "2024-03-10" });
    expect(invoices).toMatchObject([{ number: "INV-000007", minutes: minutes.invoiced }]);
    expect(minutes.allowance + minutes.invoiced).toBe(open);
    const invoice = await api.invoice.show.query({ number: "INV-000007" });
    expect(invoice.lines[0]?.slices).toContainEqual({ entry: ids.moved, minutes: 70 });
    expect(invoice).toMatchObject({ balance: Math.max(0, invoice.total - 36_250) });
    expect((await minutesNow()).open).toBe(0);
  });

  test("INV-3: reversing billed time takes it out of every sum", async () => {
    const before = await minutesNow();
    const { entry, creditMemos } = await api.time.reverse.mutate({ account, entry: ids.moved, reason: "Not worked" });
    expect(entry).toMatchObject({ reversedOn: "2024-03-11", openMinutes: 0, slices: [] });
    expect(creditMemos).toEqual(["CM-000005"]);
    expect(await minutesNow()).toEqual({ ...before, worked: before.worked - 70, invoiced: before.invoiced - 70 });
    expect((await api.invoice.run.mutate({ through: "2024-03-10" })).invoices).toEqual([]);
  });

  test("DLV-5, ALW-8: written-off minutes are recorded and never invoiced", async () => {
    const { entry } = await worked("2024-02-10", 45);
    const { minutes } = await api.time.writeOff.mutate({ account, entry: entry.id, minutes: 15, reason: "Learning" });
    expect(minutes).toBe(15);
    const attempt = api.time.writeOff.mutate({ account, entry: entry.id, minutes: 31, reason: "All of it" });
    expect(await refusalOf(attempt)).toMatchObject({ code: "ENTRY_NOT_OPEN", clause: "ALW-8" });
    expect((await minutesNow()).open).toBe(30);
    practice.on("2024-03-25");
    expect((await api.invoice.run.mutate({ through: "2024-03-24" })).minutes).toMatchObject({ invoiced: 30 });
  });

  test("reads as of a day see what was dated, issued and paid by then", async () => {
    const balance = async (asOf: string) => {
      const { allowances, openMinutes } = await api.allowance.balance.query({ account, asOf });
      return { used: allowances.map(({ usedMinutes }) => usedMinutes), openMinutes };
    };
    expect(await balance("2024-01-07")).toEqual({ used: [], openMinutes: 0 });
    expect(await balance("2024-01-14")).toEqual({ used: [], openMinutes: 60 });
    expect(await balance("2024-01-18")).toEqual({ used: [1080], openMinutes: 62 });
    expect(await balance("2024-01-28")).toEqual({ used: [1200], openMinutes: 192 });
    expect(await api.account.standing.query({ account, asOf: "2024-01-15" })).toMatchObject({ openInvoices: [] });
    expect(await api.account.standing.query({ account, asOf: "2024-02-12" })).toMatchObject({
      openInvoices: [{ number: "INV-000004", balance: 11_750 }],
    });
  });

  test("the statement ends at what is owed", async () => {
    const statement = await api.statement.show.query({ account });
    const { openBalance, accountCredit } = await api.account.show.query({ account }).then(async () => {
      const [summary] = (await api.account.list.query({})).items;
      return summary ?? { openBalance: 0, accountCredit: 0 };
    });
    expect(statement.closing).toBe(openBalance - accountCredit);
  });

  test("INV-3: numbers have no gap, and the journal tells the whole story", async () => {
    const invoices = (await api.invoice.list.query({ account })).items.map(({ number }) => number).toSorted();
    expect(invoices).toEqual(Array.from({ length: 8 }, (_, at) => `INV-${String(at + 1).padStart(6, "0")}`));
    const memos = (await api.credit.list.query({})).items.map(({ number }) => number).toSorted();
    expect(memos).toEqual(Array.from({ length: 5 }, (_, at) => `CM-${String(at + 1).padStart(6, "0")}`));
    expect(await api.journal.verify.query()).toMatchObject({ ok: true, problems: [] });
  });
});
