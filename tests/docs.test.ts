import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { defaultPolicy, ImportMap, rejectionCodes } from "@cimpro/domain";
import { describe, expect, test } from "vitest";
import {
  anchorsOf,
  capitalsAreInCode,
  clausesExist,
  commandsExist,
  commandsLeftOut,
  commandsOf,
  type DocsRule,
  glossaryIsInSource,
  linksLead,
  pathsExist,
  type Repository,
} from "./docs-rules.ts";
import type { Source } from "./house-rules.ts";

const root = join(import.meta.dirname, "..");

const documents = filesAt("*.md", "docs/**/*.md");
const repository: Repository = {
  has: (path) => globSync(path, { cwd: root }).length > 0,
  anchors: (path) => documents.filter((file) => file.path === path).flatMap((file) => anchorsOf(file.text)),
  source: textOf(filesAt("packages/*/src/**/*.{ts,tsx}", "apps/*/src/**/*.{ts,tsx}")),
  code: textOf(filesAt("{packages,apps}/*/{src,test}/**/*.{ts,tsx}", "scripts/*.ts")),
  clauses: new Set(defaultPolicy.clauses.map(({ id }) => id)),
};
const commands = commandsOf(textOf(filesAt("apps/cli/src/program/*nouns.ts")));

test("the documents were read", () => {
  const paths = documents.map((file) => file.path);
  expect(paths).toEqual(expect.arrayContaining(["README.md", "CONTRIBUTING.md", "docs/architecture.md"]));
});

docs("a path that a document names is there", pathsExist, {
  finds: ["Look into `packages/domain/src/gone.ts`.", "See `gone.md`.", "The files of `apps/*/gone`."],
  allows: [
    "Look into `packages/domain/src/index.ts`, `package.json`, `apps/*/src` or `docs`.",
    "`a/b` and `npx pnpm test` are no paths.",
    "```sh\ncat docs/gone.md `docs/gone.md`\n```",
  ],
});

docs("a link leads somewhere", linksLead, {
  finds: ["[gone](gone.md)", "![gone](pictures/gone.png)", "[here](architecture.md#gone)", "[below](#gone)"],
  allows: [
    "[here](architecture.md#the-map)",
    "[there](https://example.com/gone)",
    "[below](#the-map)",
    "[up](../package.json)",
  ],
});

docs("a clause that a document names is one of ours", clausesExist, {
  finds: ["As RATE-99 says."],
  allows: ["As RATE-5 says of INV-000099."],
});

docs("the glossary's names are in the source", glossaryIsInSource, {
  finds: ["| word | in code |\n| --- | --- |\n| gone | `GoneFromTheSource` |"],
  allows: [
    "| word | in code |\n| --- | --- |\n| quote | `Quote`, `quote` |\n\n| word | meaning |\n| --- | --- |\n| a | `NotCode` |",
  ],
});

docs("a code or variable in capitals is in the code", capitalsAreInCode, {
  finds: ["Set `CIMPRO_GONE`."],
  allows: ["`WORK_STOPPED` and CIMPRO_DB."],
});

docs("a command line that a document shows is one", commandsExist(commands), {
  finds: ["`cimpro time guess`", "```sh\ncimpro gone\n```", "`npx --yes pnpm@12 exec cimpro gone`"],
  allows: ["`cimpro time log 1h30` and `cimpro quote --hours 1`", "```sh\ncimpro serve\n```", "cimpro keeps books"],
});

describe("the CLI's page", () => {
  const page = documents.find((file) => file.path === "docs/cli.md")?.text ?? "";

  test("tells every command", () => {
    expect(commands).toEqual(expect.arrayContaining(["quote", "time log", "invoice run"]));
    expect(commandsLeftOut([...commands, "time guess"], page)).toEqual(["time guess"]);
  });

  test("lists the code of every refusal", () => {
    expect(rejectionCodes.filter((code) => !page.includes(`\`${code}\``))).toEqual([]);
  });

  test("shows a map file that can be read", () => {
    const shown = [...page.matchAll(/^```json\n(.*?)^```/gms)].map(([, json = ""]) =>
      ImportMap.safeParse(JSON.parse(json)),
    );
    expect(shown.map(({ success }) => success)).toEqual([true]);
  });
});

/** The rule holds in every document, and would notice if it did not. */
function docs(
  says: string,
  rule: DocsRule,
  controls: { readonly finds: readonly string[]; readonly allows: readonly string[] },
): void {
  const complaints = (text: string) => rule({ path: "docs/architecture.md", text }, repository);
  describe(says, () => {
    test("everywhere", () => {
      const found = documents.flatMap((file) =>
        rule(file, repository).map((complaint) => `${file.path}: ${complaint}`),
      );
      expect(found).toEqual([]);
    });
    test.each(controls.finds)("noticed in %j", (text) => {
      expect(complaints(text)).toHaveLength(1);
    });
    test.each(controls.allows)("allowed in %j", (text) => {
      expect(complaints(text)).toEqual([]);
    });
  });
}

function filesAt(...patterns: string[]): readonly Source[] {
  return globSync(patterns, { cwd: root })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => !path.endsWith(".test.ts"))
    .map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }));
}

function textOf(files: readonly Source[]): string {
  return files.map(({ text }) => text).join("\n");
}
