import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { defaultPolicy } from "@cimpro/domain";
import { expect, test } from "vitest";
import { clausesInTests } from "./clause-coverage.ts";

const root = join(import.meta.dirname, "..");
const ids = defaultPolicy.clauses.map(({ id }) => id);

/** Every clause that a test of the packages or apps names, or lists in its table. */
const covered = new Set(
  globSync(["packages/*/{src,test}/**/*.test.{ts,tsx}", "apps/*/{src,test}/**/*.test.{ts,tsx}"], { cwd: root })
    // Tests of the texts themselves name clauses without trying what they say.
    .filter((path) => !path.replaceAll("\\", "/").includes("/src/clauses/"))
    .flatMap((path) => clausesInTests({ path, text: readFileSync(join(root, path), "utf8") })),
);

test("every clause of the default policy is tried by a test that names it", () => {
  expect(ids.length).toBeGreaterThan(60);
  expect(ids.filter((id) => !covered.has(id))).toEqual([]);
});

test.each([
  ["the name of a test", 'test("RATE-5: rounds once", () => {});', ["RATE-5"]],
  ["the name of a group", 'describe("RATE-5 and INV-1: lines", () => {});', ["RATE-5", "INV-1"]],
  ["a row of a table", 'test.each([["RATE-5", 90], ["INV-1", 1]])("%s", (id) => {});', ["RATE-5", "INV-1"]],
  ["a template", "test(`RATE-5: rounds once`, () => {});", ["RATE-5"]],
  ["what is only asserted", 'test("rounds", () => expect(quote.clauses).toEqual(["RATE-5"]));', []],
  ["a comment", "// RATE-5\ntest('rounds', () => {});", []],
  ["another id", 'test("RATE-55: rounds", () => {});', ["RATE-55"]],
])("%s", (_what, text, found) => {
  expect(clausesInTests({ path: "a.test.ts", text })).toEqual(found);
});
