import { execFileSync, spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { nouns } from "../src/program/nouns.ts";
import { cimpro, deskOn, folder } from "./cimpro.ts";

const scripts = new Map<string, string>();
for (const shell of ["bash", "zsh", "fish"]) scripts.set(shell, (await cimpro(["completion", shell])).out);
const scriptFor = (shell: string): string => scripts.get(shell) ?? "";

const has = (shell: string): boolean => spawnSync(shell, ["-c", "true"]).status === 0;

/** What bash offers for a command line; its last word is the one that is being written. */
function offered(...words: readonly string[]): readonly string[] {
  const home = folder();
  writeFileSync(join(home, "completion.bash"), scriptFor("bash"));
  writeFileSync(join(home, "policy.json"), "{}");
  const asks = [
    "source ./completion.bash",
    'COMP_WORDS=(cimpro "$@"); COMP_CWORD=$#',
    "_cimpro",
    `if (( \${#COMPREPLY[@]} )); then printf '%s\\n' "\${COMPREPLY[@]}"; fi`,
  ].join("\n");
  const said = execFileSync("bash", ["--norc", "-c", asks, "bash", ...words], { cwd: home, encoding: "utf8" });
  return said.split("\n").filter((line) => line !== "");
}

describe.skipIf(!has("bash"))("in bash", () => {
  test("every noun is offered, with the global options", () => {
    expect(offered("")).toEqual(expect.arrayContaining([...nouns.map(({ name }) => name), "--db", "--json"]));
    expect(offered("allow")).toEqual(["allowance"]);
  });
  test("the verbs of a noun are offered, wherever global options stand", () => {
    expect(offered("policy", "")).toEqual(["show", "clause", "validate", "diff", "list", "adopt"]);
    expect(offered("--db", "books.db", "--quiet", "invoice", "dr")).toEqual(["draft"]);
  });
  test("the options of a command are offered", () => {
    const options = offered("time", "log", "1h30", "--");
    expect(options).toEqual(expect.arrayContaining(["--account", "--worker", "--override", "--dry-run"]));
    expect(options).not.toContain("--through");
    expect(offered("quote", "--lea")).toEqual(["--lead-time"]);
  });
  test("what an option takes is offered: its choices, files, or nothing", () => {
    expect(offered("quote", "--hours", "1", "--lead-time", "")).toEqual(["standard", "expedited", "rush"]);
    expect(offered("premium", "settle", "--lead-time", "r")).toEqual(["rush"]);
    expect(offered("quote", "--policy", "pol")).toEqual(["policy.json"]);
    expect(offered("time", "log", "1h", "--account", "")).toEqual([]);
  });
  test("what a command takes is offered", () => {
    expect(offered("completion", "")).toEqual(expect.arrayContaining(["bash", "zsh", "fish"]));
    expect(offered("policy", "validate", "pol")).toEqual(["policy.json"]);
  });
});

describe.each(["zsh", "fish"])("for %s", (shell) => {
  test("the script names every noun, and what it means", () => {
    for (const { name, summary } of nouns) {
      expect(scriptFor(shell)).toContain(name);
      expect(
        scriptFor(shell)
          .replaceAll(/'\\''|\\'/g, "'")
          .replaceAll("\\:", ":"),
      ).toContain(summary);
    }
  });
  test.skipIf(!has(shell))("the script is one that the shell can read", () => {
    const path = join(folder(), "completion");
    writeFileSync(path, scriptFor(shell));
    expect(spawnSync(shell, ["-n", path], { encoding: "utf8" })).toMatchObject({ status: 0, stderr: "" });
  });
});

test("another shell is refused, with those that there are", async () => {
  expect(await deskOn([]).refused("completion", "tcsh")).toMatchObject({ exit: 2, code: "MALFORMED" });
});
