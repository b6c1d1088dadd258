import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { likenessOf, personMeant } from "./same-person.ts";

const names = (a: string, b: string) => likenessOf({ person: a }, { person: b });

test.each([
  ["Dana Cooper", "dana  cooper", "same"],
  ["Dana Cooper", "Cooper, Dana", "same"],
  ["Zoë Müller", "Zoe Muller", "same"],
  ["Dana Cooper", "D. Cooper", "unclear"],
  ["Dana Cooper", "Dana C.", "unclear"],
  ["Dana Cooper", "Dana", "unclear"],
  ["Dana Cooper", "DC", "unclear"],
  ["Dana Cooper", "Dana M. Cooper", "unclear"],
  ["Dana Cooper", "Dana Coper", "unclear"],
  ["Dana Cooper", "Dnaa Cooper", "unclear"],
  ["Dana Cooper", "David Cooper", "other"],
  ["Dana Cooper", "Dana Fox", "other"],
  ["Dan", "Eve", "other"],
  ["Developer A", "Developer B", "other"],
  ["Dev 1", "Dev 10", "other"],
  ["Dana Fox", "Dana Cox", "other"],
  ["Dana Cooper", "Dana Hooper", "other"],
] as const)("without identities %s and %s are %s", (a, b, likeness) => {
  expect(names(a, b)).toBe(likeness);
  expect(names(b, a)).toBe(likeness);
});

describe("who is known is told apart by identity", () => {
  test("two of one name are two, one of two spellings is one", () => {
    expect(likenessOf({ person: "Jo Ray", identity: "user:1" }, { person: "Jo Ray", identity: "user:2" })).toBe(
      "other",
    );
    expect(likenessOf({ person: "Jo Ray", identity: "user:1" }, { person: "J.", identity: "user:1" })).toBe("same");
  });

  const known = [
    { identity: "user:1", name: "Dana Cooper" },
    { identity: "user:2", name: "David Cooper" },
    { identity: "user:3", name: "Eve Stone" },
  ];
  test.each([
    ["Dana Cooper", "user:1"],
    ["cooper, dana", "user:1"],
    ["E. Stone", "user:3"],
    ["Eve", "user:3"],
  ])("%s is meant to be %s", (said, identity) =>
    expect(personMeant(said, known)).toMatchObject({ kind: "known", person: { identity } }),
  );
  test("what two may be is not guessed, and a slip is asked about", () => {
    expect(personMeant("D. Cooper", known)).toEqual({ kind: "unclear", candidates: ["Dana Cooper", "David Cooper"] });
    expect(personMeant("Eve Stome", known)).toEqual({ kind: "unclear", candidates: ["Eve Stone"] });
    expect(personMeant("Frank Lee", known)).toEqual({ kind: "new" });
  });
});

test("a name is itself, and likeness goes both ways", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", minLength: 1 }), fc.string({ minLength: 1 }), (a, b) => {
      expect(names(a, a)).toBe("same");
      expect(names(a, b)).toBe(names(b, a));
    }),
  );
});
