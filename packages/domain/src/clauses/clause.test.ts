import { expect, test } from "vitest";
import { Clause } from "./clause.ts";

const clause = {
  id: "RATE-1",
  title: "Time is what is sold",
  source: { document: "S0", section: "Hourly Rates" },
  parts: [{ origin: "seed", text: "Only time is sold." }],
  settings: ["rateCard"],
};

test("a clause is a numbered rule with parts of known origin", () => {
  expect(Clause.parse(clause)).toEqual(clause);
  expect(Clause.parse({ ...clause, source: null }).source).toBeNull();
});

test.each([
  ["an id in lower case", { id: "rate-1" }],
  ["an id without a number", { id: "RATE" }],
  ["no title", { title: "" }],
  ["no parts", { parts: [] }],
  ["an empty part", { parts: [{ origin: "seed", text: "" }] }],
  ["a part of unknown origin", { parts: [{ origin: "theirs", text: "So it is." }] }],
  ["no word on its source", { source: undefined }],
])("%s is malformed", (_what, change) => {
  expect(Clause.safeParse({ ...clause, ...change }).success).toBe(false);
});
