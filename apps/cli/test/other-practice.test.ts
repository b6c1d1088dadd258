import { readFileSync } from "node:fs";
import { join } from "node:path";
import { defaultPolicy, diffPolicies, validatePolicy } from "@cimpro/domain";
import { describe, expect, test } from "vitest";
import { type Desk, deskOn, newDesk } from "./cimpro.ts";
import { answered, told } from "./in-process.ts";

const file = join(import.meta.dirname, "..", "..", "..", "examples", "other-practice", "policy.json");
const policy = JSON.parse(readFileSync(file, "utf8"));

describe("the policy of another practice", () => {
  test("is sound, and differs in what a practice decides", () => {
    const validated = validatePolicy(policy);
    expect(validated.ok ? [] : validated.rejection.issues).toEqual([]);
    expect(validated.ok && validated.value.process.phases.map(({ id }) => id)).toEqual([
      ...["order", "build", "acceptance", "care"],
    ]);
    const settings = new Set(diffPolicies(defaultPolicy, policy).map(({ path }) => path.split(".")[0]));
    for (const part of Object.keys(defaultPolicy)) expect(settings, part).toContain(part);
  });

  test("is what calculators go by", async () => {
    const quoted = await answered(
      "quote",
      "--hours",
      "10",
      "--lead-time",
      "rush",
      "--on",
      "2025-06-02",
      "--policy",
      file,
    );
    expect(quoted).toMatchObject({ currency: "EUR", lines: [{ amount: 120_000 }, { amount: 75_000 }], total: 195_000 });
    expect(await answered("quote", "--hours", "1", "--on", "2026-01-01", "--policy", file)).toMatchObject({
      total: 12_600,
    });
    const recommend = ["package", "recommend", "--policy", file];
    expect(await answered(...recommend, "--role", "integration-engineer", "--hours-per-month", "20")).toMatchObject({
      recommended: { package: "partner", units: 2, capMinutes: 1920 },
    });
    expect(await answered("process", "show", "--policy", file)).toMatchObject({
      phases: [{ id: "order" }, { id: "build" }, { id: "acceptance" }, { id: "care" }],
    });
    expect(await answered("plan", "--ordered-on", "2025-03-03", "--policy", file)).toMatchObject({
      steps: [{ id: "A" }, { id: "B" }, { id: "C" }, { id: "D" }],
      goLive: { earliest: "2025-04-20" },
    });
    expect(await answered("policy", "clause", "NORD-2", "--policy", file)).toMatchObject({
      document: { id: "HB" },
      clause: { title: "A second pair of eyes" },
    });
    expect(await told("process", "show", "--policy", file)).toContain("NORD-3");
  });
});

test("the books of another practice: from its own policy to the last paid euro", async () => {
  const desk = newDesk();
  const { ask, refused } = desk;
  const started = ["practice", "start", file, "--time-zone", "Europe/Berlin"];
  expect(await ask(...started)).toMatchObject({
    name: "Nordwind Shop Engineering",
    currency: "EUR",
    timeZone: "Europe/Berlin",
    policy: { id: "nordwind", version: 1, from: "1970-01-01" },
  });
  expect(await ask("verify")).toMatchObject({ ok: true });
  await ask("account", "open", "--name", "Hansen Werkzeuge", "--id", "hansen", "--opened-on", "2025-03-01");
  expect(await refused(...started)).toMatchObject({ exit: 4, code: "PRACTICE_STARTED", details: { accounts: 1 } });
  await billTwoWeeks(desk);

  const [, second = ""] = (await ask<{ items: { number: string }[] }>("invoice", "list")).items
    .map(({ number }) => number)
    .toSorted();
  expect(await ask("invoice", "show", second)).toMatchObject({ currency: "EUR", total: 15_000, balance: 15_000 });
  const explained = await desk.run("invoice", "show", second, "--explain", "--no-json");
  expect(explained.out).toContain("€150.00");
  expect(explained.out).toContain("Quarter hours");
  const standing = (day: string) => ask("account", "standing", "hansen", "--today", day);
  expect(await standing("2025-03-31")).toMatchObject({ standing: "good" });
  expect(await standing("2025-04-01")).toMatchObject({ standing: "stopped", stoppedSince: "2025-04-01" });
  await ask("payment", "record", "--account", "hansen", "--amount", "15000", "--today", "2025-04-02");
  expect(await standing("2025-04-02")).toMatchObject({ standing: "good", openInvoices: [] });
  expect(await ask("verify")).toMatchObject({
    ok: true,
    problems: [],
    minutes: { worked: 675, allowance: 600, invoiced: 75, open: 0 },
  });

  await orderAndAddition(desk);
  expect(await ask("verify")).toMatchObject({ ok: true, problems: [], minutes: { worked: 1395, deposit: 300 } });

  const dearer = ["policy", "adopt", file, "--from", "2025-05-01"];
  expect(await ask(...dearer)).toMatchObject({ version: 2, id: "nordwind" });
  expect(await ask("policy", "diff", "--from", "1", "--to", "2")).toMatchObject({ changes: [] });
  expect(await ask("policy", "diff", file, "--from", "1")).toMatchObject({ from: { version: 1 }, changes: [] });
});

/** Ten hours are bought and paid; a week is worked before they are paid, and a week after. */
async function billTwoWeeks({ ask }: Desk): Promise<void> {
  const sold = await ask("allowance", "buy", "--account", "hansen", "--hours", "10", "--today", "2025-03-03");
  expect(sold).toMatchObject({ invoice: { number: "INV-000001", total: 120_000 }, warnings: [] });
  const log = (duration: string, on: string) =>
    ask("time", "log", duration, "--account", "hansen", "--worker", "Ole", "--on", on, "--today", on);
  expect(await log("50m", "2025-03-03")).toMatchObject({ entry: { minutes: 60 } });
  const run = (through: string, today: string) => ask("invoice", "run", "--through", through, "--today", today);
  expect(await run("2025-03-09", "2025-03-10")).toMatchObject({ invoices: [], minutes: { allowance: 0, invoiced: 0 } });
  await ask("payment", "record", "--account", "hansen", "--amount", "120000", "--today", "2025-03-11");
  await log("10h10", "2025-03-12");
  expect(await run("2025-03-16", "2025-03-17")).toMatchObject({
    invoices: [{ number: "INV-000002", total: 15_000, period: { start: "2025-03-10", end: "2025-03-17" } }],
    minutes: { allowance: 600, invoiced: 75 },
  });
}

/** A rush order of ten hours with a deposit; two hours more are held until their addition is accepted. */
async function orderAndAddition({ ask }: Desk): Promise<void> {
  const on = (day: string, ...line: readonly string[]) => ask(...line, "--account", "hansen", "--today", day);
  const order = ["--deliverable", "stock"];
  await on("2025-04-07", "deliverable", "add", "--name", "Stock levels", "--id", "stock");
  const promised = ["--lead-time", "rush", "--rush-by", "2025-04-11", "--expedited-by", "2025-04-25"];
  const estimate = ["--phase-estimate", "build=10h", "--scope", "Stock", "--deposit", "97500"];
  await on("2025-04-07", "sow", "issue", ...order, ...estimate, ...promised);
  await on("2025-04-07", "sow", "approve", ...order, "--by", "Imke Hansen");
  await on("2025-04-07", "payment", "record", "--amount", "97500");
  await on("2025-04-08", "time", "log", "6h", ...order, "--worker", "Ole");
  expect(await on("2025-04-09", "time", "log", "6h", ...order, "--worker", "Ole")).toMatchObject({
    cover: { held: 120 },
  });
  await on("2025-04-10", "change-order", "propose", ...order, "--minutes", "2h", "--scope", "Branches");
  await on("2025-04-10", "change-order", "approve", "stock-co-1", "--by", "Imke Hansen");
  // 97,500 pay for five hours at 120 and 75 euros; the other seven are invoiced.
  expect(await ask("invoice", "run", "--through", "2025-04-13", "--today", "2025-04-14")).toMatchObject({
    invoices: [{ total: 7 * (12_000 + 7500), period: { start: "2025-04-07", end: "2025-04-14" } }],
    minutes: { deposit: 300, invoiced: 420, held: 0 },
  });
}

describe("policy diff", () => {
  const calculators = deskOn([]);

  test("tells what a file changes, by path", async () => {
    const { changes, ...sides } = await calculators.ask<{ changes: { path: string }[] }>("policy", "diff", file);
    expect(sides).toEqual({
      from: { version: null, id: "cimcloud", title: "CIMcloud Pro Services" },
      to: { version: null, id: "nordwind", title: "Nordwind Shop Engineering" },
    });
    expect(changes).toEqual(
      expect.arrayContaining([
        { path: "premiums.rush", before: 10_000, after: 7500 },
        { path: "billing.periodDays", before: 14, after: 7 },
        expect.objectContaining({ path: "rateCard.2026-01-01" }),
        expect.objectContaining({ path: "packages.levels.partner" }),
        expect.objectContaining({ path: "process.phases.build" }),
        expect.objectContaining({ path: "clauses.NORD-1" }),
      ]),
    );
    expect(await calculators.ask("policy", "diff", file, "--policy", file)).toMatchObject({ changes: [] });
    expect(await told("policy", "diff", file)).toMatch(/premiums\.rush +10000 +7500/);
  });

  test("refuses what cannot be compared", async () => {
    const both = await calculators.refused("policy", "diff", file, "--to", "1");
    expect(both).toMatchObject({ exit: 2, code: "USAGE" });
    expect(await calculators.refused("policy", "diff", "none.json")).toMatchObject({ exit: 3, code: "NOT_FOUND" });
    const desk = newDesk();
    await desk.ask("account", "open", "--name", "Acme");
    expect(await desk.ask("policy", "diff")).toMatchObject({
      from: { version: null },
      to: { version: 1 },
      changes: [],
    });
    expect(await desk.refused("policy", "diff", "--to", "7")).toMatchObject({ exit: 3, code: "NOT_FOUND" });
  });
});
