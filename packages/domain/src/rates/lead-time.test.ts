import { expect, test } from "vitest";
import { LeadTime } from "./lead-time.ts";

test("LEAD-1: a lead time is standard, expedited or rush", () => {
  expect(LeadTime.options).toEqual(["standard", "expedited", "rush"]);
  expect(LeadTime.safeParse("Rush").success).toBe(false);
});
