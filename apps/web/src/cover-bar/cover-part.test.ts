import { expect, test } from "vitest";
import { type CoverPart, shadeOf, shownParts } from "./cover-part.ts";

const part = (kind: CoverPart["kind"], minutes: number, label: string = kind): CoverPart => ({ kind, minutes, label });

test("parts stand in the order of the waterfall, empty ones are left out", () => {
  const parts = [part("held", 15), part("open", 30), part("invoiced", 60), part("deposit", 0), part("allowance", 90)];
  expect(shownParts(parts).map(({ kind }) => kind)).toEqual(["allowance", "invoiced", "open", "held"]);
});

test("each grant of a bar has a shade of its own", () => {
  const grants = [part("allowance", 60, "August"), part("allowance", 60, "October")];
  expect(grants.map((grant) => shadeOf(grants, grant))).toEqual([0, 1]);
});

test("the parts of one grant share its shade", () => {
  const closed = { ...part("allowance", 60, "August"), grant: "a" };
  const pending = { ...part("allowance", 30, "August, not closed yet"), grant: "a" };
  const other = { ...part("allowance", 30, "October"), grant: "b" };
  expect([closed, pending, other].map((each) => shadeOf([closed, pending, other], each))).toEqual([0, 0, 1]);
});
