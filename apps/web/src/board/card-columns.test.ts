import { expect, test } from "vitest";
import type { BoardCard } from "../api/answers.ts";
import { csvOf } from "../data-table/csv.ts";
import { cardColumns } from "./card-columns.ts";

const card: BoardCard = {
  ...{ account: "acme", accountName: "Acme", deliverable: "sync", name: "Price sync", phase: "testing" },
  ...{ phaseTitle: "Testing", since: "2025-01-01", daysInPhase: 3, estimatedMinutes: 600, workedMinutes: 90 },
  ...{ stabilizationEndsOn: null, leadTime: "rush" },
  blocker: {
    stopped: true,
    waits: [{ whose: "client", from: "2025-01-02", what: "Answer" }],
    missing: 2,
    nextCondition: "Final approval",
  },
};
const ready = { ...card, leadTime: null, blocker: { stopped: false, waits: [], missing: 0, nextCondition: null } };

test("the export of the board says where each card is, what was worked, and all that holds it up", () => {
  expect(csvOf([card, ready], cardColumns()).split("\r\n")).toEqual([
    "\uFEFFPhase,Account,Deliverable,Name,Days in phase,Worked minutes,Estimated minutes,Lead time,Blocker",
    'Testing,Acme,sync,Price sync,3,90,600,rush,"stopped; waits for customer: Answer; 2 missing: Final approval"',
    "Testing,Acme,sync,Price sync,3,90,600,,",
    "",
  ]);
});
