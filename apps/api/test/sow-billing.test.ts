import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Api } from "./client.ts";
import { places } from "./places.ts";
import { expectGoodBooks, openPractice, type Practice, refusalOf } from "./practice.ts";

describe.each(places)("billing of a SOW on %s", (_engine, place) => {
  let practice: Practice;
  let api: Api;
  beforeEach(async () => {
    practice = await openPractice(await place(), "2024-01-08");
    api = practice.local();
    await api.account.open.mutate({ name: "Acme" });
  });
  afterEach(async () => {
    try {
      await expectGoodBooks(api);
    } finally {
      await practice.close();
    }
  });

  const worked = (on: string, minutes: number, deliverable: string | null = "shop") =>
    api.time.log.mutate({ account: "acme", deliverable, on, minutes, worker: "Ann", override: "agreed with them" });
  const run = (through: string, today: string) => {
    practice.on(today);
    return api.invoice.run.mutate({ through });
  };
  const linesOf = async (number: string | null | undefined) =>
    (await api.invoice.show.query({ number: number ?? "" })).lines.map((line) => [
      line.kind,
      line.deliverable,
      line.minutes,
      line.ratePerHour,
      line.amount,
    ]);
  const minutes = async () => (await api.books.verify.query()).minutes;

  /** Ten hours of rush work from 8 January on, with a deposit that pays two hours of it. */
  async function shop(more: { readonly deposit?: number; readonly drawFromAllowance?: boolean } = {}) {
    const { deposit = 67_000, drawFromAllowance = true } = more;
    await api.deliverable.add.mutate({ account: "acme", name: "Shop", drawFromAllowance });
    const estimates = [{ phase: "implementation", minutes: 600 }];
    const dates = { leadTime: "rush" as const, rushBy: "2024-02-01", expeditedBy: "2024-02-15" };
    await api.sow.issue.mutate({ account: "acme", deliverable: "shop", scope: "A shop", estimates, ...dates, deposit });
    await api.sow.approve.mutate({ account: "acme", deliverable: "shop", by: "Pat" });
  }
  const hours = (count: number) =>
    api.allowance.buy.mutate({
      ...{ account: "acme", kind: "lump-sum", on: "2024-01-01", opening: true },
      minutes: count * 60,
    });
  const changeOrder = async (more: number) => {
    const { changeOrder } = await api.changeOrder.propose.mutate({
      ...{ account: "acme", deliverable: "shop", scope: "More of it", minutes: more },
    });
    return api.changeOrder.approve.mutate({ account: "acme", changeOrder: changeOrder.id, by: "Pat" });
  };

  test("ALW-5, DLV-3, DLV-5, LEAD-2: deposit, allowance, invoice, and held beyond the approved total", async () => {
    await hours(1);
    await shop();
    expect((await worked("2024-01-05", 30)).cover).toMatchObject({ deposit: 0, allowance: [{ minutes: 30 }], open: 0 });
    expect((await worked("2024-01-09", 300)).cover).toMatchObject({
      ...{ deposit: 120, allowance: [{ minutes: 30 }], open: 150, held: 0 },
    });
    expect((await worked("2024-01-10", 400)).cover).toEqual({ deposit: 0, allowance: [], open: 300, held: 100 });

    // 7.5 hours at 235.00, and the premium of 100.00 on those and on the half hour that the allowance covers.
    const summary = await api.account.list.query({});
    expect(summary.items[0]).toMatchObject({ openMinutes: 450, heldMinutes: 100, openAmount: 176_250 + 80_000 });
    expect(await minutes()).toMatchObject({ worked: 730, open: 630, held: 100 });

    practice.on("2024-01-15");
    const { digest: _, ...draft } = await api.invoice.draft.query({ through: "2024-01-14" });
    const first = await run("2024-01-14", "2024-01-15");
    expect(first.minutes).toEqual({ deposit: 120, allowance: 60, invoiced: 450, held: 100, nonBillable: 0 });
    expect(first).toEqual({ ...draft, invoices: draft.invoices.map((each) => ({ ...each, number: "INV-000002" })) });
    expect(first.invoices).toMatchObject([{ minutes: 450, lines: 2, total: 256_250 }]);
    expect(await linesOf("INV-000002")).toEqual([
      ["labor", "shop", 450, 23_500, 176_250],
      ["premium", "shop", 480, 10_000, 80_000],
    ]);
    expect(await minutes()).toEqual({
      ...{ worked: 730, deposit: 120, allowance: 60, invoiced: 450, held: 100, open: 0 },
      ...{ writtenOff: 0, nonBillable: 0, settledElsewhere: 0 },
    });
    expect(await run("2024-01-28", "2024-01-29")).toMatchObject({ invoices: [], closedPeriods: 0 });
  });

  test("DLV-5: a change order releases held minutes into the next run, and a coordinator writes the rest off", async () => {
    await shop({ deposit: 0 });
    const { entry } = await worked("2024-01-10", 700);
    await run("2024-01-14", "2024-01-15");
    expect(await minutes()).toMatchObject({ invoiced: 600, held: 100 });
    await changeOrder(60);
    expect(await minutes()).toMatchObject({ invoiced: 600, open: 60, held: 40 });
    expect(await run("2024-01-14", "2024-01-16")).toMatchObject({ invoices: [] });
    const late = await run("2024-01-28", "2024-01-29");
    expect(late).toMatchObject({ invoices: [{ minutes: 60, lines: 2 }], minutes: { invoiced: 60, held: 0 } });
    expect(await linesOf(late.invoices[0]?.number)).toEqual([
      ["labor", "shop", 60, 23_500, 23_500],
      ["premium", "shop", 60, 10_000, 10_000],
    ]);
    await api.time.writeOff.mutate({ account: "acme", entry: entry.id, reason: "our own detour" });
    expect(await minutes()).toMatchObject({ invoiced: 660, writtenOff: 40, open: 0, held: 0 });
  });

  test("DLV-5, INV-4: a period with held time only is closed once, and no run comes back for it", async () => {
    await shop({ deposit: 0 });
    await worked("2024-01-10", 600);
    await run("2024-01-14", "2024-01-15");
    await worked("2024-01-16", 90);
    expect(await run("2024-01-28", "2024-01-29")).toMatchObject({
      ...{ invoices: [], closedPeriods: 1, minutes: { invoiced: 0, held: 90 } },
      withoutInvoice: [
        {
          account: "acme",
          period: { start: "2024-01-15", end: "2024-01-29" },
          covered: { deposit: 0, allowance: 0 },
          held: 90,
        },
      ],
    });
    const next = { invoices: [], closedPeriods: 0, withoutInvoice: [] };
    expect(await run("2024-02-11", "2024-02-12")).toMatchObject(next);
  });

  test("INV-3, LEAD-8: crediting labor for re-billing takes the premium of the very minutes with it", async () => {
    await shop({ deposit: 0 });
    await worked("2024-01-10", 200);
    await run("2024-01-14", "2024-01-15");
    const { creditMemo } = await api.credit.issue.mutate({
      ...{ number: "INV-000001", line: 1, minutes: 60, reason: "rebill" },
    });
    expect(creditMemo).toMatchObject({ total: 33_500 });
    expect(creditMemo.lines.map(({ kind, minutes: of, amount }) => [kind, of, amount])).toEqual([
      ["labor", 60, 23_500],
      ["premium", 60, 10_000],
    ]);
    const again = await run("2024-01-28", "2024-01-29");
    expect(await linesOf(again.invoices[0]?.number)).toEqual([
      ["labor", "shop", 60, 23_500, 23_500],
      ["premium", "shop", 60, 10_000, 10_000],
    ]);
  });

  test("LEAD-8: a premium alone can be waived, and is never billed again without its labor", async () => {
    await shop({ deposit: 0 });
    await worked("2024-01-10", 200);
    await run("2024-01-14", "2024-01-15");
    const premium = { number: "INV-000001", line: 2, minutes: 50 };
    expect(await refusalOf(api.credit.issue.mutate({ ...premium, reason: "rebill" }))).toMatchObject({
      ...{ code: "PREMIUM_NOT_REBILLED", clause: "LEAD-8", status: 422 },
    });
    const { creditMemo } = await api.credit.issue.mutate({ ...premium, reason: "waive" });
    expect(creditMemo).toMatchObject({ lines: [{ kind: "premium", minutes: 50 }] });
    expect(await minutes()).toMatchObject({ invoiced: 200, open: 0, writtenOff: 0 });
    const more = await refusalOf(api.credit.issue.mutate({ ...premium, minutes: 151, reason: "waive" }));
    expect(more).toMatchObject({ code: "CREDIT_EXCEEDS_LINE", details: { left: 150 } });
    const rest = await api.credit.issue.mutate({ number: "INV-000001", line: 1, minutes: 200, reason: "rebill" });
    expect(rest.creditMemo.lines.map(({ kind, minutes: of }) => [kind, of])).toEqual([
      ["labor", 200],
      ["premium", 150],
    ]);
    expect((await api.invoice.show.query({ number: "INV-000001" })).balance).toBe(0);
  });

  test("INV-3: amended billed time returns to its deposit and grants, and its premium is credited with it", async () => {
    await hours(1);
    await shop();
    const { entry } = await worked("2024-01-09", 300);
    await run("2024-01-14", "2024-01-15");
    const change = { account: "acme", entry: entry.id, minutes: 100, override: "it was less" };
    const { creditMemos } = await api.time.amend.mutate(change);
    expect(creditMemos).toHaveLength(1);
    expect((await api.invoice.show.query({ number: "INV-000002" })).balance).toBe(0);
    expect(await run("2024-01-28", "2024-01-29")).toMatchObject({ invoices: [], minutes: { deposit: 100 } });
    expect(await minutes()).toMatchObject({ worked: 100, deposit: 100, allowance: 0, invoiced: 0 });
  });

  test("INV-3, LEAD-2: a voided invoice with premiums on covered hours is billed again whole", async () => {
    await hours(2);
    await shop({ deposit: 0 });
    await worked("2024-01-09", 120);
    const first = await run("2024-01-14", "2024-01-15");
    // Only the premium: the hours are covered.
    expect(first).toMatchObject({ invoices: [{ lines: 1, minutes: 0, total: 20_000 }], minutes: { allowance: 120 } });
    await api.invoice.void.mutate({ number: "INV-000001" });
    expect(await minutes()).toMatchObject({ allowance: 0, open: 120 });
    const again = await run("2024-01-28", "2024-01-29");
    expect(again).toMatchObject({ invoices: [{ lines: 1, total: 20_000 }], minutes: { allowance: 120 } });
  });

  test("INV-3: an invoice of premiums that were all waived has nothing left to void", async () => {
    await hours(10);
    await shop({ deposit: 0 });
    await worked("2024-01-09", 60);
    const { invoices } = await run("2024-01-14", "2024-01-15");
    const number = invoices[0]?.number ?? "";
    await api.credit.issue.mutate({ number, line: 1, minutes: 60, reason: "waive" });
    for (const reason of ["waive", "rebill"] as const)
      expect(await refusalOf(api.invoice.void.mutate({ number, reason }))).toMatchObject({
        code: "CREDIT_EXCEEDS_LINE",
      });
    expect((await api.credit.list.query({ account: "acme" })).items).toHaveLength(1);
  });

  test("LEAD-4, LEAD-8, DLV-3: a settlement lowers what comes after it, and gives money back to the deposit", async () => {
    await shop();
    // Unpaid, it would keep the clock from starting, so that nothing is missed (LEAD-7).
    await api.payment.record.mutate({ account: "acme", amount: 67_000, invoice: "INV-000001" });
    await worked("2024-01-09", 240);
    // Nor is anything missed while work is stopped (LEAD-6).
    const { invoices } = await run("2024-01-14", "2024-01-15");
    await api.payment.record.mutate({ account: "acme", amount: invoices[0]?.total ?? 0 });
    practice.on("2024-02-09");
    await api.premium.propose.mutate({ account: "acme", deliverable: "shop", deliveredOn: "2024-02-08" });
    await worked("2024-01-15", 60);
    const proposed = await run("2024-01-28", "2024-02-09");
    expect(await linesOf(proposed.invoices[0]?.number)).toEqual([
      ["labor", "shop", 60, 23_500, 23_500],
      ["premium", "shop", 60, 10_000, 10_000],
    ]);
    const { creditMemos } = await api.premium.confirm.mutate({ account: "acme", deliverable: "shop" });
    expect(creditMemos.map(({ total }) => total)).toEqual([10_000, 5000]);

    // Two hours under the deposit cost 50.00 an hour less: at 285.00 an hour that pays 21 minutes more.
    expect((await worked("2024-01-30", 60)).cover).toMatchObject({ deposit: 21, open: 39 });
    await worked("2024-02-10", 60);
    const after = await run("2024-02-11", "2024-02-12");
    expect(await linesOf(after.invoices[0]?.number)).toEqual([
      ["labor", "shop", 99, 23_500, 38_775],
      ["premium", "shop", 39, 5000, 3250],
    ]);
    const line = { number: "INV-000002", line: 1, minutes: 60, reason: "rebill" } as const;
    const { creditMemo } = await api.credit.issue.mutate(line);
    expect(creditMemo.lines.map(({ kind, minutes: of, amount }) => [kind, of, amount])).toEqual([
      ["labor", 60, 23_500],
      ["premium", 60, 5000],
    ]);
    await api.invoice.void.mutate({ number: after.invoices[0]?.number ?? "" });
    expect(await minutes()).toMatchObject({ worked: 420, deposit: 141, invoiced: 120, open: 159 });
  });

  test("DLV-3: a deposit invoice can be voided while nothing of it is used", async () => {
    await shop();
    const line = { number: "INV-000001", line: 1, minutes: 1, reason: "waive" } as const;
    expect(await refusalOf(api.credit.issue.mutate(line))).toMatchObject({ code: "DEPOSIT_LINE", clause: "DLV-3" });
    const { creditMemo } = await api.invoice.void.mutate({ number: "INV-000001" });
    expect(creditMemo).toMatchObject({ total: 67_000, lines: [{ kind: "deposit", minutes: 0 }] });
    expect((await worked("2024-01-09", 60)).cover).toMatchObject({ deposit: 0, open: 60 });
  });

  test("DLV-3: a deposit invoice cannot be voided once time was covered by it", async () => {
    await shop();
    await worked("2024-01-09", 60);
    await run("2024-01-14", "2024-01-15");
    expect(await refusalOf(api.invoice.void.mutate({ number: "INV-000001" }))).toMatchObject({ code: "DEPOSIT_USED" });
  });

  test("DLV-3: the run that bills the last time of an ended deliverable closes it and gives its deposit's rest back", async () => {
    await shop();
    await worked("2024-01-08", 60);
    await api.deliverable.cancel.mutate({ account: "acme", deliverable: "shop", reason: "no longer wanted" });
    await worked("2024-01-10", 60);
    await run("2024-01-14", "2024-01-15");
    const closed = await api.deliverable.show.query({ account: "acme", deliverable: "shop" });
    expect(closed).toMatchObject({ state: "closed" });
    expect((await api.invoice.show.query({ number: "INV-000001" })).credits).toMatchObject([{ total: 33_500 }]);
    expect(await linesOf("INV-000002")).toEqual([["labor", "shop", 60, 23_500, 23_500]]);
  });

  test("DLV-3: writing off the last held time of an ended deliverable closes it too", async () => {
    await shop();
    const { entry } = await worked("2024-01-08", 620);
    await run("2024-01-14", "2024-01-15");
    await api.deliverable.cancel.mutate({ account: "acme", deliverable: "shop", reason: "no longer wanted" });
    const stands = async () => (await api.deliverable.show.query({ account: "acme", deliverable: "shop" })).state;
    expect(await stands()).toBe("ending");
    await api.time.writeOff.mutate({ account: "acme", entry: entry.id, reason: "beyond what was agreed" });
    expect(await stands()).toBe("closed");
  });
});
