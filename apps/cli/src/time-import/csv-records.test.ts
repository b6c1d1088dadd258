import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CsvRecord, csvRecords, guessDelimiter } from "./csv-records.ts";

async function* inPieces(text: string, size: number): AsyncGenerator<Buffer> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function records(text: string, size = 64, delimiter?: string): Promise<readonly CsvRecord[]> {
  const found: CsvRecord[] = [];
  for await (const batch of csvRecords(inPieces(text, size), delimiter)) found.push(...batch);
  return found;
}

const cellsOf = async (text: string, size?: number, delimiter?: string): Promise<readonly (readonly string[])[]> =>
  (await records(text, size, delimiter)).map(({ cells }) => cells);

describe("each record has its line and its text as in the file", () => {
  test.each([
    ["\n", "LF"],
    ["\r\n", "CRLF"],
  ])("with line ends %j", async (end) => {
    const text = ["a,b", "", '1,"two', 'lines"', "3,4", ""].join(end);
    expect(await records(text)).toEqual([
      { line: 1, raw: "a,b", cells: ["a", "b"] },
      { line: 3, raw: `1,"two${end}lines"`, cells: ["1", `two${end}lines`] },
      { line: 5, raw: "3,4", cells: ["3", "4"] },
    ]);
  });
  test("line ends may change within a file, and the last may be missing", async () => {
    expect((await records("a,b\r\n1,2\n3,4\r5,6")).map(({ line, raw }) => [line, raw])).toEqual([
      [1, "a,b"],
      [2, "1,2"],
      [3, "3,4"],
      [4, "5,6"],
    ]);
  });
});

describe("what people and tools get wrong is read, row by row", () => {
  test("rows with too few or too many fields are rows", async () => {
    expect(await cellsOf("a,b\n1\n1,2,3\n")).toEqual([["a", "b"], ["1"], ["1", "2", "3"]]);
  });
  test("a stray quote is text", async () => {
    expect(await cellsOf('a,b\n1,5" pipe\n2,x\n')).toEqual([
      ["a", "b"],
      ["1", '5" pipe'],
      ["2", "x"],
    ]);
  });
  test("a doubled quote is one", async () => {
    expect(await cellsOf('a,b\n1,"say ""hi"""\n')).toContainEqual(["1", 'say "hi"']);
  });
});

describe("a quote that is never closed", () => {
  test("is told with the line of its row, after the rows before it", async () => {
    const read: CsvRecord[] = [];
    const reading = (async () => {
      for await (const batch of csvRecords(inPieces('a,b\n1,2\n3,"open\n5,6\n', 8))) read.push(...batch);
    })();
    await expect(reading).rejects.toThrow("the row that starts on line 3 opens a quote and never closes it");
    expect(read.map(({ line }) => line)).toEqual([1, 2]);
  });
  test("does not fill the memory", async () => {
    async function* endless(): AsyncGenerator<Buffer> {
      yield Buffer.from('a,b\n1,"');
      const megabyte = Buffer.alloc(1024 * 1024, "x");
      for (;;) yield megabyte;
    }
    const reading = (async () => {
      for await (const _ of csvRecords(endless()));
    })();
    await expect(reading).rejects.toThrow("line 2 is longer than 16 MB");
  });
});

test.each([
  ["a,b,c", ","],
  ["a;b;c", ";"],
  ["a\tb", "\t"],
  ["a|b", "|"],
  ['"x;y;z",b', ","],
  ["only", ","],
  ["Hours;Rate, net;Total", ";"],
])("the header line %j is parted by %j", (header, delimiter) => {
  expect(guessDelimiter(Buffer.from(`${header}\n1,2,3,4,5,6\n`))).toBe(delimiter);
});

test("what was written as CSV is read the same, wherever the file is cut into chunks", async () => {
  const cell = fc.string({ unit: fc.constantFrom("a", "é", "€", "😀", ",", '"', "\n", " ") });
  const table = fc.array(fc.tuple(fc.constant("x"), cell, cell), { minLength: 1, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(table, fc.integer({ min: 1, max: 40 }), async (rows, size) => {
      const text = rows.map((row) => row.map((each) => `"${each.replaceAll('"', '""')}"`).join(",")).join("\r\n");
      expect(await cellsOf(text, size, ",")).toEqual(rows);
    }),
  );
});
