import { expect, test } from "vitest";
import { defaultPolicy } from "./cimcloud.ts";
import { policyOn } from "./in-force.ts";

const first = { version: 1, from: "2024-01-01", policy: defaultPolicy };
const second = { version: 2, from: "2025-01-01", policy: { ...defaultPolicy, title: "Second" } };
const third = { version: 3, from: "2025-01-02", policy: { ...defaultPolicy, title: "Third" } };
const versions = [first, second, third];

test.each([
  ["2024-01-01", first],
  ["2024-12-31", first],
  ["2025-01-01", second],
  ["2025-01-02", third],
  ["2099-12-31", third],
])("on %s the latest version begun by then is in force", (on, version) => {
  expect(policyOn(versions, on)).toBe(version);
});

test("RATE-2: the first version also holds for all days before it", () => {
  expect(policyOn(versions, "2023-12-31")).toBe(first);
  expect(policyOn(versions, "1970-01-01")).toBe(first);
});

test("books without a policy are a defect", () => {
  expect(() => policyOn([], "2024-01-01")).toThrow(RangeError);
});
