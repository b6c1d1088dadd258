import { decimalOf, formatDuration, formatMoney } from "@cimpro/domain";
import type { Content, TableCell } from "pdfmake/interfaces.js";
import { pageHighRows } from "./tall-rows.ts";

/** A party as documents name it. */
export interface NamedParty {
  readonly name: string;
  readonly address: string;
  readonly email: string;
}

export const money = (amount: number, currency: string): string => formatMoney(amount, currency);
export const hours = (minutes: number): string => formatDuration(minutes);
export const plainAmount = (amount: number, currency: string): string => `${decimalOf(amount, currency)} ${currency}`;

/** Of the facts at the head. */
const factsWidth = 240;

/** What the document is, from whom and to whom, and the facts that find it again. */
export const letterhead = (
  title: string,
  from: NamedParty,
  to: NamedParty | null,
  facts: readonly (readonly [label: string, value: string])[],
): Content[] => [
  {
    columns: [
      { stack: [{ text: title, style: "title", headlineLevel: 1 }], width: "*" },
      { stack: party(from), width: 200, alignment: "right" },
    ],
    columnGap: 24,
  },
  {
    margin: [0, 18, 0, 8],
    columns: [
      { width: textWidth - factsWidth - 24, stack: to === null ? [] : [{ text: "For", style: "head" }, ...party(to)] },
      {
        width: factsWidth,
        table: {
          widths: [84, factsWidth - 84 - gap],
          body: facts.map(([label, value]): TableCell[] => [
            { text: label, style: "head" },
            { text: value, alignment: "right" },
          ]),
        },
        layout: {
          defaultBorder: false,
          paddingLeft: (at) => (at === 0 ? 0 : gap),
          paddingRight: () => 0,
        },
      },
    ],
    columnGap: 24,
  },
];

const party = ({ name, address, email }: NamedParty): Content[] =>
  [name, ...address.split("\n"), email]
    .filter((line) => line.trim() !== "")
    .map((text, at): Content => (at === 0 ? { text, bold: true } : { text }));

export const heading = (text: string): Content => ({ text, style: "heading", headlineLevel: 2 });
export const paragraph = (text: string): Content => ({ text, margin: [0, 0, 0, 4] });
export const quiet = (text: string): Content => ({ text, style: "quiet", margin: [0, 2, 0, 2] });

/** A cell: text, and whether it is a figure, which stands at the right. */
export interface Cell {
  readonly text: string;
  readonly below?: string | undefined;
  readonly figure?: true;
  readonly bold?: true;
}

export const word = (text: string, below?: string): Cell => ({ text, ...(below === undefined ? {} : { below }) });
export const figure = (text: string): Cell => ({ text, figure: true });

/**
 * A column beside the first, which has what is left. Widths are in points and do not follow what is in the cells: a word
 * as long as a line would push the figures off the page.
 */
export interface SideColumn {
  readonly head: string;
  readonly width: number;
  readonly figure?: true;
}

export const dayColumn = (head = "Day"): SideColumn => ({ head, width: 54 });
export const personColumn: SideColumn = { head: "Who", width: 100 };
export const shortColumn = (head: string, width = 48): SideColumn => ({ head, width });
export const hoursColumn: SideColumn = { head: "Hours", width: 56, figure: true };
export const rateColumn: SideColumn = { head: "Rate", width: 62, figure: true };
export const moneyColumn = (head: string): SideColumn => ({ head, width: 84, figure: true });

/** What is left of an A4 page between the margins, in points. */
export const textWidth = 499;
const gap = 12;

/**
 * Rows under a head that is repeated on every page, and never alone at the foot of one; `totals` stand below a line. A row
 * stays whole where a page has room for it, and goes on where none has.
 */
export function table(
  first: string,
  beside: readonly SideColumn[],
  rows: readonly (readonly Cell[])[],
  totals: readonly (readonly Cell[])[] = [],
): Content {
  const besideWidth = beside.reduce((sum, { width }) => sum + width + gap, 0);
  const widths = [textWidth - besideWidth, ...beside.map(({ width }) => width)];
  const high = pageHighRows(rows, widths);
  const firstTotal = 1 + high.length;
  const head = (text: string, isFigure?: true): TableCell => ({
    ...{ text, style: "head", alignment: isFigure ? "right" : "left" },
  });
  return {
    margin: [0, 4, 0, 4],
    table: {
      headerRows: 1,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      widths,
      body: [
        [head(first), ...beside.map((column) => head(column.head, column.figure))],
        ...high.map(({ cells }) => cells.map(cellOf)),
        ...totals.map((row) => row.map((cell) => cellOf({ ...cell, bold: true }))),
      ],
    },
    layout: {
      hLineWidth: (at) => (at === 1 || at === firstTotal ? 0.8 : high[at - 1]?.goesOn ? 0 : 0.3),
      vLineWidth: () => 0,
      hLineColor: () => "#d0d7de",
      paddingLeft: (at) => (at === 0 ? 0 : gap),
      paddingRight: () => 0,
      paddingTop: () => 4,
      paddingBottom: () => 4,
    },
  };
}

function cellOf({ text, below, figure: isFigure, bold }: Cell): TableCell {
  const alignment = isFigure ? "right" : "left";
  const first = { text, alignment, bold: bold ?? false, noWrap: isFigure ?? false } as const;
  return below === undefined ? first : { stack: [first, { text: below, style: "quiet", alignment }] };
}
