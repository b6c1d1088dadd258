import { describe, expect, test } from "vitest";
import { wait } from "../../test/lead-time-records.ts";
import { checkWait, type DeliverableWait } from "./wait.ts";

const march = (day: number): string => `2024-03-${String(day).padStart(2, "0")}`;
const today = march(20);
const settled = { deliverable: "sync", state: "confirmed", deliveredOn: march(14) };
const code = (now: DeliverableWait, before: DeliverableWait | null, at: typeof settled | null = null) => {
  const checked = checkWait(now, before, { today, settled: at });
  return checked.ok ? "may be" : checked.rejection.code;
};

describe("checkWait", () => {
  test.each<[string, DeliverableWait, string]>([
    ["begins in the past and lasts", wait("client", march(5), null), "may be"],
    ["ends on the day it began", wait("client", march(5), march(5)), "may be"],
    ["may not end before it began", wait("client", march(5), march(4)), "WAIT_ENDS_BEFORE_START"],
    ["may not begin after today", wait("client", march(21), null), "DATED_AFTER_TODAY"],
    ["may not end after today", wait("client", march(5), march(21)), "DATED_AFTER_TODAY"],
  ])("LEAD-6: a wait %s", (_what, now, expected) => {
    expect(code(now, null)).toBe(expected);
  });

  test.each<[string, DeliverableWait, DeliverableWait | null, string]>([
    ["no new wait before the delivery", wait("client", march(12), null), null, "PREMIUM_SETTLED"],
    ["a new wait from the delivery on", wait("client", march(14), null), null, "may be"],
    ["an end after the delivery", wait("client", march(5), march(15)), wait("client", march(5), null), "may be"],
    ["no end before it", wait("client", march(5), march(13)), wait("client", march(5), null), "PREMIUM_SETTLED"],
    ["no other beginning", wait("client", march(6), march(8)), wait("client", march(5), march(8)), "PREMIUM_SETTLED"],
  ])("LEAD-8: once the premium is settled: %s", (_what, now, before, expected) => {
    expect(code(now, before, settled)).toBe(expected);
  });
});
