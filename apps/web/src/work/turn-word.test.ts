import { expect, test } from "vitest";
import { turnWord } from "./turn-word.ts";

const open = { state: "open", outcome: null } as const;
const next = (whose: "theirs" | "ours" | "product") => ({ whose, what: "Answer", since: null });

test.each([
  [{ ...open, next: next("theirs") }, "Your turn"],
  [{ ...open, next: next("ours") }, "Our turn"],
  [{ ...open, next: next("product") }, "The product team's turn"],
  [{ ...open, next: null }, undefined],
  [{ state: "closed", outcome: null, next: null }, "Completed"],
  [{ state: "closed", outcome: "cancelled", next: null }, "Cancelled"],
] as const)("a piece of work says whose turn it is, or how it ended (%#)", (work, word) => {
  expect(turnWord(work)?.word).toBe(word);
});
