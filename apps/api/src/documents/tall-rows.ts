import type { Cell } from "./blocks.ts";

/** As much as surely fits on a page below the head of a table, in any script. */
const mostLines = 30;
/** Of the body text, and the small text below it, in points. */
const emOf = { text: 9.5, below: 8.5 } as const;

/**
 * The rows, of which none is taller than a page: the printer keeps rows whole, and would leave a taller one out. What
 * does not fit goes on in further rows, whose other cells are empty; nothing is lost or said twice.
 */
export const pageHighRows = (rows: readonly (readonly Cell[])[], widths: readonly number[]): readonly PageHighRow[] =>
  rows.flatMap((row) => {
    const parts = row.map((cell, at) => partsOf(cell, widths[at] ?? 0));
    const most = Math.max(1, ...parts.map(({ length }) => length));
    return Array.from({ length: most }, (_, part) => ({
      goesOn: part > 0,
      cells: row.map((cell, at): Cell => parts[at]?.[part] ?? { ...cell, ...blank }),
    }));
  });

export interface PageHighRow {
  /** It continues the row before, so that no line is drawn between them. */
  readonly goesOn: boolean;
  readonly cells: readonly Cell[];
}

const blank = { text: "", below: undefined } as const;

function partsOf(cell: Cell, width: number): readonly Cell[] {
  const { below, ...first } = cell;
  const texts = split(cell.text, width, emOf.text).map((text): Cell => ({ ...first, text }));
  if (below === undefined) return texts;
  const last = texts.at(-1);
  const room = mostLines - linesOf(last?.text ?? "", width, emOf.text);
  // Short text below stands with the last of what is above it, as everywhere; long text has rows of its own.
  if (last !== undefined && linesOf(below, width, emOf.below) <= room)
    return [...texts.slice(0, -1), { ...last, below }];
  return [...texts, ...split(below, width, emOf.below).map((part): Cell => ({ ...first, text: "", below: part }))];
}

/** The text in parts of at most so many lines, cut at the ends of lines and words where there are any. */
function split(text: string, width: number, em: number): readonly string[] {
  if (linesOf(text, width, em) <= mostLines) return [text];
  const parts: string[] = [];
  let part = "";
  for (const piece of piecesOf(text)) {
    if (part !== "" && linesOf(part + piece, width, em) > mostLines) {
      parts.push(part);
      // The end of a part ends its line.
      part = piece === "\n" ? "" : piece;
    } else part += piece;
  }
  return [...parts, part];
}

/** Short enough that each fits on a line or two; no character is cut in half. */
const piecesOf = (text: string): readonly string[] => text.match(/\n|[^\S\n]+|[^\s]{1,20}/gu) ?? [];

/** How many lines the text takes, or somewhat more: counted by the widest letters of its kind. */
function linesOf(text: string, width: number, em: number): number {
  let lines = 0;
  for (const line of text.split("\n")) {
    let taken = 0;
    lines += 1;
    for (const piece of piecesOf(line)) {
      const wide = [...piece].reduce((sum, letter) => sum + emsOf(letter), 0) * em;
      if (taken > 0 && taken + wide > width) {
        lines += 1;
        taken = 0;
      }
      taken += wide;
      // A word wider than its column is divided.
      while (taken > width) {
        lines += 1;
        taken -= width;
      }
    }
  }
  return lines;
}

function emsOf(letter: string): number {
  if (/[a-z0-9 .,;:'()/-]/.test(letter)) return 0.6;
  return /[ -LN-VX-~]/.test(letter) ? 0.75 : 1;
}
