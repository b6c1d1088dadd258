import { beforeEach, describe, expect, test } from "vitest";
import { type Desk, newDesk } from "./cimpro.ts";

const acme = ["--account", "acme"];
const sync = [...acme, "--deliverable", "sync"];
const today = (day: string) => ["--today", day];
const unknown = "6f1c9d1e-8f4e-4d0a-9c57-2b1f0c9b7a11";

let desk: Desk;
beforeEach(async () => {
  desk = newDesk();
  await desk.ask("account", "open", "--name", "Acme", ...today("2024-03-04"));
  await desk.ask("deliverable", "add", ...acme, "--name", "Price sync", "--id", "sync", ...today("2024-03-04"));
});

/** A rush SOW of ten hours, approved on Monday 4 March: rush by the 11th, expedited by the 15th. */
async function promised(): Promise<void> {
  const dates = ["--lead-time", "rush", "--rush-by", "2024-03-11", "--expedited-by", "2024-03-15"];
  await desk.ask(
    ...["sow", "issue", ...sync, "--scope", "Prices", "--phase-estimate", "implementation=10h", ...dates],
    ...today("2024-03-04"),
  );
  await desk.ask("sow", "approve", ...sync, "--by", "Pat Doe", ...today("2024-03-04"));
}

describe("a promised lead time", () => {
  test("LEAD-4, LEAD-6, LEAD-8: is moved by a wait, missed, proposed, confirmed and credited", {}, async () => {
    await promised();
    const { id } = await desk.ask<{ id: string }>(
      ...["wait", "start", ...sync, "--whose", "client", "--what", "Test data", "--from", "2024-03-05"],
      ...today("2024-03-06"),
    );
    expect(await desk.refused("wait", "stop", ...acme, ...today("2024-03-08"))).toMatchObject({ exit: 2 });
    const answer = ["wait", "answer", id, ...acme, "--text", "It is in your inbox", ...today("2024-03-08")];
    expect(await desk.ask(...answer)).toMatchObject({ to: null, answers: [{ text: "It is in your inbox" }] });
    expect(await desk.ask("wait", "stop", ...sync, ...today("2024-03-08"))).toMatchObject({ id, to: "2024-03-08" });
    expect(await desk.refused("wait", "stop", id, ...acme, ...today("2024-03-08"))).toMatchObject({
      ...{ exit: 1, code: "WAIT_ENDED", clause: "LEAD-6" },
    });
    expect(await desk.ask("wait", "list")).toMatchObject({ items: [] });
    expect(await desk.ask("wait", "list", ...acme)).toMatchObject({ items: [{ whose: "client", what: "Test data" }] });

    await desk.ask("time", "log", "5h", ...sync, "--worker", "Ann", "--on", "2024-03-06", ...today("2024-03-08"));
    expect(await desk.ask("premium", "clock", ...sync, "--as-of", "2024-03-08")).toMatchObject({
      ...{ state: "running", daysLeft: 2, atRisk: true },
      sentence: "Rush due 12 Mar, moved 1 day by client wait; 2 business days left.",
    });
    await desk.ask("invoice", "run", "--through", "2024-03-10", ...today("2024-03-13"));

    const early = await desk.refused("premium", "propose", ...sync, ...today("2024-03-13"));
    expect(early).toMatchObject({ exit: 1, code: "PREMIUM_NOT_DELIVERED" });
    const stated = ["--delivered-on", "2024-03-13", ...today("2024-03-13")];
    expect(await desk.ask("premium", "propose", ...sync, ...stated, "--dry-run")).toMatchObject({ creditMemos: [] });
    expect(await desk.ask("premium", "propose", ...sync, ...stated)).toMatchObject({
      decision: { state: "proposed", settlement: { outcome: "downgraded", premiumCharged: 50_000, credit: 25_000 } },
    });
    expect(await desk.ask("premium", "list")).toMatchObject({ items: [{ account: "acme", id: "sync" }] });
    const confirm = ["premium", "confirm", ...sync, ...today("2024-03-14")];
    expect(await desk.ask(...confirm, "--idempotency-key", "once")).toMatchObject({
      decision: { state: "confirmed", settledRate: 5000, creditMemos: ["CM-000001"] },
      creditMemos: [{ invoice: "INV-000001", reason: "premium", total: 25_000, lines: [{ line: 2, minutes: 300 }] }],
    });
    expect(await desk.ask(...confirm, "--idempotency-key", "once")).toMatchObject({ decision: { state: "confirmed" } });
    expect(await desk.refused(...confirm)).toMatchObject({ exit: 1, code: "PREMIUM_SETTLED", clause: "LEAD-8" });
    expect(
      await desk.refused("wait", "amend", id, ...acme, "--to", "2024-03-07", ...today("2024-03-14")),
    ).toMatchObject({
      code: "PREMIUM_SETTLED",
    });
    expect(await desk.ask("premium", "list")).toMatchObject({ items: [] });
    expect(await desk.ask("premium", "show", ...sync, ...today("2024-03-14"))).toMatchObject({
      sentence: "Rush due 12 Mar, moved 1 day by client wait; delivered 13 Mar: Expedited met.",
    });
    const { out } = await desk.run("premium", "show", ...sync, "--no-json", "--explain", ...today("2024-03-14"));
    expect(out).toContain("Settled as proposed.");
    expect(out).toContain("INV-000001, line 2");
    expect(out).toContain("LEAD-4");
    expect(await desk.ask("verify")).toMatchObject({ ok: true, problems: [] });
  });

  test("LEAD-4: declining needs a reason, and leaves the premium due", async () => {
    await promised();
    const stated = ["--delivered-on", "2024-03-18", ...today("2024-03-18")];
    await desk.ask("premium", "propose", ...sync, ...stated);
    expect(await desk.refused("premium", "decline", ...sync, ...today("2024-03-18"))).toMatchObject({ exit: 2 });
    const reason = ["--reason", "They asked for Monday"];
    expect(await desk.ask("premium", "decline", ...sync, ...reason, ...today("2024-03-18"))).toMatchObject({
      decision: { state: "declined", settledRate: 10_000 },
      creditMemos: [],
    });
    const none = await desk.refused("premium", "clock", ...acme, "--deliverable", "gone");
    expect(none).toMatchObject({ exit: 3, code: "NOT_FOUND" });
  });

  test("PROD-1, PROD-2: items of the product team block it until they are deployed", async () => {
    await promised();
    const { id } = await desk.ask<{ id: string }>(
      ...["product-item", "report", ...sync, "--title", "Cart API", "--kind", "building-block", "--blocks"],
      ...today("2024-03-05"),
    );
    const update = (state: string, day: string, ...more: readonly string[]) =>
      ["product-item", "update", id, ...acme, "--state", state, ...more, ...today(day)] as const;
    expect(await desk.refused(...update("deployed", "2024-03-06"))).toMatchObject({
      ...{ exit: 1, code: "PRODUCT_ITEM_STEP", clause: "PROD-2" },
    });
    await desk.ask(...update("confirmed", "2024-03-06"));
    expect(await desk.refused(...update("scheduled", "2024-03-06"))).toMatchObject({ exit: 2, code: "MALFORMED" });
    await desk.ask(...update("scheduled", "2024-03-06", "--for", "2024-03-07"));
    expect(await desk.ask("product-item", "list", "--state", "scheduled")).toMatchObject({ items: [{ id }] });
    expect(await desk.ask(...update("deployed", "2024-03-07"))).toMatchObject({ state: "deployed" });
    expect(await desk.ask("product-item", "show", id, ...acme)).toMatchObject({
      waits: [{ from: "2024-03-05", to: "2024-03-07" }],
    });
    expect(await desk.refused("product-item", "show", unknown, ...acme)).toMatchObject({ exit: 3, code: "NOT_FOUND" });
    const { out } = await desk.run("premium", "clock", ...sync, "--no-json", "--as-of", "2024-03-08");
    expect(out).toContain("Rush due 13 Mar, moved 2 days by product wait");
    expect(await desk.ask("verify")).toMatchObject({ ok: true, problems: [] });
  });
});
