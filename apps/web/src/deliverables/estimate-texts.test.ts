import { expect, test } from "vitest";
import { estimatesIn, estimateTexts, faultsOfEstimateTexts } from "./estimate-texts.ts";

test("DLV-2: estimates come back from a form as they went in, and an empty phase has none", () => {
  const estimates = [
    { phase: "discovery", minutes: 90 },
    { phase: "implementation", minutes: 600 },
  ];
  expect(estimatesIn({ ...estimateTexts(estimates), testing: " " })).toEqual(estimates);
});
test("a bare number is hours", () =>
  expect(estimatesIn({ testing: "2" })).toEqual([{ phase: "testing", minutes: 120 }]));
test("what is no duration is said at its phase", () => {
  expect(Object.keys(faultsOfEstimateTexts({ discovery: "2h", testing: "soon" }))).toEqual(["estimates.testing"]);
  expect(estimatesIn({ testing: "soon" })).toEqual([]);
});
