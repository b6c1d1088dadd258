import { parseSync } from "vite";
import type { Source } from "./house-rules.ts";

type Node = { readonly type: string; readonly [key: string]: unknown };

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";

const clauseId = /\b[A-Z]{2,6}-\d+\b/g;

/** The clauses that the names of a file's tests and groups say, and the rows of their tables. What is asserted does not count. */
export function clausesInTests({ path, text }: Source): readonly string[] {
  const { program, errors } = parseSync(path, text);
  if (errors[0]) throw new Error(`${path}: ${errors[0].message}`);
  return nodesWithin(program).filter(isTestCall).flatMap(saidBy);
}

/** `test(…)`, `describe.skipIf(…)(…)`, `test.each(…)(…)`: a call of something that begins with one of these words. */
const isTestCall = (node: Node): boolean =>
  node.type === "CallExpression" && ["test", "describe", "it"].includes(firstName(node.callee));

function firstName(callee: unknown): string {
  if (!isNode(callee)) return "";
  if (callee.type === "Identifier") return String(callee.name);
  return firstName(callee.type === "MemberExpression" ? callee.object : callee.callee);
}

/** The texts among the arguments of a call; a function's own text is the test and not its name. */
function saidBy({ arguments: given }: Node): readonly string[] {
  const texts = (Array.isArray(given) ? given : []).flatMap((argument) =>
    nodesWithin(argument).map((node) => {
      if (node.type === "TemplateElement") return isRaw(node.value) ? node.value.raw : "";
      return typeof node.value === "string" ? node.value : "";
    }),
  );
  return texts.flatMap((said) => said.match(clauseId) ?? []);
}

const isRaw = (value: unknown): value is { readonly raw: string } =>
  typeof value === "object" && value !== null && "raw" in value && typeof value.raw === "string";

/** A node and all below it; at a call, what stands in functions is looked at only from the top of the file. */
function nodesWithin(root: unknown): readonly Node[] {
  const found: Node[] = [];
  const wanted = isNode(root) && root.type === "Program";
  const waiting: unknown[] = [root];
  while (waiting.length > 0) {
    const value = waiting.shift();
    const isFunction = isNode(value) && /^(Arrow)?Function(Expression)?$/.test(value.type);
    if (isFunction && !wanted) continue;
    if (isNode(value)) found.push(value);
    if (typeof value === "object" && value !== null) waiting.push(...Object.values(value));
  }
  return found;
}
