// Packs what is published, installs it in an empty project outside the workspace, and uses it there as strangers would.
// Not part of the tests: it fetches Node versions and dependencies from the package registry.

import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { rolldown } from "rolldown";

/** The oldest versions that the `engines` of each allow, the one that the repository runs on, and the newest line. */
const nodeVersions = [
  { version: "22.12.0", runs: ["library"] },
  { version: "22.14.0", runs: ["library", "program"] },
  { version: "24.21.0", runs: ["library", "program"] },
  { version: "26.10.0", runs: ["library", "program"] },
] as const;

const root = join(import.meta.dirname, "..");
const bin = (name: string): string => join(root, "node_modules", ".bin", name);
const folder = mkdtempSync(join(tmpdir(), "cimpro-release-"));
const tarballs = join(folder, "tarballs");
const project = join(folder, "project");

/** Ours, but for what would let modules or settings of this workspace help. */
const surroundings = Object.fromEntries(
  Object.entries(process.env).filter(
    ([name]) => !/^(NODE_PATH|NODE_OPTIONS|INIT_CWD|PNPM_.*|npm_(package|lifecycle)_.*)$/.test(name),
  ),
);

function run(command: string, args: readonly string[], cwd: string): string {
  const { status, signal, stdout, stderr } = spawnSync(command, args, {
    cwd,
    env: surroundings,
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  if (status !== 0) throw new Error(`${command} ${args.join(" ")} ended with ${status ?? signal}:\n${stdout}${stderr}`);
  return stdout;
}

function step<T>(what: string, work: () => T): T {
  process.stdout.write(`${what} … `);
  const result = work();
  process.stdout.write("good\n");
  return result;
}

function pack(workspace: string): string {
  const before = new Set(readdirSync(tarballs));
  run("pnpm", ["pack", "--pack-destination", tarballs], join(root, workspace));
  const made = readdirSync(tarballs).find((name) => !before.has(name));
  if (made === undefined) throw new Error(`${workspace} was not packed.`);
  return join(tarballs, made);
}

const consumer = `
import { type Policy, type Quote, defaultPolicy, formatMoney, quote } from "@cimpro/domain";
const policy: Policy = defaultPolicy;
const answer: Quote = quote({ minutes: 750, leadTime: "rush", on: "2026-03-02" }, policy);
// @ts-expect-error There is no such lead time.
quote({ minutes: 750, leadTime: "soon", on: "2026-03-02" }, policy);
export const total: string = formatMoney(answer.total, answer.currency);
`;

const program = `
import assert from "node:assert/strict";
import { defaultPolicy, quote } from "@cimpro/domain";
assert.equal(quote({ minutes: 750, leadTime: "rush", on: "2026-03-02" }, defaultPolicy).total, 418750);
`;

function typeCheck(moduleResolution: "node16" | "bundler"): void {
  const module = moduleResolution === "node16" ? "node16" : "esnext";
  const compilerOptions = { strict: true, noEmit: true, target: "es2022", types: [], module, moduleResolution };
  const file = `tsconfig.${moduleResolution}.json`;
  writeFileSync(join(project, file), JSON.stringify({ compilerOptions, files: ["consumer.ts"] }));
  run(bin("tsc"), ["-p", file], project);
}

function runOn({ version, runs }: (typeof nodeVersions)[number]): void {
  const place = join(folder, `node-${version}`);
  mkdirSync(place);
  writeFileSync(join(place, "package.json"), "{}");
  run("npm", ["install", "--no-audit", "--no-fund", `node@${version}`], place);
  const node = join(place, "node_modules", "node", "bin", process.platform === "win32" ? "node.exe" : "node");
  const said = run(node, ["--version"], place).trim();
  if (said !== `v${version}`) throw new Error(`This is Node ${said} and not ${version}.`);
  run(node, ["program.mjs"], project);
  if (runs.some((each) => each === "program")) keepBooks(node, place);
}

/** A first hour from its entry to its invoice, on new books. */
function keepBooks(node: string, place: string): void {
  const cimpro = (...args: readonly string[]) =>
    JSON.parse(run(node, [join("node_modules", "@cimpro", "cli", "bin", "cimpro.js"), ...args], project));
  if (cimpro("quote", "--hours", "12.5", "--lead-time", "rush").total !== 418_750) throw new Error("A wrong quote.");
  const db = ["--db", join(place, "books.db"), "--today", "2025-03-10"];
  cimpro("account", "open", "--name", "Acme", ...db);
  cimpro("time", "log", "1h", "--account", "acme", "--on", "2025-03-03", ...db);
  if (cimpro("invoice", "run", "--through", "2025-03-09", ...db).invoices[0].total !== 23_500)
    throw new Error("A wrong invoice.");
  if (cimpro("verify", ...db).ok !== true) throw new Error("The books are not good.");
}

async function sizeOf(source: string): Promise<string> {
  const entry = join(project, "size.mjs");
  writeFileSync(entry, source);
  const bundle = await rolldown({ input: entry, platform: "neutral" });
  const { output } = await bundle.generate({ format: "esm", minify: true });
  await bundle.close();
  const code = output.map((each) => (each.type === "chunk" ? each.code : "")).join("");
  const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;
  return `${kilobytes(Buffer.byteLength(code))}, ${kilobytes(gzipSync(code).length)} packed`;
}

try {
  mkdirSync(tarballs);
  mkdirSync(project);
  step("builds", () =>
    run(
      process.execPath,
      ["scripts/turbo.ts", "run", "build", "--filter=@cimpro/domain", "--filter=@cimpro/cli"],
      root,
    ),
  );
  const [domain, cli] = step("packs", () => [pack("packages/domain"), pack("apps/cli")]);
  step("publint finds nothing", () => {
    for (const tarball of [domain, cli]) run(bin("publint"), ["--strict", tarball], folder);
  });
  step("the types are right for ESM and bundlers", () => run(bin("attw"), [domain, "--profile", "esm-only"], folder));
  writeFileSync(join(project, "package.json"), JSON.stringify({ name: "stranger", private: true, type: "module" }));
  writeFileSync(join(project, "consumer.ts"), consumer);
  writeFileSync(join(project, "program.mjs"), program);
  step("installs in an empty project", () => run("npm", ["install", "--no-audit", "--no-fund", domain, cli], project));
  for (const resolution of ["node16", "bundler"] as const)
    step(`type-checks with moduleResolution ${resolution}`, () => typeCheck(resolution));
  for (const each of nodeVersions)
    step(`on Node ${each.version} runs the ${each.runs.join(" and the ")}`, () => runOn(each));

  const whole = 'export * from "@cimpro/domain";';
  const one = 'import { defaultPolicy, quote } from "@cimpro/domain"; console.log(quote, defaultPolicy);';
  const { version } = JSON.parse(readFileSync(join(project, "node_modules/@cimpro/domain/package.json"), "utf8"));
  console.log(
    `@cimpro/domain ${version}, minified with zod: ${await sizeOf(whole)}; for a quote: ${await sizeOf(one)}`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
