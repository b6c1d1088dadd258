import { readFileSync } from "node:fs";
import { join } from "node:path";
import { rejectionCodes } from "@cimpro/domain";
import { expect, test } from "vitest";
import { exitOf, exitOfCode } from "./exit-codes.ts";

test("every refusal of the domain has an exit code of the contract", () => {
  for (const code of rejectionCodes) expect([1, 2, 3, 4], code).toContain(exitOf(code));
});

test("a code that is not known here goes by the status it came with, else it is our fault", () => {
  expect(exitOf("SOMETHING_NEW", 409)).toBe(4);
  expect(exitOf("SOMETHING_NEW", 422)).toBe(1);
  expect(exitOf("SOMETHING_NEW", 503)).toBe(70);
  expect(exitOf("SOMETHING_NEW")).toBe(70);
});

test("docs/cli.md lists every code under its exit code", () => {
  const page = readFileSync(join(import.meta.dirname, "../../../../docs/cli.md"), "utf8");
  const rows = [...page.matchAll(/^\| (\d+) \|[^|]*\|([^|]*)\|$/gm)];
  const listed = rows.flatMap(([, exit, codes = ""]) =>
    [...codes.matchAll(/`([A-Z_]+)`/g)].map(([, code = ""]) => [code, Number(exit)] as const),
  );
  expect(new Map(listed)).toEqual(exitOfCode);
});
