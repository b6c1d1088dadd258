import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const source = join(import.meta.dirname, "..");

/** Tables that are no rows of data, and why each needs no export. */
const withoutExport: Readonly<Record<string, string>> = {
  "approve/meaning.tsx": "before and after of one decision, side by side",
  "cover-bar/cover-table.tsx": "the legend of a bar",
  "invoices/invoice-settlement.tsx": "one sum, from the total to what is left to pay; payments and credits have lists",
  "policy/premiums.tsx": "two settings, which the table of all settings exports",
  "time/week-sheet.tsx": "a form: the entries behind it are exported by the account's list",
  "why/fact-rows.tsx": "the steps of one calculation",
};

test("every table of data can be saved as CSV", () => {
  const missing = globSync("**/*.tsx", { cwd: source }).filter((file) => {
    const text = readFileSync(join(source, file), "utf8");
    const tables = text.match(/<(?:DataTable|Table|table)(?=[\s<>])/g)?.length ?? 0;
    const exports = text.match(/\bfileName=/g)?.length ?? 0;
    return tables > exports;
  });
  expect(missing.toSorted()).toEqual(Object.keys(withoutExport));
});
