import { describe, expect, test } from "vitest";
import { asPhaseEstimate } from "./phase-estimate.ts";

describe("asPhaseEstimate", () => {
  test.each([
    ["discovery=4h", { phase: "discovery", minutes: 240 }],
    ["technical-planning=1h30", { phase: "technical-planning", minutes: 90 }],
    ["testing=0m", { phase: "testing", minutes: 0 }],
  ])("%s", (text, estimate) => {
    expect(asPhaseEstimate(text)).toEqual(estimate);
  });
  test.each(["discovery", "=4h", "discovery=4", "discovery=soon"])("%s is none", (text) => {
    expect(() => asPhaseEstimate(text)).toThrow();
  });
});
