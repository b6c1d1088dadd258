import { describe, expect, test } from "vitest";
import { good, headers, reader, written } from "../../test/import-rows.ts";
import type { WrittenImportMap } from "./import-map.ts";
import type { RowOutcome } from "./import-outcome.ts";
import type { ImportSettings } from "./import-settings.ts";

describe("who pays", () => {
  const map = {
    ...written,
    columns: { ...written.columns, billable: "billable", invoiced: "invoiced", type: "type" },
    nonBillableTypes: ["Break"],
  } as const satisfies WrittenImportMap;
  const of = (billable: string, invoiced: string, type = "", settings?: ImportSettings): RowOutcome =>
    reader(map, [...headers, "billable", "invoiced", "type"], settings)([...good, billable, invoiced, type]);
  test.each([
    ["Yes", "No", "", true, false],
    ["TRUE", "", "", true, false],
    ["no", "No", "", false, false],
    ["Yes", "Yes", "", true, true],
    ["No", "Yes", "", false, false],
    ["Yes", "No", "BREAK", false, false],
  ])(
    "billable %j, invoiced %j, type %j → billable %s, settled elsewhere %s",
    (yes, invoiced, type, billable, settledElsewhere) => {
      expect(of(yes, invoiced, type)).toMatchObject({ entry: { billable, settledElsewhere } });
    },
  );
  test("what was invoiced elsewhere is billed again only when asked to", () => {
    expect(of("Yes", "Yes", "", { invoiced: "rebill" })).toMatchObject({ entry: { settledElsewhere: false } });
  });
  test("ALW-8: every billable row was, where the person who imports says so", () => {
    expect(of("Yes", "", "", { invoiced: "every-row" })).toMatchObject({ entry: { settledElsewhere: true } });
    expect(of("No", "", "", { invoiced: "every-row" })).toMatchObject({
      entry: { billable: false, settledElsewhere: false },
    });
  });
  test("a word that is neither yes nor no is not guessed at", () => {
    expect(of("perhaps", "No")).toMatchObject({
      reason: "bad-text",
      message: expect.stringContaining("billableValues"),
    });
    expect(of("Yes", "partly")).toMatchObject({ reason: "bad-text" });
  });
});
