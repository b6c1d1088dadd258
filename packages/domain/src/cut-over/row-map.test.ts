import { describe, expect, test } from "vitest";
import { invoiceFile } from "./invoice-row.ts";
import { RowMap, rowTranslator, type WrittenRowMap } from "./row-map.ts";
import { builtInInvoiceMap, invoiceMapNames } from "./row-maps/invoices.ts";

const accountNamed = (name: string): string | null => (name === "Acme Tools" ? "acme-tools" : null);

function translator(map: WrittenRowMap, headers: readonly string[]) {
  const found = rowTranslator(invoiceFile, RowMap.parse(map), headers);
  if (!found.ok) throw new Error(found.rejection.message);
  return found.value;
}

const written = {
  columns: { account: "Client", number: "No", "issued on": "Issued", total: "Sum", balance: "Open" },
  date: { formats: ["d MMM yyyy"] },
} as const;
const headers = ["No", "Sum", "Open", "Issued", "Client", "Colour"];

test("a row of another system's file is one of ours", () => {
  const { headers: ours, row } = translator(written, headers);
  expect(ours).toEqual(["account", "number", "issued on", "total", "balance"]);
  expect(row(["17", "1.200,50 €", "200,00", "3 Feb 2026", " Acme Tools ", "red"], null, accountNamed)).toEqual({
    ok: true,
    cells: ["acme-tools", "17", "2026-02-03", "1.200,50 €", "200,00"],
  });
});

test.each([
  ["31 Feb 2026", "Acme Tools", "bad-date"],
  ["2026-02-03", "Acme Tools", "bad-date"],
  ["3 Feb 2026", "Acme", "no-account"],
])("a row of %s for %s is refused: %s", (issued, client, reason) => {
  const { row } = translator(written, headers);
  expect(row(["17", "1", "1", issued, client, ""], null, accountNamed)).toMatchObject({ ok: false, reason });
});

test.each(["0", "0.00", "€0,00", "0.00 USD"])("what has a balance of %s is paid, and passed over", (balance) => {
  const { row } = translator(written, headers);
  expect(row(["17", "1", balance, "3 Feb 2026", "Acme Tools", ""], null, accountNamed)).toEqual({
    ok: true,
    cells: null,
  });
});

test("an account may be named by its id", () => {
  const { row } = translator({ ...written, accountBy: "id" }, headers);
  expect(row(["17", "1", "1", "3 Feb 2026", "beta", ""], null, accountNamed)).toMatchObject({
    cells: ["beta", "17", "2026-02-03", "1", "1"],
  });
});

test("a column that the file lacks, and one that nobody knows, is told with its place", () => {
  const map = RowMap.parse({ ...written, columns: { ...written.columns, total: "Total", colour: "Colour" } });
  const found = rowTranslator(invoiceFile, map, headers);
  expect(found.ok ? [] : found.rejection.issues?.map(({ path }) => path)).toEqual(["columns.colour", "columns.total"]);
});

describe("the invoice files of other tools", () => {
  const files: Record<string, readonly [readonly string[], readonly string[]]> = {
    harvest: [
      ["Issue Date", "ID", "Client", "Subject", "Invoice Amount", "Paid Amount", "Balance", "Currency"],
      ["2026-02-03", "1042", "Acme Tools", "February", "1200.00", "200.00", "1000.00", "US Dollar - USD"],
    ],
    quickbooks: [
      ["Date", "Transaction Type", "Num", "Customer", "Memo/Description", "Due Date", "Amount", "Open Balance"],
      ["02/23/2026", "Invoice", "1042", "Acme Tools", "February", "03/23/2026", "1,200.00", "1,000.00"],
    ],
    xero: [
      [
        "ContactName",
        "InvoiceNumber",
        "Reference",
        "InvoiceDate",
        "DueDate",
        "Total",
        "InvoiceAmountDue",
        "Type",
        "Status",
      ],
      [
        "Acme Tools",
        "1042",
        "February",
        "23/02/2026",
        "23/03/2026",
        "1200.00",
        "1000.00",
        "Sales invoice",
        "Awaiting Payment",
      ],
    ],
  };
  test("have a test for each map", () => {
    expect(Object.keys(files)).toEqual(invoiceMapNames);
  });
  test.each(Object.entries(files))("of %s are read", (name, [names, cells]) => {
    const map = builtInInvoiceMap(name);
    if (map === null) return expect.unreachable();
    const { row, headers: ours } = translator(map, names);
    const order = name === "quickbooks" ? "month-first" : "day-first";
    const read = row(cells, order, accountNamed);
    const said = read.ok ? Object.fromEntries(ours.map((header, at) => [header, read.cells?.[at]])) : read;
    expect(said).toMatchObject({ account: "acme-tools", number: "1042", note: "February" });
    expect(said).toMatchObject({ "issued on": name === "harvest" ? "2026-02-03" : "2026-02-23" });
  });
  test("leave payments and bills aside", () => {
    const map = builtInInvoiceMap("quickbooks");
    if (map === null) return expect.unreachable();
    const [names, cells] = files.quickbooks ?? expect.unreachable();
    const payment = cells.map((cell) => (cell === "Invoice" ? "Payment" : cell));
    expect(translator(map, names).row(payment, "month-first", accountNamed)).toEqual({ ok: true, cells: null });
  });
});
