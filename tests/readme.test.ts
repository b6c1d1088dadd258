import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "..");
const readme = readFileSync(join(root, "README.md"), "utf8");

test("the command lines of the README do what they say", () => {
  const folder = mkdtempSync(join(tmpdir(), "cimpro-readme-"));
  try {
    const [, block = ""] = /^export CIMPRO_DB=[^\n]*\n(.*?)^```/ms.exec(readme) ?? [];
    const answers = [...block.matchAll(/^cimpro (.*)$/gm)].map(([, line = ""]) => run(line, join(folder, "books.db")));
    expect(answers.length).toBeGreaterThan(8);
    expect(JSON.parse(answers.at(-1) ?? "")).toMatchObject({
      ok: true,
      minutes: { worked: 630, allowance: 600, invoiced: 30 },
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test("the library's example in the README prints what it says", () => {
  const [, code = ""] = /^```ts\n(.*?)^```/ms.exec(readme) ?? [];
  const [, said = ""] = /console\.log\(.*; \/\/ (.+)$/m.exec(code) ?? [];
  const printed = execFileSync(process.execPath, ["--input-type=module", "--eval", code], {
    cwd: root,
    encoding: "utf8",
  });
  expect(said).not.toBe("");
  expect(printed.split("\n")[0]).toBe(said);
});

/** Carries out a command line; it throws when the command does not end with 0. */
function run(line: string, database: string): string {
  const words = [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? "");
  const env = { ...process.env, CIMPRO_DB: database };
  return execFileSync(process.execPath, ["apps/cli/bin/cimpro.js", ...words], { cwd: root, env, encoding: "utf8" });
}
