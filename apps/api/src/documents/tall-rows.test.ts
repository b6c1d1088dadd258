import fc from "fast-check";
import { extractText, getDocumentProxy } from "unpdf";
import { expect, test } from "vitest";
import { type Cell, dayColumn, figure, hoursColumn, table, word } from "./blocks.ts";
import { printed } from "./pdf.ts";
import { pageHighRows } from "./tall-rows.ts";

async function wordsIn(content: Parameters<typeof printed>[0]["content"]): Promise<readonly string[]> {
  const bytes = await printed({ title: "Test", practice: "Test", on: "2024-01-01", content });
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true });
  return text.split(/\s+/);
}

const tableOf = (rows: readonly (readonly Cell[])[]) => table("What", [dayColumn(), hoursColumn], rows);
const said = (row: number, count: number, between: string) =>
  Array.from({ length: count }, (_, at) => `r${row}w${at}`).join(between);
const rowsOf = (counts: readonly (readonly [text: number, below: number, between: string])[]) =>
  counts.map(([text, below, between], row) => [
    word(said(row, text, between), below === 0 ? undefined : said(row + 1000, below, between)),
    word(`day${row}`),
    figure(`hours${row}`),
  ]);
const marks = (rows: readonly (readonly Cell[])[]) =>
  rows.flatMap((row) => row.flatMap(({ text, below }) => `${text} ${below ?? ""}`.split(/\s+/).filter(Boolean)));
const missing = (rows: readonly (readonly Cell[])[], words: readonly string[]) =>
  marks(rows).filter((mark) => words.filter((each) => each === mark).length !== 1);

test("every word of every row comes out of the file once, however tall its row is", () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.tuple(
          fc.oneof(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 20, max: 220 })),
          fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 120 })),
          fc.constantFrom("\n", " ", "\n\n"),
        ),
        { minLength: 1, maxLength: 6 },
      ),
      async (counts) => {
        const rows = rowsOf(counts);
        expect(missing(rows, await wordsIn([tableOf(rows)]))).toEqual([]);
      },
    ),
    { numRuns: 25 },
  ));

test("control: a row left taller than a page is found to be missing", async () => {
  const rows = rowsOf([
    [2, 0, " "],
    [70, 0, "\n"],
  ]);
  const untouched = {
    table: {
      dontBreakRows: true,
      headerRows: 1,
      body: [["What", "Day", "Hours"], ...rows.map((row) => row.map(({ text }) => text))],
    },
  };
  expect(missing(rows, await wordsIn([untouched])).length).toBeGreaterThan(0);
});

test("a row that fits on a page stays one row, and parts of a tall one say its day and hours once", () => {
  const [short, ...tall] = pageHighRows(
    rowsOf([
      [20, 3, "\n"],
      [70, 0, "\n"],
    ]),
    [365, 54, 56],
  );
  expect(short?.goesOn).toBe(false);
  expect(tall.map(({ goesOn }) => goesOn)).toEqual([false, true, true]);
  expect(tall.map(({ cells }) => cells[1]?.text)).toEqual(["day1", "", ""]);
  expect(tall.map(({ cells }) => cells[0]?.text).join("\n")).toBe(said(1, 70, "\n"));
});

test("a word of 2,000 letters without a blank is told whole", async () => {
  const long = "ゆ".repeat(2000);
  const parts = pageHighRows([[word(long), word("day0")]], [200, 54]);
  expect(parts.length).toBeGreaterThan(1);
  expect(parts.map(({ cells }) => cells[0]?.text).join("")).toBe(long);
});
