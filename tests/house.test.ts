import { execFileSync } from "node:child_process";
import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  areaOrder,
  awaitedTogether,
  divisionHasOneHome,
  doors,
  limitsAreForHangs,
  lockfileNamesNoHost,
  nobodysMachine,
  purity,
  type Rule,
  type Source,
  tellingNames,
} from "./house-rules.ts";
import { textsInCatalogue } from "./text-rules.ts";

const root = join(import.meta.dirname, "..");
const files = repository();

describe("the repository was read", () => {
  test("it has the domain's source and the lockfile", () => {
    expect(files.map((file) => file.path)).toContain("pnpm-lock.yaml");
    expect(files.some((file) => file.path.startsWith("packages/domain/src/values/"))).toBe(true);
  });
});

house("an area of the domain imports only areas to its left", areaOrder, {
  finds: [
    ["packages/domain/src/time/entry.ts", `import { quote } from "../rates/quote.ts";`],
    ["packages/domain/src/time/entry.ts", `export type { Policy } from "../policy/policy.ts";`],
    ["packages/domain/src/values/day.ts", `export * from "../index.ts";`],
    ["packages/domain/src/misc/thing.ts", ""],
  ],
  allows: [
    ["packages/domain/src/rates/quote.ts", `import { Day } from "../values/day.ts"; import "./rate-card.ts";`],
    ["packages/domain/src/rates/quote.test.ts", `import { defaultPolicy } from "../policy/cimcloud.ts";`],
  ],
});

house("the domain has no clock, no chance and no machine", purity, {
  finds: [
    ["packages/domain/src/time/entry.ts", "const now = Date.now();"],
    ["packages/domain/src/time/entry.ts", "const now = new Date(2026, 1, 1);"],
    ["packages/domain/src/time/entry.ts", "const chance = () => Math.random();"],
    ["packages/domain/src/time/entry.ts", `import { readFileSync } from "node:fs";`],
    ["packages/domain/src/time/entry.ts", "const home = process.env;"],
    ["packages/domain/src/time/entry.ts", `const answer = await fetch("/");`],
  ],
  allows: [
    ["packages/domain/src/time/entry.ts", `// never Date.now()\nconst said = "new Date()";`],
    ["packages/domain/src/process/phase.ts", "const first = (process: readonly string[]) => process.at(0);"],
    ["packages/domain/src/time/entry.test.ts", "const now = Date.now();"],
  ],
});

house("only values/rounding.ts divides", divisionHasOneHome, {
  finds: [
    ["packages/domain/src/rates/quote.ts", "const rate = amount / 60;"],
    ["packages/domain/src/rates/quote.ts", "let rate = 3; rate /= 2;"],
  ],
  allows: [
    ["packages/domain/src/values/rounding.ts", "const half = (amount: number) => amount / 2;"],
    ["packages/domain/src/rates/quote.ts", `const pattern = /a\\/b/; const path = "a/b"; // a / b`],
  ],
});

house("a file's name says what it holds", tellingNames, {
  finds: [
    ["apps/web/src/utils.ts", ""],
    ["packages/domain/src/values/types.ts", ""],
    ["packages/store/src/helpers/rows.test.ts", ""],
  ],
  allows: [["apps/api/src/router.ts", ""]],
});

house("packages meet at their doors, along the arrows", doors, {
  finds: [
    ["packages/store/src/rows.ts", `import { Day } from "../../domain/src/values/day.ts";`],
    ["packages/store/src/rows.ts", `import { Day } from "@cimpro/domain/src/values/day.ts";`],
    ["packages/domain/src/index.ts", `import { openStore } from "@cimpro/store";`],
    ["apps/cli/src/main.ts", `const store = await import("@cimpro/store");`],
    ["apps/web/src/main.tsx", `import { appRouter } from "@cimpro/api";`],
    ["apps/api/src/main.ts", `import { freshDatabase } from "@cimpro/store/testing";`],
  ],
  allows: [
    ["apps/web/src/main.tsx", `import type { AppRouter } from "@cimpro/api/router-types"; import "./app.tsx";`],
    ["apps/api/test/books.test.ts", `import { freshDatabase } from "@cimpro/store/testing";`],
  ],
});

house("no file names somebody's machine or registry", nobodysMachine, {
  finds: [
    ["README.md", "cd /work/main"],
    ["scripts/a.ts", `const file = "/tmp/x.db";`],
    [".npmrc", "registry=https://registry.example.com"],
  ],
  allows: [["apps/web/src/routes.ts", `const path = "/work/$deliverable";`]],
});

house("the lockfile names no host", lockfileNamesNoHost, {
  finds: [["pnpm-lock.yaml", "resolution: {integrity: sha512-x, tarball: https://example.com/x.tgz}"]],
  allows: [["pnpm-lock.yaml", "resolution: {integrity: sha512-x}"]],
});

house("no test's verdict depends on how busy the machine is", limitsAreForHangs, {
  finds: [
    ["apps/api/src/a.test.ts", `test("runs", async () => {}, 15_000);`],
    ["apps/api/test/places.ts", "beforeAll(start, 60_000);"],
    ["apps/api/src/a.test.ts", `test.each([1])("runs %i", { timeout: 60_000 }, async () => {});`],
    ["apps/web/test/a.browser.test.ts", "await page.waitForURL(address, { timeout: 8_000 });"],
  ],
  allows: [
    ["apps/api/src/a.test.ts", `test("runs", async () => {}, 600_000);`],
    ["apps/api/src/a.test.ts", "const other = new Sqlite(file, { timeout: 0 }); setTimeout(done, 5);"],
    ["apps/api/src/a.ts", "await fetch(url, { timeout: 5_000 });"],
  ],
});

house("calls that were begun together are awaited together", awaitedTogether, {
  finds: [["apps/api/test/a.test.ts", "for (const call of [a.b.query({}), a.c.mutate({})]) await refusalOf(call);"]],
  allows: [
    ["apps/api/test/a.test.ts", "for (const refusal of await refusalsOf([a.b.query({})])) expect(refusal).toBe(1);"],
    ["apps/api/test/a.test.ts", "for (const account of [open(1), open(2)]) expect(account).toBe(1);"],
  ],
});

type Snippet = readonly [path: string, text: string];

/** The rule holds everywhere, and would notice if it did not. */
house("the dashboard says nothing that is not in its catalogue of texts", textsInCatalogue, {
  finds: [
    ["apps/web/src/home/greeting.tsx", "export const a = <p>Hours left</p>;"],
    ["apps/web/src/home/greeting.tsx", `export const a = <input placeholder="Your name" />;`],
    ["apps/web/src/home/greeting.tsx", `export const words = { open: "Open" };`],
    ["apps/web/src/home/greeting.ts", `export const left = (hours: number) => \`\${hours} hours left\`;`],
    ["apps/web/src/home/greeting.ts", `export const say = (late: boolean) => (late ? "is overdue" : "");`],
  ],
  allows: [
    ["apps/web/src/home/greeting.tsx", "export const a = <p><Trans>Hours left on <b>{name}</b></Trans></p>;"],
    ["apps/web/src/home/greeting.tsx", "export const a = <input placeholder={t`Your name`} className='left wide' />;"],
    [
      "apps/web/src/home/greeting.ts",
      `export const days = (n: number) => plural(n, { one: "# day", other: "# days" });`,
    ],
    ["apps/web/src/home/greeting.ts", `if (key === "Escape") throw new Error("No such key was pressed");`],
    ["apps/web/src/home/greeting.test.ts", `expect(words()).toBe("Hours left");`],
    ["apps/cli/src/home/greeting.ts", `console.log("Hours left");`],
  ],
});

function house(
  says: string,
  rule: Rule,
  controls: { readonly finds: readonly Snippet[]; readonly allows: readonly Snippet[] },
): void {
  describe(says, () => {
    test("everywhere", () => {
      expect(files.flatMap((file) => rule(file).map((complaint) => `${file.path}: ${complaint}`))).toEqual([]);
    });
    test.each(controls.finds)("noticed in %s: %s", (path, text) => {
      expect(rule({ path, text })).toHaveLength(1);
    });
    test.each(controls.allows)("allowed in %s: %s", (path, text) => {
      expect(rule({ path, text })).toEqual([]);
    });
  });
}

/** What is or would be committed; without git, what is there. */
function repository(): readonly Source[] {
  return paths()
    .filter((path) => !/\.(png|jpe?g|gif|ico|pdf|gz|woff2?)$/.test(path) && existsSync(join(root, path)))
    .map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }));
}

function paths(): readonly string[] {
  if (existsSync(join(root, ".git"))) {
    const list = ["ls-files", "--cached", "--others", "--exclude-standard", "-z"];
    const told = execFileSync("git", ["-c", `safe.directory=${root}`, ...list], { cwd: root, encoding: "utf8" });
    return told.split("\0").filter((path) => path !== "");
  }
  const left = ["node_modules", "dist", ".turbo", "coverage"];
  const ignored = /\.(log|db|db-shm|db-wal|tgz|tsbuildinfo)$/;
  return globSync("**/*", { cwd: root, withFileTypes: true, exclude: (entry) => left.includes(entry.name) })
    .filter((entry) => entry.isFile() && !ignored.test(entry.name))
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(root.length + 1)
        .replaceAll("\\", "/"),
    );
}
