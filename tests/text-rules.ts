import { parseSync } from "vite";
import type { Rule } from "./house-rules.ts";

/** Attributes and properties whose strings are for the machine. */
const forMachines = new Set(
  (
    "className style to from id key name type href rel target role method d viewBox fill stroke c fz fw color variant " +
    "size display gridTemplateColumns gridTemplateAreas gridArea transition autoComplete accept allow sandbox " +
    "valueFormat fontFamily fontFamilyMonospace aria-keyshortcuts aria-labelledby aria-describedby aria-controls htmlFor mediaQuery layout orient"
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
  const waiting: unknown[] = [program];
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (Array.isArray(value)) waiting.push(...value);
    if (!isNode(value)) continue;
    const words = wordsOf(value);
    if (words !== null) {
      const line = text.slice(0, value.start).split("\n").length;
      found.push(`line ${line}: "${words.trim()}" is not in the catalogue`);
    }
    waiting.push(...partsToRead(value));
  }
  return found;
};

/** The words a node says by itself, if a person would read them. */
function wordsOf(node: Node): string | null {
  if (node.type === "JSXText") return /\p{L}{2,}/u.test(String(node.value)) ? String(node.value) : null;
  if (node.type === "Literal") return typeof node.value === "string" && readable(node.value) ? node.value : null;
  if (node.type !== "TemplateElement") return null;
  const words = String((node.value as { cooked?: string }).cooked ?? "");
  return readable(words) || /(^| )[a-z]{2,} $|^ [a-z]{2,}( |$)/.test(words) ? words : null;
}

/** What of a node is read on; nothing of what is in the catalogue, or for the machine. */
function partsToRead(node: Node): readonly unknown[] {
  if (/^(Import|ExportAll|TS)/.test(node.type) && !/^TS(As|Satisfies|NonNull)/.test(node.type)) return [];
  if (["ThrowStatement", "TemplateElement"].includes(node.type)) return [];
  if (node.type === "NewExpression" && /Error$/.test(nameOf(node.callee))) return [];
  if (node.type === "CallExpression" && macros.test(nameOf(node.callee))) return [];
  if (node.type === "TaggedTemplateExpression" && macros.test(nameOf(node.tag)))
    return [(node.quasi as Node).expressions];
  if (node.type === "JSXElement" && /^(Trans|Plural)$/.test(elementName(node))) return [];
  if (node.type === "JSXAttribute" && forMachines.has(nameOf(node.name))) return [];
  if (node.type === "Property" && forMachines.has(nameOf(node.key))) return [];
  // What is compared with is a value of the program.
  if (node.type === "BinaryExpression" && /^[!=]==$/.test(String(node.operator))) return [];
  return Object.values(node);
}

const macros = /^(plural|select|selectOrdinal|t|msg|defineMessage)$/;

type Node = { readonly type: string; readonly start: number; readonly [key: string]: unknown };

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
const nameOf = (node: unknown): string =>
  !isNode(node) ? "" : node.type === "MemberExpression" ? nameOf(node.property) : String(node.name ?? node.value ?? "");
const elementName = (node: Node): string => nameOf((node.openingElement as Node).name);
