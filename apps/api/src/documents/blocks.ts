import { decimalOf, formatDuration, formatMoney } from "@cimpro/domain";
import type { Content, TableCell } from "pdfmake/interfaces.js";

/** A party as documents name it. */
export interface NamedParty {
  readonly name: string;
  readonly address: string;
  readonly email: string;
}

export const money = (amount: number, currency: string): string => formatMoney(amount, currency);
export const hours = (minutes: number): string => formatDuration(minutes);
export const plainAmount = (amount: number, currency: string): string => `${decimalOf(amount, currency)} ${currency}`;

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
      { width: "*", stack: to === null ? [] : [{ text: "For", style: "head" }, ...party(to)] },
      {
        width: 240,
        table: {
          widths: ["auto", "*"],
          body: facts.map(([label, value]): TableCell[] => [
            { text: label, style: "head" },
            { text: value, alignment: "right" },
          ]),
        },
        layout: "noBorders",
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
  readonly below?: string;
  readonly figure?: true;
  readonly bold?: true;
}

export const word = (text: string, below?: string): Cell => ({ text, ...(below === undefined ? {} : { below }) });
export const figure = (text: string): Cell => ({ text, figure: true });

/** Rows under a head that is repeated on every page; `totals` stand below a line. */
export function table(
  head: readonly Cell[],
  rows: readonly (readonly Cell[])[],
  totals: readonly (readonly Cell[])[] = [],
): Content {
  const firstTotal = 1 + rows.length;
  return {
    margin: [0, 4, 0, 4],
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: head.map((cell, at) => (at === 0 ? "*" : cell.figure ? "auto" : "auto")),
      body: [
        head.map((cell): TableCell => ({ text: cell.text, style: "head", alignment: cell.figure ? "right" : "left" })),
        ...rows.map((row) => row.map(cellOf)),
        ...totals.map((row) => row.map((cell) => cellOf({ ...cell, bold: true }))),
      ],
    },
    layout: {
      hLineWidth: (at) => (at === 1 || at === firstTotal ? 0.8 : 0.3),
      vLineWidth: () => 0,
      hLineColor: () => "#d0d7de",
      paddingLeft: (at) => (at === 0 ? 0 : 8),
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
