import { expect, test } from "vitest";
import { timerFrom } from "./running-timer.ts";

test("a timer is read back as it was kept", () => {
  const timer = { account: "acme", deliverable: null, startedAt: 1_700_000_000_000 };
  expect(timerFrom(JSON.stringify(timer))).toEqual(timer);
});

test.each([undefined, "", "null", "{", '{"account":"acme"}', '{"account":"<b>","deliverable":null,"startedAt":1}'])(
  "nothing runs where %j was kept",
  (kept) => expect(timerFrom(kept)).toBeNull(),
);
