import { posix } from "node:path";
import { parseSync } from "vite";

/** A file of the repository: its path from the root, with `/`, and what it says. */
export type Source = { readonly path: string; readonly text: string };

/** What is wrong with a file, one sentence each; nothing if all is well. */
export type Rule = (file: Source) => readonly string[];

/** The domain's areas: each may import those to its left. */
const areas = (
  "values clauses time rates people product requests invoices lead-times allowances " +
  "deliverables packages implementation process cut-over cover minutes billing policy ledger"
).split(" ");

/** What each package may import, and the doors of those packages. */
const arrows: Record<string, readonly string[]> = {
  domain: [],
  store: ["@cimpro/domain"],
  api: ["@cimpro/domain", "@cimpro/store"],
  cli: ["@cimpro/domain", "@cimpro/api", "@cimpro/api/router-types"],
  // Only the types: the server's code must not end up in a browser.
  web: ["@cimpro/domain", "@cimpro/api/router-types"],
  bench: ["@cimpro/domain", "@cimpro/store", "@cimpro/api", "@cimpro/api/router-types"],
  examples: ["@cimpro/domain"],
};
const testsMayImport = ["@cimpro/domain", "@cimpro/api", "@cimpro/store/testing"];

export const areaOrder: Rule = (file) => {
  const [, area] = /^packages\/domain\/src\/([^/]+)\//.exec(file.path) ?? [];
  if (!area || isTest(file) || !isCode(file)) return [];
  if (!areas.includes(area)) return [`${area} is not an area: give it a place in the order of tests/house-rules.ts`];
  return imports(file)
    .filter((target) => target.startsWith("."))
    .map((target) => posix.relative("packages/domain/src", resolved(file, target)).split("/")[0] ?? "")
    .filter((imported) => !areas.slice(0, areas.indexOf(area) + 1).includes(imported))
    .map((imported) => `${area} may not import ${imported}`);
};

export const purity: Rule = (file) => {
  if (!isDomainSource(file)) return [];
  const impure: string[] = imports(file).filter((target) => target.startsWith("node:"));
  const own = new Set(nodes(file).flatMap(boundName));
  for (const node of nodes(file)) {
    const callee = node.callee;
    if (node.type === "NewExpression" && name(callee) === "Date") impure.push("new Date()");
    if (node.type === "CallExpression" && ["fetch", "Date"].includes(name(callee))) impure.push(`${name(callee)}()`);
    if (node.type !== "MemberExpression") continue;
    const object = name(node.object);
    const member = `${object}.${name(node.property)}`;
    if (["Date.now", "Math.random", "Temporal.Now", "performance.now"].includes(member)) impure.push(member);
    if (object === "process" && !own.has(object)) impure.push(member);
  }
  return impure.map((what) => `the domain is pure, but here is ${what}`);
};

export const divisionHasOneHome: Rule = (file) => {
  if (!isDomainSource(file) || file.path === "packages/domain/src/values/rounding.ts") return [];
  return nodes(file)
    .filter((node) => node.operator === "/" || node.operator === "/=")
    .map((node) => `${file.text.slice(node.start, node.end)}: only values/rounding.ts divides`);
};

export const tellingNames: Rule = (file) =>
  file.path
    .split("/")
    .map((part) => part.split(".")[0] ?? "")
    .filter((part) => /^(utils?|helpers?|types|common)$/i.test(part))
    .map((part) => `"${part}" does not say what it holds`);

export const doors: Rule = (file) => {
  const [folder, workspace = ""] = /^(?:(?:packages|apps)\/)?([^/]+)\//.exec(file.path) ?? [];
  const allowed = arrows[workspace];
  if (!folder || !allowed || !isCode(file)) return [];
  const mayImport = isTest(file) ? [...allowed, ...testsMayImport, `@cimpro/${workspace}`] : allowed;
  return imports(file).flatMap((target) => {
    if (target.startsWith("/")) return workspace === "web" ? [] : [`${target} is no path of this repository`];
    if (target.startsWith("."))
      return resolved(file, target).startsWith(folder) ? [] : [`${target} leaves the package: import it by name`];
    if (target.startsWith("@cimpro/") && !mayImport.includes(target)) return [`${workspace} may not import ${target}`];
    return [];
  });
};

export const nobodysMachine: Rule = (file) =>
  [...file.text.matchAll(/\/work\/(main|shared|\.library)\b|\/(tmp|root)\/|\bregistry\.[a-z]+|\bnpmjs\.(org|com)\b/g)]
    .map(([found]) => `${found} is of one machine or registry, not of the project`)
    .filter(() => !file.path.startsWith("tests/house"));

export const lockfileNamesNoHost: Rule = (file) =>
  file.path !== "pnpm-lock.yaml"
    ? []
    : [...file.text.matchAll(/https?:\/\/\S+|\btarball:.*/g)].map(([found]) => `the lockfile names ${found}`);

/** What a limit of a test may at least be, in milliseconds: it ends what hangs, and passes no verdict on a busy machine. */
const patience = 120_000;

export const limitsAreForHangs: Rule = (file) => {
  if (!isTest(file) || !isCode(file)) return [];
  return nodes(file)
    .filter(({ type }) => type === "CallExpression")
    .flatMap((call) => (Array.isArray(call.arguments) ? call.arguments : []).map((given) => ({ call, given })))
    .map(({ call, given }) => (runsTests.test(calledName(call)) ? milliseconds(given) : null) ?? statedLimit(given))
    .filter((limit) => limit !== null && limit < patience)
    .map((limit) => `${limit} ms is a verdict on how busy the machine is: leave the limit to vitest.config.ts`);
};

/** Calls in a list that a loop awaits one by one: all of them run at once, and one that fails before its turn fails unheard. */
export const awaitedTogether: Rule = (file) => {
  if (!isTest(file) || !isCode(file)) return [];
  return nodes(file)
    .filter(({ type, right }) => type === "ForOfStatement" && isNode(right) && right.type === "ArrayExpression")
    .filter(({ right }) => (isNode(right) && Array.isArray(right.elements) ? right.elements : []).some(asksTheApi))
    .map((node) => `${file.text.slice(node.start, node.end).split("\n")[0]}: await the calls with refusalsOf`);
};

const asksTheApi = (node: unknown): boolean =>
  isNode(node) &&
  node.type === "CallExpression" &&
  isNode(node.callee) &&
  ["mutate", "query"].includes(name(node.callee.property));

const runsTests = /^(test|it|describe|before(All|Each)|after(All|Each))$/;

/** The name at the root of what is called: `test` of `test.each(cases)(…)`. */
function calledName(node: unknown): string {
  if (!isNode(node)) return "";
  return node.type === "CallExpression"
    ? calledName(node.callee)
    : node.type === "MemberExpression"
      ? calledName(node.object)
      : name(node);
}

const milliseconds = (node: unknown): number | null =>
  isNode(node) && node.type === "Literal" && typeof node.value === "number" ? node.value : null;

/** The `timeout` of an options object. */
function statedLimit(node: unknown): number | null {
  const all = isNode(node) && node.type === "ObjectExpression" && Array.isArray(node.properties) ? node.properties : [];
  const stated = all.find((each) => isNode(each) && name(each.key) === "timeout");
  return isNode(stated) ? milliseconds(stated.value) : null;
}

const isCode = (file: Source) => /\.tsx?$/.test(file.path) && !/\.gen\.tsx?$/.test(file.path);
const isTest = (file: Source) => /\.test\.tsx?$|^[^/]+\/[^/]+\/test\//.test(file.path);
const isDomainSource = (file: Source) => file.path.startsWith("packages/domain/src/") && isCode(file) && !isTest(file);

type Node = { readonly type: string; readonly start: number; readonly end: number; readonly [key: string]: unknown };

const resolved = (file: Source, target: string) => posix.normalize(posix.join(posix.dirname(file.path), target));
const name = (node: unknown) => (isNode(node) && node.type === "Identifier" ? String(node.name) : "");
const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";

/** Everything the file imports or re-exports, types included. */
function imports(file: Source): readonly string[] {
  return nodes(file)
    .filter((node) => /^(Import|Export)[A-Za-z]*(Declaration|Expression|Type)$/.test(node.type))
    .map((node) => node.source)
    .flatMap((source) => (isNode(source) && typeof source.value === "string" ? [source.value] : []));
}

function boundName(node: Node): readonly string[] {
  if (node.type === "VariableDeclarator") return [name(node.id)];
  if (node.type.startsWith("Import") && node.type.endsWith("Specifier")) return [name(node.local)];
  return Array.isArray(node.params) ? node.params.map(name) : [];
}

const parsed = new WeakMap<Source, readonly Node[]>();

/** Every node of the file's syntax tree. */
function nodes(file: Source): readonly Node[] {
  const known = parsed.get(file);
  if (known) return known;
  const { program, errors } = parseSync(file.path, file.text);
  if (errors[0]) throw new Error(`${file.path}: ${errors[0].message}`);
  const found: Node[] = [];
  const waiting: unknown[] = [program];
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (isNode(value)) found.push(value);
    if (typeof value === "object" && value !== null) waiting.push(...Object.values(value));
  }
  parsed.set(file, found);
  return found;
}
