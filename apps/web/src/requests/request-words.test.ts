import { expect, test } from "vitest";
import { followUpWords, isUndecided } from "./request-words.ts";

const asked = {
  state: "submitted",
  followedUpOn: null,
  acceptance: null,
  decidedOn: null,
  followUp: {
    state: "on-time",
    running: true,
    businessDays: 1,
    amberFrom: "2025-06-05",
    dueOn: "2025-06-05",
    lateFrom: "2025-06-06",
    clauses: ["REQ-1"],
  },
} as const;
const today = "2025-06-03";

test("REQ-1: a request says by when it is followed up, and when that is late", () => {
  expect(followUpWords(asked, today)).toBe("We follow up by Thu 5 Jun at the latest.");
  expect(followUpWords({ ...asked, followUp: { ...asked.followUp, state: "late" } }, today)).toBe(
    "Our follow-up was due Thu 5 Jun and is late.",
  );
  expect(followUpWords({ ...asked, state: "followed-up", followedUpOn: "2025-06-03" }, today)).toBe(
    "We came back to you on Tue 3 Jun.",
  );
});

test("REQ-4: a decided request says what became of it, and can no longer be taken back", () => {
  const accepted = {
    ...asked,
    state: "accepted",
    decidedOn: "2025-06-03",
    acceptance: { as: "deliverable", reference: "portal" },
  } as const;
  expect(followUpWords(accepted, today)).toBe("Became a piece of work on Tue 3 Jun.");
  expect([asked, accepted].map(isUndecided)).toEqual([true, false]);
});
