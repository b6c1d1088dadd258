import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { places } from "./places.ts";
import { openPractice, type Practice } from "./practice.ts";

describe.each(places)("time of closed work on %s", (_engine, place) => {
  let practice: Practice;
  let api: ReturnType<Practice["local"]>;
  beforeAll(async () => {
    practice = await openPractice(await place(), "2026-03-02");
    api = practice.local();
    await api.account.open.mutate({ name: "Acme", id: "acme" });
    await api.allowance.buy.mutate({ account: "acme", kind: "lump-sum", minutes: 600, paid: true, on: "2026-03-02" });
    await api.deliverable.add.mutate({ account: "acme", id: "shop", name: "Shop" });
    await api.sow.issue.mutate({
      account: "acme",
      deliverable: "shop",
      scope: "A shop",
      estimates: [{ phase: "implementation", minutes: 600 }],
      leadTime: "rush",
      rushBy: "2026-03-10",
      expeditedBy: "2026-03-12",
    });
    await api.sow.approve.mutate({ account: "acme", deliverable: "shop", by: "Pat" });
    await api.time.log.mutate({ account: "acme", deliverable: "shop", on: "2026-03-03", minutes: 240 });
    practice.on("2026-03-06");
    await api.deliverable.cancel.mutate({ account: "acme", deliverable: "shop", reason: "No shop after all" });
    practice.on("2026-03-16");
    await api.invoice.run.mutate({ through: "2026-03-15" });
  });
  afterAll(() => practice.close());

  test("DLV-3: that a void opens again is billed by the terms of its SOW, and takes nothing from an allowance", async () => {
    const state = (await api.deliverable.show.query({ account: "acme", deliverable: "shop" })).state;
    expect(state).toBe("closed");
    const billed = await api.invoice.show.query({ number: "INV-000002" });
    expect(billed.total).toBe(134_000);
    await api.invoice.void.mutate({ number: "INV-000002", reason: "rebill" });
    practice.on("2026-03-30");
    const again = await api.invoice.run.mutate({ through: "2026-03-29" });
    expect(again.invoices.map(({ total, premium }) => [total, premium])).toEqual([[134_000, 40_000]]);
    const { allowances } = await api.allowance.balance.query({ account: "acme" });
    expect(allowances.map(({ usedMinutes }) => usedMinutes)).toEqual([0]);
    expect(await api.books.verify.query()).toMatchObject({ ok: true });
  });

  test("DLV-3: dated after the closing is general work", async () => {
    await api.time.log.mutate({ account: "acme", deliverable: "shop", on: "2026-03-20", minutes: 30 });
    const { allowances } = await api.allowance.balance.query({ account: "acme" });
    expect(allowances.map(({ usedMinutes }) => usedMinutes)).toEqual([30]);
  });
});
