import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decimalOf } from "../values/money.ts";
import { accountFile } from "./account-row.ts";
import { allowanceFile } from "./allowance-row.ts";
import { readCell } from "./cell.ts";
import { deliverableFile } from "./deliverable-row.ts";
import { invoiceFile } from "./invoice-row.ts";
import { cutOverReader, type RowLayout } from "./row-reader.ts";

const layouts: readonly (readonly [string, RowLayout<unknown>])[] = [
  ["accounts", accountFile],
  ["allowances", allowanceFile],
  ["deliverables", deliverableFile],
  ["invoices", invoiceFile],
];

const value = (cell: string, kind: Parameters<typeof readCell>[1]) => {
  const read = readCell(cell, kind, "USD");
  return read.ok ? read.value : read.message;
};

describe("a cell", () => {
  test.each([
    ["1234.5", 123_450],
    ["1,234.50", 123_450],
    ["$1,234,567", 123_456_700],
    ["0", 0],
    ["12.345", expect.stringContaining("is not an amount")],
    ["1.234,50", 123_450],
    ["12,34", 1234],
    ["1 234,50", 123_450],
    ["1\u202f234,50", 123_450],
    ["1'234.50", 123_450],
    ["1,200", 120_000],
    ["1.200.300", 120_030_000],
    ["1.200", expect.stringContaining("is not an amount")],
    ["1,23,456", expect.stringContaining("is not an amount")],
    ["1,234,50", expect.stringContaining("is not an amount")],
    ["1,234.567", expect.stringContaining("is not an amount")],
    ["1 234,50 .", expect.stringContaining("is not")],
    ["", expect.stringContaining("is not an amount")],
    ["-5", expect.stringContaining("is not an amount")],
    ["USD 1,234.50", 123_450],
    ["1,234.50 usd", 123_450],
    ["US$1,234.50", 123_450],
    ["1.234,50 $", 123_450],
    ["€1,200.00", expect.stringContaining("is not in USD")],
    ["1.200,00 EUR", expect.stringContaining("is not in USD")],
    ["CA$12.00", expect.stringContaining("is not in USD")],
    ["12.00 hours", expect.stringContaining("is not in USD")],
  ])("of an amount: %j", (cell, cents) => {
    expect(value(cell, "amount")).toEqual(cents);
  });

  test.each([
    ["EUR", "$1,200.00", false],
    ["EUR", "1.200,00 €", true],
    ["EUR", "€1,200.00", true],
    ["EUR", "EUR 1200", true],
    ["EUR", "USD 1200", false],
    ["GBP", "£12.50", true],
    ["GBP", "12.50 €", false],
    ["JPY", "¥1,200", true],
    ["JPY", "1,200.50", false],
    ["CAD", "CA$12.00", true],
    ["CAD", "$12.00", true],
    ["CAD", "US$12.00", false],
  ])("of an amount in %s books: %j is taken: %j", (currency, cell, taken) => {
    expect(readCell(cell, "amount", currency).ok).toBe(taken);
  });

  test("of an amount is read to the cent, whatever the amount", () => {
    fc.assert(
      fc.property(fc.nat(1_000_000_000), (cents) => {
        expect(value(decimalOf(cents, "USD"), "amount")).toBe(cents);
      }),
    );
  });

  test("of hours takes a bare number for hours; of a yes or no nothing else", () => {
    expect(["12.5", "1h30", "90m"].map((cell) => value(cell, "hours"))).toEqual([750, 90, 90]);
    expect(["Yes", "0"].map((cell) => value(cell, "yes-no"))).toEqual([true, false]);
    expect(value("maybe", "yes-no")).toContain("neither yes nor no");
    expect(value("2024-02-30", "day")).toContain("YYYY-MM-DD");
  });
});

test.each(layouts)("the columns of %s fill the fields of its rows, each once", (_name, { columns }) => {
  expect(new Set(columns.map(({ header }) => header)).size).toBe(columns.length);
  expect(new Set(columns.map(({ field }) => field)).size).toBe(columns.length);
  // A file is recognised without regard to case, hyphens and underscores.
  expect(columns.map(({ header }) => header)).toEqual(columns.map(({ header }) => header.toLowerCase()));
});

describe("a row", () => {
  const headers = ["Account", "NUMBER", "issued_on", "total", "balance", "line", "reason"];
  const read = (...cells: string[]) => {
    const reader = cutOverReader(invoiceFile, headers, "USD");
    if (!reader.ok) throw new Error(reader.rejection.message);
    return reader.value(cells);
  };

  test("is read by the names of its columns, and those of a file of rejected rows are passed over", () => {
    expect(read("acme", " 1042 ", "2024-05-28", "10", "5.50", "7", "why")).toEqual({
      ok: true,
      row: { account: "acme", number: "1042", issuedOn: "2024-05-28", total: 1000, balance: 550, note: "" },
    });
  });

  test.each([
    [["acme", "", "2024-05-28", "10", "5", "", ""], "missing-value", "the row says no number"],
    [["acme", "1", "May", "10", "5", "", ""], "bad-date", "issued on: "],
    [["acme", "1", "2024-05-28", "ten", "5", "", ""], "bad-number", "total: "],
    [["acme", "1", "2024-05-28", "5", "10", "", ""], "bad-number", "balance: must not be more than the total"],
    [["acme", "1", "2024-05-28", "5", "0", "", ""], "bad-number", "balance: only open invoices"],
    [["Acme Tools", "1", "2024-05-28", "5", "5", "", ""], "bad-text", "account: an id has"],
    [["acme", "1", "2024-05-28"], "missing-column", "the row has 3 fields, the header 7"],
  ])("that cannot be read says why: %j", (cells, reason, message) => {
    expect(read(...cells)).toEqual({ ok: false, reason, message: expect.stringContaining(message) });
  });

  test("of a deliverable states day and hours of its approval, both or none", () => {
    const reader = cutOverReader(deliverableFile, ["account", "id", "name", "phase", "approved on"], "USD");
    if (!reader.ok) throw new Error(reader.rejection.message);
    expect(reader.value(["acme", "sync", "Sync", "discovery", ""])).toMatchObject({ ok: true });
    expect(reader.value(["acme", "sync", "Sync", "discovery", "2024-05-06"])).toMatchObject({ reason: "bad-number" });
  });
});
