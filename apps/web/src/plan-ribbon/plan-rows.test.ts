import { addDays, defaultPolicy, planImplementation } from "@cimpro/domain";
import { expect, test } from "vitest";
import { ribbonOf } from "./plan-rows.ts";

const orderedOn = "2025-03-03";
const terms = defaultPolicy.implementation;
const ribbon = (done: Record<string, string> = {}, today = orderedOn) => {
  const plan = planImplementation({ orderedOn, connect: "select", project: "first", changed: [], done, today }, terms);
  if (!plan.ok) throw new Error(plan.rejection.message);
  return ribbonOf(plan.value, terms, { orderedOn, done, today });
};

test("the ribbon shows the weeks to Connected and a little of what follows, and every step has a row", () => {
  const { weeks, rows } = ribbon();
  expect(weeks.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  expect(weeks[1]?.start).toBe(addDays(orderedOn, 7));
  expect(rows.map(({ step }) => step.id)).toEqual(["S1.1", "S1.2", "S1.3", "S1.4", "S1.5", "S2.5", "S3.6"]);
});

test("spans lie within the ribbon, and what has no end reaches it", () => {
  for (const { target, forecast } of ribbon({ "S1.2": "2025-03-30" }).rows)
    for (const { from, size, open } of [target, forecast]) {
      expect(from).toBeGreaterThanOrEqual(0);
      expect(from + size).toBeLessThanOrEqual(1.000001);
      if (open) expect(from + size).toBeCloseTo(1);
    }
});

test("today stands on the ribbon while it lies in the weeks shown", () => {
  const { today, weeks } = ribbon({}, addDays(orderedOn, 7));
  expect(today).toBeCloseTo(weeks[1]?.at ?? 0);
  expect(ribbon({}, addDays(orderedOn, -1)).today).toBeNull();
});
