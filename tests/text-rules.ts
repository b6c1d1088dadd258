import { parseSync } from "vite";
import type { Rule } from "./house-rules.ts";

/** Attributes and properties whose strings are for the machine. */
const forMachines = new Set(
  (
    "className style to from id key name type href rel target role method d viewBox fill stroke c fz fw color variant " +
    "size display gridTemplateColumns gridTemplateAreas gridArea transition autoComplete accept allow sandbox " +
    "valueFormat aria-keyshortcuts aria-labelledby aria-describedby aria-controls htmlFor mediaQuery layout orient"
  ).split(" "),
);
const keys =
  /^(Arrow(Up|Down|Left|Right)|Escape|Enter|Tab|Home|End|Page(Up|Down)|Delete|Backspace|Shift|Control|Alt|Meta|Space)$/;

/** What a person would read: a capitalized word, or words with a space between them. */
const readable = (text: string): boolean =>
  /^[A-Z][a-z]+([ .,:;?!…]|$)|[a-zA-Z]{2,},? [a-z]{2,}|^[a-z]+ \S+ [a-z]+$/.test(text.trim()) &&
  !keys.test(text) &&
  !/var\(--|calc\(|\d(px|rem|fr|em|%)|minmax\(|; ?[a-z]+=/.test(text);

/**
 * Texts of the dashboard go through the catalogue: `<Trans>…</Trans>`, `t`…``, `msg`…``, `plural(…)`.
 * A string that looks like words anywhere else would stay English in every language.
 */
export const textsInCatalogue: Rule = ({ path, text }) => {
  if (!/^apps\/web\/src\/.*\.tsx?$/.test(path) || /\.test\.tsx?$|\.gen\.ts$|\.d\.ts$/.test(path)) return [];
  const { program, errors } = parseSync(path, text);
  if (errors[0]) throw new Error(`${path}: ${errors[0].message}`);
  const found: string[] = [];
  const say = (node: Node, said: string) =>
    found.push(`line ${text.slice(0, node.start).split("\n").length}: "${said.trim()}" is not in the catalogue`);

  const visit = (value: unknown): void => {
    if (Array.isArray(value)) return value.forEach(visit);
    if (!isNode(value)) return;
    const node = value;
    if (/^(Import|ExportAll|TS)/.test(node.type) && !/^TS(As|Satisfies|NonNull)/.test(node.type)) return;
    if (node.type === "ThrowStatement" || node.type === "ImportExpression") return;
    if (node.type === "NewExpression" && /Error$/.test(nameOf(node.callee))) return;
    if (
      node.type === "CallExpression" &&
      /^(plural|select|selectOrdinal|t|msg|defineMessage)$/.test(nameOf(node.callee))
    )
      return;
    if (node.type === "TaggedTemplateExpression" && /^(t|msg)$/.test(nameOf(node.tag)))
      return visit((node.quasi as Node).expressions);
    if (node.type === "JSXElement" && /^(Trans|Plural|Select|SelectOrdinal)$/.test(elementName(node))) return;
    if (node.type === "JSXAttribute" && forMachines.has(attributeName(node))) return;
    if (node.type === "Property" && forMachines.has(nameOf(node.key))) return;
    // What is compared with is a value of the program.
    if (node.type === "BinaryExpression" && /^[!=]==$/.test(String(node.operator))) return;
    if (node.type === "JSXText" && /\p{L}{2,}/u.test(String(node.value))) say(node, String(node.value));
    if (node.type === "Literal" && typeof node.value === "string" && readable(node.value)) say(node, node.value);
    if (node.type === "TemplateElement") {
      const words = String((node.value as { cooked?: string }).cooked ?? "");
      if (readable(words) || /(^| )[a-z]{2,} $|^ [a-z]{2,}( |$)/.test(words)) say(node, words);
      return;
    }
    for (const [name, child] of Object.entries(node)) if (name !== "type") visit(child);
  };
  visit(program);
  return found;
};

type Node = { readonly type: string; readonly start: number; readonly [key: string]: unknown };

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
const nameOf = (node: unknown): string =>
  !isNode(node) ? "" : node.type === "MemberExpression" ? nameOf(node.property) : String(node.name ?? node.value ?? "");
const elementName = (node: Node): string => nameOf((node.openingElement as Node).name);
const attributeName = (node: Node): string => nameOf(node.name);
