import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Name, Note, text } from "./text.ts";

describe("text", () => {
  test("refuses NUL and lone surrogates, which not every database stores alike", () => {
    for (const wrong of ["a\0b", "\0", "\ud800", "a\udc00", "\udc00\ud800"])
      expect(text(10).safeParse(wrong).error?.issues[0]?.message).toBe(
        "text must be well-formed Unicode without NUL characters",
      );
  });

  test("keeps everything else as it is, to the stated length", () => {
    for (const right of ["", "  a ", "line\nline", "😀", "naïve", "\u200f"]) expect(text(10).parse(right)).toBe(right);
    expect(text(3).safeParse("abcd").success).toBe(false);
  });

  test("accepts exactly the well-formed strings without NUL", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 50 }), (value) => {
        expect(text(200).safeParse(value).success).toBe(!value.includes("\0"));
      }),
    );
  });
});

describe("Name", () => {
  test("is trimmed", () => {
    expect(Name.parse("  Acme Tools ")).toBe("Acme Tools");
  });

  test("is not blank, too long or malformed", () => {
    for (const wrong of ["", "   ", "\t\n", "x".repeat(201), "a\0", "\ud800"])
      expect(Name.safeParse(wrong).success).toBe(false);
  });

  test("has no control characters of either range", () => {
    for (const wrong of ["a\nb", "a\u0007b", "a\u007fb", "a\u0085b", "a\u009bb"])
      expect(Name.safeParse(wrong).error?.issues[0]?.message).toBe("a name has no control characters");
  });
});

test("a note may have lines", () => {
  expect(Note.parse("one\ntwo")).toBe("one\ntwo");
  expect(Note.safeParse("x".repeat(10_001)).success).toBe(false);
});
