import { describe, expect, test } from "vitest";
import { newDesk } from "./cimpro.ts";

// 2025-03-03 is a Monday.
const on = (day: string) => ["--today", day] as const;
const acme = ["--account", "acme"] as const;

interface Asked {
  readonly id: string;
}

describe("a customer's request", () => {
  test("REQ-1, REQ-2, REQ-3, REQ-4: goes from submission through the queue and the backlog to its work", async () => {
    const { ask, refused, run } = newDesk();
    await ask("account", "open", "--name", "Acme", "--opened-on", "2025-03-01");
    const { id } = await ask<Asked>(
      ...["request", "submit", ...acme, "--title", "Price breaks", "--expedite", "Trade fair", "--by", "Ann Lee"],
      ...on("2025-03-03"),
    );
    expect(await ask("request", "queue", ...on("2025-03-07"))).toMatchObject({
      items: [{ id, submittedBy: "Ann Lee", expediteWish: "Trade fair", followUp: { state: "late", businessDays: 4 } }],
    });
    const triage = ["request", "triage", id, ...acme, "--size", "small", "--follow-up", "Called Ann"];
    expect(await ask(...triage, ...on("2025-03-06"))).toMatchObject({
      state: "followed-up",
      followUp: { state: "amber", running: false, businessDays: 3 },
      expectedStart: { from: "2025-03-20", to: "2025-03-27" },
      clauses: ["REQ-1", "REQ-2", "REQ-3", "REQ-4"],
    });
    await ask("request", "note", id, ...acme, "--text", "Branch 7 is closed", ...on("2025-03-07"));
    const accept = ["request", "accept", id, ...acme, "--as", "deliverable", "--id", "breaks", ...on("2025-03-10")];
    expect(await ask(...accept)).toMatchObject({
      state: "accepted",
      acceptance: { as: "deliverable", reference: "breaks" },
    });
    expect(await ask("backlog", ...on("2025-03-10"))).toMatchObject({
      items: [{ id, startedOn: null }],
      today: "2025-03-10",
      startWindows: {
        small: { from: "2025-03-24", to: "2025-03-31" },
        large: { from: "2025-04-10", to: "2025-06-10" },
      },
      score: { followUp: { kept: 1, missed: 0, open: 0, keptPercent: 100 }, start: { kept: 0, missed: 0, open: 1 } },
      clauses: ["REQ-1", "REQ-3"],
    });
    await ask("time", "log", "1h", ...acme, "--deliverable", "breaks", ...on("2025-03-21"));
    expect(await ask("backlog", ...on("2025-03-21"))).toMatchObject({ items: [], score: { start: { kept: 1 } } });
    expect(await ask("request", "list", ...acme)).toMatchObject({ items: [{ id, startedOn: "2025-03-21" }] });
    expect(await refused("request", "withdraw", id, ...acme)).toMatchObject({
      exit: 1,
      code: "REQUEST_DECIDED",
      clause: "REQ-4",
    });
    const shown = await run("request", "show", id, ...acme, "--no-json");
    expect(shown.out).toContain("Trade fair (a wish, no promise: REQ-2)");
    expect(shown.out).toMatch(/Follow-up\s+amber, 3 business days, followed up 2025-03-06/);
    expect(shown.out).toMatch(/2025-03-07\s+\S+\s+noted\s+Branch 7 is closed/);
    expect(await ask("verify")).toMatchObject({ ok: true });
  });

  test("REQ-4: is declined with a reason, or withdrawn", async () => {
    const { ask, refused, run } = newDesk();
    await ask("account", "open", "--name", "Acme");
    const submit = () => ask<Asked>("request", "submit", ...acme, "--title", "A map of branches");
    const [first, second] = [await submit(), await submit()];
    expect(await ask("request", "decline", first.id, ...acme, "--reason", "The platform has one")).toMatchObject({
      state: "declined",
      reason: "The platform has one",
    });
    expect(await refused("request", "decline", second.id, ...acme)).toMatchObject({ exit: 2, code: "USAGE" });
    const tried = await ask("request", "withdraw", second.id, ...acme, "--dry-run");
    expect(tried).toMatchObject({ state: "withdrawn" });
    expect(await ask("request", "withdraw", second.id, ...acme)).toMatchObject({ state: "withdrawn" });
    expect(await ask("request", "queue")).toEqual({ items: [] });
    expect((await run("request", "queue", "--no-json")).out).toContain("Nothing waits for a decision.");
    expect(await refused("request", "note", second.id, ...acme)).toMatchObject({ exit: 2, code: "USAGE" });
    expect(await refused("request", "show", "0190a000-0000-7000-8000-000000000001", ...acme)).toMatchObject({
      exit: 3,
      code: "NOT_FOUND",
    });
    const both = ["request", "submit", ...acme, "--title", "Again", "--id", first.id];
    expect(await refused(...both)).toMatchObject({ exit: 4, code: "REQUEST_EXISTS" });
    const promises = await run("backlog", "--no-json");
    expect(promises.out).toMatch(/follow-up within the limit\s+1\s+0\s+0\s+100 %/);
  });
});
