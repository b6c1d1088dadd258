import { describe, expect, test } from "vitest";
import { defaultPolicy } from "./cimcloud.ts";
import { Policy, PolicyVersion } from "./policy.ts";

describe("Policy", () => {
  test("refuses a setting it does not know, so that a misspelt one is not silently ignored", () => {
    expect(Policy.safeParse({ ...defaultPolicy, premium: {} }).success).toBe(false);
  });

  test.each([
    "id",
    "currency",
    "rateCard",
    "premiums",
    "leadTimes",
    "allowances",
    "invoices",
    "billing",
    "packages",
    "implementation",
    "process",
    "holidays",
    "clauses",
  ])("states its %s", (setting) => {
    expect(Policy.safeParse({ ...defaultPolicy, [setting]: undefined }).success).toBe(false);
  });

  test("is plain JSON", () => {
    expect(Policy.parse(JSON.parse(JSON.stringify(defaultPolicy)))).toEqual(defaultPolicy);
  });
});

test("a policy version is numbered from one and begins on a day", () => {
  const version = { version: 1, from: "2024-01-01", policy: defaultPolicy };
  expect(PolicyVersion.parse(version)).toEqual(version);
  expect(PolicyVersion.safeParse({ ...version, version: 0 }).success).toBe(false);
  expect(PolicyVersion.safeParse({ ...version, from: "2024" }).success).toBe(false);
});
