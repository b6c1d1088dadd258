import { describe, expect, test } from "vitest";
import { z } from "zod";
import { defaultPolicy } from "./cimcloud.ts";
import { Policy } from "./policy.ts";
import { clausesOfSetting, policySettings, policyTables, settingValue, settingWords } from "./settings.ts";

/** Every value that a schema of policies has room for, by path: objects are entered, but for those that are one setting. */
function leavesOf(schema: unknown, path: string): readonly string[] {
  if (
    policyTables.some((table) => table === path) ||
    policySettings.some((setting) => setting.path === path && setting.kind === "window")
  )
    return [path];
  const inner = unwrapped(schema);
  return inner instanceof z.ZodObject
    ? Object.entries(inner.shape).flatMap(([key, part]) => leavesOf(part, path === "" ? key : `${path}.${key}`))
    : [path];
}

function unwrapped(schema: unknown): unknown {
  if (schema instanceof z.ZodReadonly || schema instanceof z.ZodDefault || schema instanceof z.ZodNullable)
    return unwrapped(schema.unwrap());
  return schema instanceof z.ZodOptional ? unwrapped(schema.unwrap()) : schema;
}

const words = (path: string, policy = defaultPolicy): string => {
  const setting = policySettings.find((each) => each.path === path);
  return setting === undefined ? "no such setting" : settingWords(setting, policy);
};

describe("the list of settings", () => {
  test("has every value of the policy's schema that is in no table, each once", () => {
    const leaves = leavesOf(Policy, "").filter((path) => !policyTables.some((table) => table === path));
    expect(policySettings.map(({ path }) => path).toSorted()).toEqual(leaves.toSorted());
  });
  test("notices a setting that nobody listed", () => {
    const grown = Policy.unwrap().extend({ tax: z.strictObject({ rate: z.int().default(0) }).readonly() });
    expect(leavesOf(grown, "")).toContain("tax.rate");
  });
  test.each(policySettings)("$path is in the default policy, with a clause and words for it", (setting) => {
    expect(settingValue(defaultPolicy, setting.path)).toBeDefined();
    expect(clausesOfSetting(setting, defaultPolicy).map(({ id }) => id)).not.toEqual([]);
    expect(settingWords(setting, defaultPolicy)).not.toMatch(/undefined|null|NaN|\[object/);
  });
  test("has words for each choice of the schema", () => {
    for (const setting of policySettings) {
      if (setting.kind !== "choice") continue;
      let schema: unknown = Policy;
      for (const key of setting.path.split(".")) schema = Reflect.get((unwrapped(schema) as z.ZodObject).shape, key);
      expect(Object.keys(setting.words).toSorted()).toEqual([...(unwrapped(schema) as z.ZodEnum).options].toSorted());
    }
  });
});

describe("a setting in words", () => {
  test.each([
    ["premiums.rush", "$100.00 an hour"],
    ["billing.periodDays", "14 days"],
    ["billing.incrementMinutes", "1 m"],
    ["invoices.graceDays", "none"],
    ["allowances.usualLumpMinutes.max", "50 h"],
    ["allowances.activation", "at once"],
    ["allowances.rolloverCapMinutes", "none: they lapse"],
    ["allowances.alertPercents", "50 %, 75 %, 90 %, 100 %"],
    ["requests.startWindows.large", "1 to 3 months"],
    ["leadTimes.clientResponseBusinessDays", "2 business days"],
    ["process.stabilizationPhase", "Stabilization"],
    ["holidays", "none"],
  ])("%s: %s", (path, expected) => {
    expect(words(path)).toBe(expected);
  });
  test("is written as its reader writes", () => {
    const setting = policySettings.find(({ path }) => path === "billing.anchor");
    if (setting === undefined) return expect.unreachable();
    const writing = { money: String, duration: String, day: (day: string) => day.split("-").toReversed().join(".") };
    expect(settingWords(setting, defaultPolicy, writing)).toBe("01.01.2024");
  });
  test("says one day as one", () => {
    expect(words("invoices.graceDays", { ...defaultPolicy, invoices: { graceDays: 1 } })).toBe("1 day");
  });
});
