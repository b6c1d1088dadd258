import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FactId, Slug, slugOf } from "./id.ts";

test.each(["acme-tools", "a", "0", "a--b", "x".repeat(64)])("%s is an id", (id) => {
  expect(Slug.parse(id)).toBe(id);
});

test.each(["", "-a", "Acme", "acme tools", "acme_tools", "acmé", "a\n", "x".repeat(65)])("%j is not an id", (id) => {
  expect(Slug.safeParse(id).success).toBe(false);
});

describe("slugOf", () => {
  test.each([
    ["Acme Tools, Inc.", "acme-tools-inc"],
    ["  Müller & Söhne  ", "muller-sohne"],
    ["--Already-a-slug--", "already-a-slug"],
    ["Ａｃｍｅ", "acme"],
    ["3M", "3m"],
    [`${"Acme ".repeat(12)} and Sons`, "acme-".repeat(12).slice(0, -1)],
    ["İstanbul", "istanbul"],
  ])("%s suggests %s", (name, slug) => {
    expect(slugOf(name)).toBe(slug);
  });

  test("falls back where nothing is left", () => {
    expect(slugOf("株式会社")).toBe("account");
    expect(slugOf("!!!", "deliverable")).toBe("deliverable");
    expect(slugOf("")).toBe("account");
  });

  test("every name suggests a valid id, and an id suggests itself", () => {
    const names = fc.oneof(
      fc.string({ unit: "binary", maxLength: 300 }),
      fc.string({ unit: "grapheme", maxLength: 100 }),
      fc.stringMatching(/^[-a-zA-Z0-9 .&]{0,100}$/),
    );
    fc.assert(
      fc.property(names, (name) => {
        const slug = slugOf(name);
        expect(Slug.safeParse(slug).success).toBe(true);
        expect(slugOf(slug)).toBe(slug);
      }),
      { numRuns: 1000 },
    );
  });
});

test("the id of a fact is a UUID, written in lower case", () => {
  expect(FactId.parse("0190C3F0-7B1A-7CC2-9D3E-0123456789AB")).toBe("0190c3f0-7b1a-7cc2-9d3e-0123456789ab");
  for (const wrong of ["", "42", "0190c3f0-7b1a-7cc2-9d3e", "{0190c3f0-7b1a-7cc2-9d3e-0123456789ab}"])
    expect(FactId.safeParse(wrong).success).toBe(false);
});
