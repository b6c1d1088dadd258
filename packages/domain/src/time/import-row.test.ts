import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { good, headers, reader, reason, withCell, written } from "../../test/import-rows.ts";
import { ImportMap } from "./import-map.ts";
import { ImportItem } from "./import-outcome.ts";
import { rowReader } from "./import-row.ts";
import type { ImportSettings } from "./import-settings.ts";

test("a row is the time it states, in our words", () => {
  expect(reader(written)(good)).toEqual({
    ok: true,
    entry: {
      externalId: "7",
      identity: "7",
      account: "Acme",
      accountBy: "name",
      deliverable: "Portal",
      worker: "Ann",
      on: "2011-09-16",
      minutes: 8,
      note: "Review",
      billable: true,
      settledElsewhere: false,
    },
  });
});

describe("the first reason why not", () => {
  test.each([
    ["start", "\\N", "bad-date"],
    ["start", "", "bad-date"],
    ["start", "2/30/2024 9:00", "bad-date"],
    ["start", "1/1/2024 25:00", "bad-date"],
    ["start", "12/31/1969 9:00", "before-1970"],
    ["start", "1/1/1970 0:00", "taken in"],
    ["minutes", "0", "zero-minutes"],
    ["minutes", "1440", "taken in"],
    ["minutes", "1441", "over-a-day"],
    ["minutes", "1e400", "bad-number"],
    ["minutes", "-8", "bad-number"],
    ["minutes", "", "bad-number"],
    ["client", "  ", "no-account"],
    ["person", "", "missing-column"],
    ["id", "", "missing-column"],
    ["project", "", "taken in"],
    ["note", "nul \0", "bad-text"],
    ["note", "half \ud800", "bad-text"],
    ["client", "a\u0007b", "bad-text"],
  ])("%s %j: %s", (header, cell, expected) => {
    expect(reason(reader(written)(withCell(header, cell)))).toBe(expected);
  });
  test.each([
    ["note", 10_000, "taken in"],
    ["note", 10_001, "bad-text"],
    ["note", 1_000_000, "bad-text"],
    ["client", 200, "taken in"],
    ["client", 201, "bad-text"],
    ["minutes", 1_000_000, "bad-number"],
  ])("%s of %i letters: %s", (header, letters, expected) => {
    expect(reason(reader(written)(withCell(header, "x".repeat(letters))))).toBe(expected);
  });
  test("too few fields, or too many, say how many", () => {
    expect(reader(written)(good.slice(0, 5))).toMatchObject({
      reason: "missing-column",
      message: expect.stringContaining("5 fields, the header 7"),
    });
    expect(reason(reader(written)([...good, "stray"]))).toBe("missing-column");
    expect(reason(reader(written)([]))).toBe("missing-column");
  });
  test("a row may end before its last, empty columns, where neither money nor its name hangs on them", () => {
    expect(reader(written)(good.slice(0, 6))).toMatchObject({ ok: true, entry: { minutes: 8, note: "" } });
    const billed = { ...written, columns: { ...written.columns, billable: "bill" } };
    expect(reason(reader(billed, [...headers, "bill"])(good))).toBe("missing-column");
  });
  test("blank fields too many are nothing", () => {
    expect(reason(reader(written)([...good, "", " "]))).toBe("taken in");
  });
});

test("columns are found by name, whatever the case, space and place", () => {
  const read = reader(written, [" NOTE", "Minutes ", "start", "other", "person", "project", "client", "Id"]);
  expect(read(["Review", "8", "9/16/2011 3:03", "?", "Ann", "Portal", "Acme", "7"])).toEqual(reader(written)(good));
});

describe("a file that lacks what the map needs is refused as a whole", () => {
  const refusal = (fileHeaders: readonly string[], settings: ImportSettings = {}): string => {
    const map = ImportMap.parse(written);
    const read = map.format === "csv" ? rowReader(map, fileHeaders, settings) : null;
    return read === null || read.ok ? "" : read.rejection.message;
  };
  test("a missing column is named, with those there are", () => {
    expect(refusal(headers.filter((name) => name !== "start"))).toBe(
      'columns.date: the file has no column "start"; its first line has "id", "client", "project", "person", "minutes", "note"',
    );
  });
  test("two columns of one name could be either", () => {
    expect(refusal([...headers, "Note"])).toContain('columns.note: the file has two columns "note"');
  });
  test("an account or worker from outside does in place of a column", () => {
    const fewer = headers.filter((name) => name !== "client" && name !== "person");
    expect(refusal(fewer)).toContain("columns.account");
    expect(refusal(fewer, { account: "acme", worker: "Ann" })).toBe("");
  });
});

describe("what the importer adds", () => {
  test("the account is for rows without a client only", () => {
    const read = reader(written, headers, { account: "house" });
    expect(read(withCell("client", ""))).toMatchObject({ entry: { account: "house" } });
    expect(read(good)).toMatchObject({ entry: { account: "Acme" } });
  });
  test("the worker is not put in place of one that a row forgot", () => {
    expect(reason(reader(written, headers, { worker: "Bob" })(withCell("person", "")))).toBe("missing-column");
  });
});

describe("rows without an id of their source", () => {
  const { externalId: _, ...columns } = written.columns;
  const identity = (record: readonly string[]): string => {
    const outcome = reader({ ...written, columns: { ...columns, billable: { names: ["paid"], optional: true } } }, [
      ...headers,
      "paid",
    ])(record);
    return outcome.ok ? outcome.entry.identity : "";
  };
  test("are told apart by what they say", () => {
    const all = ["client", "project", "person", "start", "minutes", "note"].map((name) =>
      identity([...withCell(name, name === "start" ? "9/16/2011 3:04" : name === "minutes" ? "9" : "other"), "yes"]),
    );
    expect(new Set([identity([...good, "yes"]), ...all]).size).toBe(7);
  });
  test("are the same row when only their billing changed", () => {
    expect(identity([...good, "yes"])).toBe(identity([...good, "no"]));
  });
});

test("any record at all is taken in as something that can be sent, or refused with a reason and a sentence", () => {
  const read = reader(written);
  const cell = fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom(...good));
  fc.assert(
    fc.property(fc.array(cell, { maxLength: 9 }), (record) => {
      const outcome = read(record);
      const id = "00000000-0000-8000-8000-000000000000";
      if (outcome.ok) {
        const { identity: _, ...entry } = outcome.entry;
        expect(ImportItem.safeParse({ ...entry, id, source: "csv" }).success).toBe(true);
      } else {
        expect(outcome.message).not.toBe("");
      }
    }),
  );
});
