import { expect, test } from "vitest";
import { giversInWords } from "./giver-words.ts";

test("a customer's people are called theirs when they read it", () => {
  expect(giversInWords(["program-manager", "customer"])).toBe(
    "the customer's program manager or the customer's people",
  );
  expect(giversInWords(["program-manager", "developer"], "customer")).toBe("your program manager or a developer");
});
