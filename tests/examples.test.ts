import { execFileSync } from "node:child_process";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "..");

const printed = (program: string): readonly string[] =>
  execFileSync(process.execPath, [program], { cwd: root, encoding: "utf8" }).trimEnd().split("\n");

test("the library's example says what follows from the default policy", () => {
  const said = printed("examples/library/estimate.ts");
  expect(said).toContain("12.5 hours of rush work cost $4,187.50");
  expect(said).toContain("delivered on 2026-03-18: downgraded, rush was due on 2026-03-16, credit $625.00");
  expect(said).toContain("15 hours a month of settings work: guide, 2 units");
  expect(said).toContain("connected by 2026-04-05, as things stand by 2026-04-17");
  expect(said).toContain("mapping: 8 h 30 covered, 50 min open");
  expect(said).toContain("draft for acme: $195.83");
});

test("the library's example of a year says what follows from it, under two policies", () => {
  const said = printed("examples/library/replay.ts");
  const [first, second] = [said.slice(0, 5), said.slice(6)];
  expect(first).toEqual([
    "INV-000001: $2,350.00",
    "INV-000002: $705.00",
    "INV-000003: $352.50",
    "CM-000001: $235.00",
    "ten-hours: 0 m left",
  ]);
  expect(second).toContain("standing: stopped, worked 14 h 30");
});

test("the library's example needs nothing but the library", () => {
  const sources = globSync("examples/library/*.ts", { cwd: root }).map((path) =>
    readFileSync(join(root, path), "utf8"),
  );
  const imported = sources.flatMap((source) => [...source.matchAll(/from "([^"]+)"/g)].map(([, from]) => from));
  expect(new Set(imported)).toEqual(new Set(["@cimpro/domain"]));
});

test("the month on the command line comes out as it says", () => {
  expect(printed("examples/month/month.ts").at(-1)).toBe("The month is as it should be.");
});
