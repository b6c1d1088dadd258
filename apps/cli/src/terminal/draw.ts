import { styleText } from "node:util";
import CliTable from "cli-table3";
import type { Block, Tone } from "./block.ts";

type Paint = (style: Parameters<typeof styleText>[0], text: string) => string;

const colourful: Paint = (style, text) => styleText(style, text, { validateStream: false });
const plain: Paint = (_style, text) => text;

/** Blocks as text for a terminal of so many columns; a blank line sets tables apart. */
export function draw(blocks: readonly Block[], colours: "colours" | "plain", width?: number): string {
  const paint = colours === "colours" ? colourful : plain;
  return blocks
    .map((block, at) => {
      const apart = at > 0 && (block.kind === "table" || blocks[at - 1]?.kind === "table");
      return `${apart ? "\n" : ""}${drawn(block, paint, width)}\n`;
    })
    .join("");
}

const tones = { good: "green", bad: "red", quiet: "dim" } as const satisfies Record<Tone, string>;

function drawn(block: Block, paint: Paint, width: number | undefined): string {
  if (block.kind === "line") return block.tone ? paint(tones[block.tone], clean(block.text)) : clean(block.text);
  if (block.kind === "facts") return labelled(block.facts, paint, width);
  const title = block.title === undefined ? [] : [paint("bold", clean(block.title))];
  if (block.rows.length === 0) return [...title, paint("dim", block.empty ?? "None.")].join("\n");
  const heads = block.columns.map((column) => paint("dim", column.title));
  const table = grid(
    [heads, ...block.rows.map((row) => row.map(clean))],
    block.columns.map(({ align = "left" }) => align),
  );
  return [...title, table].join("\n");
}

/** Long values are wrapped beside their labels, unless the terminal is too narrow for that. */
function labelled(
  facts: readonly (readonly [label: string, value: string])[],
  paint: Paint,
  width: number | undefined,
): string {
  const longest = Math.max(0, ...facts.map(([label]) => clean(label).length));
  const room = (width ?? 0) - longest - gap.length;
  return grid(
    facts.map(([label, value]) => [paint("dim", clean(label)), clean(value)]),
    ["left", "left"],
    room < 20 ? [] : [null, room],
  );
}

const gap = "  ";

const noLines = Object.fromEntries(
  "top top-mid top-left top-right bottom bottom-mid bottom-left bottom-right left left-mid mid mid-mid right right-mid"
    .split(" ")
    .map((place) => [place, ""]),
);

function grid(
  rows: readonly (readonly string[])[],
  colAligns: readonly ("left" | "right")[],
  colWidths: readonly (number | null)[] = [],
): string {
  const table = new CliTable({
    chars: { ...noLines, middle: gap },
    style: { head: [], border: [], "padding-left": 0, "padding-right": 0 },
    colAligns: [...colAligns],
    colWidths: [...colWidths],
    wordWrap: colWidths.length > 0,
  });
  table.push(...rows.map((row) => [...row]));
  return table
    .toString()
    .split("\n")
    .map((text) => text.trimEnd())
    .join("\n");
}

/** Text from the books, on one line and without the signs that would steer the terminal. */
const clean = (text: string): string => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ");
