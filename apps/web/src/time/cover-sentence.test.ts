import { expect, test } from "vitest";
import { coverSentence } from "./cover-sentence.ts";

const entry = { billable: true };

test("what an allowance covers and what it does not are told apart", () =>
  expect(
    coverSentence({ entry, cover: { deposit: 0, allowance: [{ allowance: "a", minutes: 60 }], open: 30, held: 0 } }),
  ).toBe("1 h from the allowance, 30 m to be invoiced"));
test("one place needs no figures", () =>
  expect(coverSentence({ entry, cover: { deposit: 0, allowance: [], open: 30, held: 0 } })).toBe("all to be invoiced"));
test("time that is not billable goes nowhere", () =>
  expect(coverSentence({ entry: { billable: false }, cover: { deposit: 0, allowance: [], open: 0, held: 0 } })).toBe(
    "not billable",
  ));
