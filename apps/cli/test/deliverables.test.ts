import { beforeEach, describe, expect, test } from "vitest";
import { type Desk, newDesk } from "./cimpro.ts";

const acme = ["--account", "acme"];
const sync = [...acme, "--deliverable", "sync"];
const today = ["--today", "2024-03-04"];
const by = ["--by", "Pat Doe"];

let desk: Desk;
beforeEach(async () => {
  desk = newDesk();
  await desk.ask("account", "open", "--name", "Acme", ...today);
  await desk.ask("deliverable", "add", ...acme, "--name", "Price sync", "--id", "sync", ...today);
});

const estimated = () => desk.ask("deliverable", "estimate", "sync", ...acme, "--phase", "implementation=10h", ...today);

describe("a deliverable from its SOW to its end", () => {
  test("DLV-2, DLV-3, DLV-4: is estimated, issued, approved with a deposit, changed and cancelled", async () => {
    await desk.ask(
      ...[
        "deliverable",
        "edit",
        "sync",
        ...acme,
        "--kind",
        "erp-sync-customization",
        "--draw-from-allowance",
        ...today,
      ],
    );
    await estimated();
    const dates = ["--lead-time", "rush", "--rush-by", "2024-03-22", "--expedited-by", "2024-03-29"];
    const issued = await desk.ask("sow", "issue", ...sync, ...dates, "--deposit", "100000", ...today);
    expect(issued).toMatchObject({
      sow: { id: "sync-sow-1", price: { labor: 235_000, premium: 100_000, deposit: 100_000, total: 335_000 } },
    });
    expect(await desk.ask("sow", "approve", ...sync, ...by, ...today)).toMatchObject({
      sow: { state: "approved", approvedBy: "Pat Doe", depositInvoice: "INV-000001" },
      invoice: { number: "INV-000001", kind: "deposit", total: 100_000, period: null },
    });

    const more = ["--minutes", "2h", "--scope", "Price lists"];
    expect(await desk.ask("change-order", "preview", ...sync, "--minutes", "2h", ...today)).toMatchObject({
      consequence: { addedPrice: 67_000, after: { guarantee: "lapsed" } },
    });
    await desk.ask("change-order", "propose", ...sync, ...more, ...today);
    const approved = await desk.ask("change-order", "approve", "sync-co-1", ...acme, ...by, ...today);
    expect(approved).toMatchObject({ changeOrder: { state: "approved" }, consequence: { addedMinutes: 120 } });

    expect(await desk.ask("deliverable", "show", "sync", ...acme, ...today)).toMatchObject({
      approved: { minutes: 720, price: { total: 402_000 }, deposit: { left: 100_000 } },
      drawFromAllowance: true,
    });
    const cancelled = await desk.ask(
      "deliverable",
      "cancel",
      "sync",
      ...acme,
      "--reason",
      "The ERP goes",
      "--yes",
      ...today,
    );
    expect(cancelled).toMatchObject({
      deliverable: { state: "closed", outcome: "cancelled" },
      creditMemos: [{ invoice: "INV-000001", total: 100_000 }],
    });
    expect(await desk.ask("verify")).toMatchObject({ ok: true, problems: [] });
  });

  test("lists what there is, for an account and for all", async () => {
    await estimated();
    await desk.ask("sow", "issue", ...sync, ...today);
    await desk.ask("sow", "issue", ...sync, ...today);
    expect(await desk.ask("sow", "list", "--state", "replaced")).toMatchObject({ items: [{ id: "sync-sow-1" }] });
    expect(await desk.ask("sow", "show", ...sync)).toMatchObject({ sow: { id: "sync-sow-2" }, invoice: null });
    expect(await desk.ask("deliverable", "list", "--state", "open", "--state", "ending")).toMatchObject({
      items: [{ id: "sync", account: "acme", state: "open" }],
    });
    await desk.ask("sow", "approve", ...sync, ...by, ...today);
    await desk.ask("change-order", "propose", ...sync, "--minutes", "60", ...today);
    await desk.ask("change-order", "decline", "sync-co-1", ...acme, ...by, "--reason", "Next year", ...today);
    expect(await desk.ask("change-order", "list", "--state", "declined")).toMatchObject({
      items: [{ id: "sync-co-1" }],
    });
    expect(await desk.ask("change-order", "show", "sync-co-1", ...acme)).toMatchObject({ reason: "Next year" });
  });

  test("DLV-3, DLV-5: logging time tells people what the deposit covers and what is held", async () => {
    await estimated();
    await desk.ask("sow", "issue", ...sync, "--deposit", "47000", ...today);
    await desk.ask("sow", "approve", ...sync, ...by, ...today);
    const { out } = await desk.run("time", "log", "11h", ...sync, "--today", "2024-03-04", "--no-json");
    expect(out).toMatch(/Deposit +2 h\n/);
    expect(out).toMatch(/Held, beyond what is approved +1 h\n/);
    expect(out).toMatch(/To be invoiced +8 h\n/);
  });

  test("is told in words for people", async () => {
    await estimated();
    const told = async (...args: readonly string[]) => (await desk.run(...args, ...today, "--no-json")).out;
    expect(await told("sow", "issue", ...sync, "--deposit", "5000")).toMatch(/total\s+.*\$2,350\.00/);
    expect(await told("sow", "approve", ...sync, ...by)).toContain("INV-000001, $50.00");
    expect(await told("change-order", "propose", ...sync, "--minutes", "60")).toMatch(
      /Total\s+\$2,350\.00\s+\$2,585\.00/,
    );
    const shown = await told("deliverable", "show", "sync", ...acme);
    expect(shown).toMatch(/Approved\s+10 h for \$2,350\.00/);
    expect(shown).toMatch(/implementation\s+10 h/);
    expect(await told("deliverable", "list")).toContain("Price sync");
  });
});

describe("refusals", () => {
  test("DLV-1, DLV-2, DLV-4: have their codes, clauses and exits", async () => {
    expect(await desk.refused("sow", "issue", ...sync)).toMatchObject({
      exit: 1,
      code: "SOW_WITHOUT_ESTIMATE",
      clause: "DLV-2",
    });
    expect(await desk.refused("change-order", "propose", ...sync, "--minutes", "60")).toMatchObject({
      exit: 1,
      code: "SOW_NOT_APPROVED",
    });
    expect(await desk.refused("deliverable", "edit", "sync", ...acme, "--parent", "sync")).toMatchObject({
      exit: 1,
      code: "WORK_BREAKDOWN_CYCLE",
    });
    expect(await desk.refused("deliverable", "edit", "sync", ...acme)).toMatchObject({ exit: 2, code: "USAGE" });
    expect(await desk.refused("deliverable", "estimate", "sync", ...acme, "--phase", "discovery=4")).toMatchObject({
      exit: 2,
      issues: [{ path: "--phase" }],
    });
  });

  test("DLV-2, PROC-6: a SOW is approved while it stands, and its work then goes through its phases", async () => {
    await estimated();
    expect(await desk.refused("sow", "approve", ...sync)).toMatchObject({ exit: 3, code: "NOT_FOUND" });
    await desk.ask("sow", "issue", ...sync, "--valid-days", "1", ...today);
    expect(await desk.refused("sow", "approve", ...sync)).toMatchObject({ exit: 2, issues: [{ path: "by" }] });
    expect(await desk.refused("sow", "approve", ...sync, ...by, "--today", "2024-03-06")).toMatchObject({
      exit: 1,
      code: "SOW_EXPIRED",
    });
    await desk.ask("sow", "issue", ...sync, ...today);
    expect(await desk.refused("sow", "approve", ...sync, ...by, "--sow", "sync-sow-1", ...today)).toMatchObject({
      exit: 4,
      code: "SOW_REPLACED",
    });
    await desk.ask("sow", "approve", ...sync, ...by, ...today);
    expect(await desk.refused("deliverable", "close", "sync", ...acme)).toMatchObject({
      exit: 1,
      code: "PHASES_NOT_ENDED",
      clause: "PROC-6",
    });
    expect(await desk.refused("change-order", "preview", ...acme)).toMatchObject({ exit: 2, code: "USAGE" });
    expect(await desk.refused("sow", "list", "--state", "lost")).toMatchObject({
      exit: 2,
      issues: [{ path: "--state" }],
    });
  });
});
