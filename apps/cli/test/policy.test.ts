import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Policy, quote } from "@cimpro/domain";
import { describe, expect, test } from "vitest";
import { cimpro, deskOn, folder, newDesk } from "./cimpro.ts";

const calculators = deskOn([]);

/** A policy file in a folder of the test. */
function policyFile(policy: unknown): string {
  const path = join(folder(), "policy.json");
  writeFileSync(path, typeof policy === "string" ? policy : JSON.stringify(policy));
  return path;
}

const builtIn = await calculators.ask<Policy>("policy", "show");

describe("calculators", () => {
  test("print what the library returns", async () => {
    expect(await calculators.ask("quote", "--hours", "1.5", "--lead-time", "rush", "--on", "2025-03-01")).toEqual(
      quote({ minutes: 90, leadTime: "rush", on: "2025-03-01" }, builtIn),
    );
  });
  test("work without a database, whatever is in the environment", async () => {
    const { code } = await cimpro(["quote", "--hours", "1"], { env: { CIMPRO_DB: "/nowhere/at/all.db" } });
    expect(code).toBe(0);
  });
  test("go by --policy", async () => {
    const path = policyFile({ ...builtIn, rateCard: [{ validFrom: "2024-01-01", ratePerHour: 10_000 }] });
    expect(await calculators.ask("quote", "--hours", "1", "--policy", path)).toMatchObject({ total: 10_000 });
    expect(await calculators.ask("--policy", path, "rate", "forecast", "--years", "2")).toMatchObject({
      base: 10_000,
      years: [
        { year: 1, low: 10_300, high: 10_500 },
        { year: 2, low: 10_609, high: 11_025 },
      ],
    });
    expect(await calculators.ask("policy", "clause", "RATE-1", "--policy", path)).toMatchObject({
      clause: { id: "RATE-1" },
    });
  });
  test("forecast five years unless told otherwise", async () => {
    const { years } = await calculators.ask<{ years: object[] }>("rate", "forecast");
    expect(years).toHaveLength(5);
  });
});

describe("policy clause", () => {
  test("tells what a clause says, with its source", async () => {
    expect(await calculators.ask("policy", "clause", "inv-5")).toMatchObject({
      clause: { id: "INV-5", parts: expect.arrayContaining([expect.objectContaining({ origin: "seed" })]) },
      document: { id: "S0" },
    });
  });
  test("of a clause that there is not", async () => {
    expect(await calculators.refused("policy", "clause", "INV-99")).toMatchObject({ exit: 3, code: "NOT_FOUND" });
  });
});

describe("policy validate", () => {
  test("a sound policy, and where it differs", async () => {
    const path = policyFile({ ...builtIn, invoices: { ...builtIn.invoices, graceDays: 5 } });
    expect(await calculators.ask("policy", "validate", path)).toMatchObject({
      ok: true,
      changes: [{ path: "invoices.graceDays", before: 0, after: 5 }],
    });
  });
  test("every fault at its path, and ends with 2", async () => {
    const path = policyFile({ ...builtIn, currency: "usd", holidays: ["2025-02-30"] });
    const refused = await calculators.refused("policy", "validate", path);
    expect(refused).toMatchObject({ exit: 2, code: "MALFORMED" });
    expect(refused.issues?.map((issue) => issue.path)).toEqual(["currency", "holidays.0"]);
    const { err } = await cimpro(["policy", "validate", path, "--no-json"]);
    expect(err).toMatch(/^cimpro: 2 faults\n {2}currency: .*\n {2}holidays\.0: .*\n$/);
  });
  test.each([
    ["what is no JSON", () => policyFile("{,"), 2, "MALFORMED"],
    ["what is not there", () => join(folder(), "none.json"), 3, "NOT_FOUND"],
    ["a folder", () => folder(), 2, "MALFORMED"],
  ])("%s", async (_what, path, exit, code) => {
    expect(await calculators.refused("policy", "validate", path())).toMatchObject({ exit, code });
  });
});

describe("policy adopt", () => {
  test("rates work by its date: earlier days keep what was agreed for them", async () => {
    const desk = newDesk();
    await desk.ask("account", "open", "--name", "Acme");
    const dearer = policyFile({ ...builtIn, rateCard: [{ validFrom: "2024-01-01", ratePerHour: 30_000 }] });
    const adopt = ["policy", "adopt", dearer, "--from", "2025-03-05"];
    expect(await desk.ask(...adopt, "--dry-run")).toMatchObject({ version: 2 });
    expect(await desk.ask(...adopt)).toEqual({ version: 2, from: "2025-03-05", id: "cimcloud" });
    expect(await desk.refused(...adopt)).toMatchObject({ exit: 1, code: "POLICY_IN_FORCE" });
    expect(await desk.ask("policy", "list")).toMatchObject({ items: [{ version: 1 }, { version: 2 }] });
    expect(await desk.ask("policy", "show", "1")).toMatchObject({ version: 1, policy: { id: "cimcloud" } });
    expect(await desk.refused("policy", "show", "3")).toMatchObject({ exit: 3, code: "NOT_FOUND" });
    for (const on of ["2025-03-04", "2025-03-05"]) await desk.ask("time", "log", "1h", "--account", "acme", "--on", on);
    await desk.ask("invoice", "run", "--through", "2025-03-09", "--today", "2025-03-10");
    const { lines } = await desk.ask<{ lines: { ratePerHour: number; minutes: number }[] }>(
      ...["invoice", "show", "INV-000001"],
    );
    expect(lines.map(({ ratePerHour, minutes }) => [ratePerHour, minutes]).toSorted()).toEqual([
      [23_500, 60],
      [30_000, 60],
    ]);
  });
  test("refuses another currency than the books'", async () => {
    const desk = newDesk();
    await desk.ask("account", "open", "--name", "Acme");
    const euros = policyFile({ ...builtIn, currency: "EUR" });
    expect(await desk.refused("policy", "adopt", euros, "--from", "2030-01-01")).toMatchObject({
      exit: 1,
      code: "POLICY_CURRENCY",
    });
  });
});
