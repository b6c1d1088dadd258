import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { places } from "./places.ts";
import { openPractice, type Practice } from "./practice.ts";

describe.each(places)("an account that owes nothing on %s", (_engine, place) => {
  let practice: Practice;
  let api: ReturnType<Practice["local"]>;
  const account = "acme";
  beforeEach(async () => {
    practice = await openPractice(await place(), "2026-03-02");
    api = practice.local();
    await api.account.open.mutate({ name: "Acme", id: account });
  });
  afterEach(async () => {
    expect(await api.books.verify.query()).toMatchObject({ ok: true, problems: [] });
    await practice.close();
  });
  const buy = async (hours: number) => {
    const { invoice } = await api.allowance.buy.mutate({ account, kind: "lump-sum", minutes: hours * 60 });
    return invoice?.number ?? "";
  };
  const standing = async (on: string) => {
    practice.on(on);
    return api.account.standing.query({ account });
  };
  const balance = async (number: string) => (await api.invoice.show.query({ number })).balance;

  test("INV-6: is in good standing: a voided invoice whose payment bounced is met by the credit of its own void", async () => {
    const number = await buy(10);
    const { payment } = await api.payment.record.mutate({ account, amount: 235_000 });
    await api.invoice.void.mutate({ number });
    await api.payment.reverse.mutate({ account, payment: payment.id });
    expect(await balance(number)).toBe(0);
    expect(await standing("2026-03-05")).toMatchObject({ standing: "good", openInvoices: [] });
  });

  test("INV-6: where that credit paid another invoice, it is taken back, and the other one is open instead", async () => {
    const first = await buy(10);
    const { payment } = await api.payment.record.mutate({ account, amount: 235_000 });
    await api.invoice.void.mutate({ number: first });
    practice.on("2026-03-03");
    const second = await buy(4);
    expect(await balance(second)).toBe(0);
    practice.on("2026-03-04");
    await api.payment.reverse.mutate({ account, payment: payment.id });
    expect([await balance(first), await balance(second)]).toEqual([0, 94_000]);
    expect(await standing("2026-03-04")).toMatchObject({ standing: "stopped", openInvoices: [{ number: second }] });
    await api.payment.record.mutate({ account, amount: 94_000 });
    expect(await standing("2026-03-04")).toMatchObject({ standing: "good" });
  });

  test("INV-6: a part that was credited stays credited: only the rest of the invoice is open again", async () => {
    const number = await buy(10);
    const { payment } = await api.payment.record.mutate({ account, amount: 235_000 });
    await api.credit.issue.mutate({ number, line: 1, minutes: 120, reason: "waive" });
    await api.payment.reverse.mutate({ account, payment: payment.id });
    expect(await balance(number)).toBe(188_000);
    expect((await api.account.show.query({ account })).accountCredit).toBe(0);
  });

  test("ALW-3: hours that were waived in part are voided whole: what is used of them stays", async () => {
    const number = await buy(5);
    await api.payment.record.mutate({ account, amount: 117_500 });
    await api.time.log.mutate({ account, minutes: 30, on: "2026-03-02" });
    practice.on("2026-03-16");
    await api.invoice.run.mutate({ through: "2026-03-15" });
    await api.credit.issue.mutate({ number, line: 1, minutes: 150, reason: "waive" });
    const { creditMemo } = await api.invoice.void.mutate({ number, reason: "rebill" });
    expect(creditMemo.lines.map(({ minutes, amount }) => [minutes, amount])).toEqual([[150, 58_750]]);
    const { allowances } = await api.allowance.balance.query({ account });
    expect(allowances.map(({ grantedMinutes, usedMinutes }) => [grantedMinutes, usedMinutes])).toEqual([[150, 30]]);
  });
});
