import { FactId } from "@cimpro/domain";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { entryId, rowNames } from "./entry-id.ts";

const entry = (identity: string, externalId: string | null = null) => ({
  externalId,
  identity,
  account: "Acme",
  accountBy: "name" as const,
  deliverable: null,
  worker: "Ann",
  on: "2024-03-05",
  minutes: 60,
  note: "",
  billable: true,
  settledElsewhere: false,
});

describe("the id of an imported entry", () => {
  test("is the same on every machine, for ever", () => {
    expect(entryId("toggl", "7", "Acme", "2024-03-05")).toBe("018e0be8-f400-8f53-bd64-47d680e532da");
  });
  test("is a UUID of version 8 that begins with its date", () => {
    const days = fc.integer({ min: 0, max: 40_000 });
    fc.assert(
      fc.property(days, fc.string(), fc.string(), (day, externalId, account) => {
        const on = new Date(day * 86_400_000).toISOString().slice(0, 10);
        const id = entryId("csv", externalId, account, on);
        expect(FactId.parse(id)).toBe(id);
        expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
        expect(Number.parseInt(id.slice(0, 13).replace("-", ""), 16)).toBe(day * 86_400_000);
      }),
    );
  });
  test("changes with the source, what it calls the row, and the account", () => {
    const ids = [
      entryId("toggl", "7", "Acme", "2024-03-05"),
      entryId("clockify", "7", "Acme", "2024-03-05"),
      entryId("toggl", "8", "Acme", "2024-03-05"),
      entryId("toggl", "7", "Globex", "2024-03-05"),
      entryId("toggl", "7A", "cme", "2024-03-05"),
    ];
    expect(new Set(ids).size).toBe(ids.length);
  });
});

/** Names the rows of one file, in order. */
function externalIds(): (row: ReturnType<typeof entry>) => string | undefined {
  const names = rowNames("csv");
  return (each) => names.itemOf({ cells: [each.identity], outcome: { ok: true, entry: each } })?.externalId;
}

describe("a row without an id of its source", () => {
  test("is named by what it says and how often the file said it", () => {
    const first = externalIds();
    const names = [entry("a"), entry("a"), entry("b"), entry("a")].map(first);
    expect(new Set(names).size).toBe(4);
    const again = externalIds();
    expect([entry("a"), entry("a"), entry("b"), entry("a")].map(again)).toEqual(names);
  });
  test("keeps its name when other rows come before it", () => {
    expect(externalIds()(entry("b"))).toBe([entry("a"), entry("b")].map(externalIds()).at(1));
  });
  test("does not look at rows that have one", () => {
    expect([entry("x", "x"), entry("x", "x")].map(externalIds())).toEqual(["x", "x"]);
  });
});
