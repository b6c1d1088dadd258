import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { cimcloudClauses, cimcloudDocuments } from "./cimcloud.ts";
import { Clause, SourceDocument } from "./clause.ts";

const counts = {
  RATE: 6,
  LEAD: 8,
  ALW: 8,
  DLV: 6,
  INV: 6,
  REQ: 4,
  PROD: 2,
  PKG: 7,
  PROC: 9,
  IMPL: 6,
  ROLE: 5,
};
const ids = cimcloudClauses.map((clause) => clause.id);
const source = new URL("../", import.meta.url);

test("every clause is there once, in order", () => {
  const expected = Object.entries(counts).flatMap(([area, count]) =>
    Array.from({ length: count }, (_, at) => `${area}-${at + 1}`),
  );
  expect(ids).toEqual(expected);
});

test("the four source documents have titles", () => {
  expect(cimcloudDocuments.map((document) => document.id)).toEqual(["S0", "S1", "S2", "S3"]);
  for (const document of cimcloudDocuments) expect(SourceDocument.parse(document)).toEqual(document);
});

describe.each(cimcloudClauses.map((clause) => [clause.id, clause] as const))("%s", (_id, clause) => {
  test("fits the schema of a clause", () => {
    expect(Clause.parse(clause)).toEqual(clause);
  });

  test("names a source document exactly when a part comes from one", () => {
    expect(clause.source !== null).toBe(clause.parts.some((part) => part.origin === "seed"));
    if (clause.source !== null)
      expect(cimcloudDocuments.map((document) => document.id)).toContain(clause.source.document);
  });

  test("says what the source says before what was decided, in full sentences", () => {
    const origins = clause.parts.map((part) => part.origin);
    expect(origins).toEqual(origins.toSorted().toReversed());
    for (const { text } of clause.parts) expect(text).toMatch(/^[A-Z].*\.$/);
  });
});

test("every clause that the domain cites is there", () => {
  const files = readdirSync(source, { recursive: true, encoding: "utf8" }).filter((name) =>
    /(?<!\.test)\.ts$/.test(name),
  );
  const cited = files.flatMap((name) => {
    const code = readFileSync(new URL(name.replaceAll("\\", "/"), source), "utf8");
    return [...code.matchAll(/\b(?:RATE|LEAD|ALW|DLV|INV|REQ|PROD|PKG|PROC|IMPL|ROLE)-[1-9]\d?\b/g)].map(([id]) => id);
  });
  expect(cited).toContain("RATE-5");
  expect(cited.filter((id) => !ids.includes(id))).toEqual([]);
});
