import { expect, test } from "vitest";
import { TraceStep } from "./trace.ts";

test("a step names its clause, what was done and the figures, all whole numbers", () => {
  const step = {
    clause: "RATE-2",
    what: "Standard rate",
    minutes: 60,
    ratePerHour: 23_500,
    amount: 23_500,
    facts: { on: "2024-01-01" },
  };
  expect(TraceStep.parse(step)).toEqual(step);
  expect(TraceStep.safeParse({ ...step, amount: 0.5 }).success).toBe(false);
});

test("a step without figures is a step", () => {
  expect(TraceStep.parse({ clause: "REQ-2", what: "A wish" })).toEqual({ clause: "REQ-2", what: "A wish" });
});
