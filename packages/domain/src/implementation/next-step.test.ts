import { expect, test } from "vitest";
import { defaultPolicy } from "../policy/cimcloud.ts";
import { nextStep } from "./next-step.ts";
import { PlanRequest, planImplementation } from "./plan.ts";

const terms = defaultPolicy.implementation;
const nextAfter = (done: Record<string, string>, today = "2024-03-04") => {
  const request = PlanRequest.parse({ orderedOn: "2024-03-04", done, today });
  const planned = planImplementation(request, terms);
  if (!planned.ok) throw new Error(planned.rejection.message);
  return nextStep(planned.value.steps, done)?.id ?? null;
};

test("IMPL-4: the next step is the one that ends first, the earlier in the source of two that end alike", () => {
  expect(nextAfter({})).toBe("S1.1");
  expect(nextAfter({ "S1.1": "2024-03-08" })).toBe("S1.2");
});

test("IMPL-4: a step that needs another comes after it, even where it was to start long ago", () => {
  expect(nextAfter({ "S1.1": "2024-03-08" }, "2024-05-01")).toBe("S1.2");
  expect(nextAfter({ "S1.1": "2024-03-08", "S1.2": "2024-03-10" })).toBe("S1.3");
});

test("IMPL-5: work without an end comes once all that has one is done, and after the last there is none", () => {
  const connected = {
    ...{ "S1.1": "2024-03-08", "S1.2": "2024-03-08", "S1.3": "2024-03-20" },
    ...{ "S1.4": "2024-04-05", "S1.5": "2024-04-05" },
  };
  expect(nextAfter(connected, "2024-04-08")).toBe("S2.5");
  const live = { ...connected, "S2.5": "2024-07-01" };
  expect(nextAfter(live, "2024-07-01")).toBe("S3.6");
  expect(nextAfter({ ...live, "S3.6": "2024-08-01" }, "2024-08-01")).toBeNull();
});
