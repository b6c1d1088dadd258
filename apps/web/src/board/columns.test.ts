import { expect, test } from "vitest";
import type { BoardCard } from "../api/answers.ts";
import { cardOfKey, columnsOf, isHeldUp, keyOf, shownCards } from "./columns.ts";

const card = (deliverable: string, changes: Partial<BoardCard> = {}): BoardCard => ({
  ...{ account: "acme", accountName: "Acme", deliverable, name: deliverable, phase: "discovery" },
  ...{ phaseTitle: "Discovery", since: null, daysInPhase: null, estimatedMinutes: 0, workedMinutes: 0 },
  ...{ stabilizationEndsOn: null, leadTime: null },
  blocker: { stopped: false, waits: [], missing: 0, nextCondition: null },
  ...changes,
});
const waiting = { stopped: false, waits: [{ whose: "client", from: "2025-01-01", what: "Answer" }] as const };
const phases = [
  { id: "discovery", title: "Discovery" },
  { id: "testing", title: "Testing" },
];

test("PROC-1: cards stand under their phases, in the order of the process; a dropped phase stands last", () => {
  const cards = [card("one"), card("two", { phase: "old", phaseTitle: "Old" }), card("three", { phase: "old" })];
  const columns = columnsOf(phases, cards);
  expect(columns.map(({ phase, cards: own }) => [phase, own.length])).toEqual([
    ["discovery", 1],
    ["testing", 0],
    ["old", 2],
  ]);
});

test("a missing condition is ordinary, a wait or a stoppage holds the work up", () => {
  expect(isHeldUp(card("one", { blocker: { ...waiting, waits: [], missing: 3, nextCondition: "Plan" } }))).toBe(false);
  expect(isHeldUp(card("one", { blocker: { ...waiting, missing: 0, nextCondition: null } }))).toBe(true);
});

test("filters leave the cards of an account, and those held up", () => {
  const cards = [card("one"), card("two", { account: "globex" })];
  expect(shownCards(cards, { account: "globex" }).map(({ deliverable }) => deliverable)).toEqual(["two"]);
  expect(shownCards(cards, { blocked: true })).toEqual([]);
});

test("a card is named in the address", () => {
  expect(cardOfKey(keyOf(card("sync")))).toEqual({ account: "acme", deliverable: "sync" });
  expect(cardOfKey("nothing")).toBeNull();
});
