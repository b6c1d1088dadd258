import { expect, test } from "vitest";
import { type Column, nextSort, sortRows } from "./column.ts";
import { csvOf } from "./csv.ts";

interface Row {
  readonly name: string;
  readonly total: number;
}

const columns: readonly Column<Row>[] = [
  { id: "name", label: "Name", show: ({ name }) => name, value: ({ name }) => name },
  { id: "total", label: "Total", show: ({ total }) => total, value: ({ total }) => total, figures: true },
  { id: "menu", label: "", show: () => null },
];
const rows: readonly Row[] = [
  { name: 'Acme "Tools", Inc.', total: -5 },
  { name: "=1+1", total: 12 },
];

test("cells are quoted where they must be, and no formula leaves the house", () => {
  expect(csvOf(rows, columns)).toBe(`\uFEFFName,Total\r\n"Acme ""Tools"", Inc.",-5\r\n'=1+1,12\r\n`);
});

test.each([
  ["Müller; Söhne", '"Müller; Söhne"'],
  ["a\tb", '"a\tb"'],
  [" =1+1", "' =1+1"],
  ["\t@SUM(A1)", `"'\t'@SUM(A1)"`],
  ["\u00a0+1+1", "'\u00a0+1+1"],
  ["＝1+1", "'＝1+1"],
  ["x;=1+1", `"x;'=1+1"`],
  ["first\n-second", `"first\n'-second"`],
  ["-12.50", "-12.50"],
  ["well-known", "well-known"],
])("the cell %j is saved as %j", (name, saved) => {
  expect(csvOf([{ name, total: 0 }], columns)).toBe(`\uFEFFName,Total\r\n${saved},0\r\n`);
});

test("rows sort by a column's value, both ways", () => {
  expect(sortRows(rows, columns, "total").map(({ total }) => total)).toEqual([-5, 12]);
  expect(sortRows(rows, columns, "-total").map(({ total }) => total)).toEqual([12, -5]);
  expect(sortRows(rows, columns, "nonsense")).toBe(rows);
});

test("figures sort from the largest first, words from A", () => {
  const [name, total] = columns;
  expect(name && nextSort(name, undefined)).toBe("name");
  expect(total && nextSort(total, undefined)).toBe("-total");
  expect(total && nextSort(total, "total")).toBe(undefined);
});
