import { describe, expect, test } from "vitest";
import { cimcloudProcess as terms } from "../policy/cimcloud-process.ts";
import { beginProcess, type PhaseEvent } from "./phase-history.ts";
import {
  beginPhaseRecord,
  daysBeforePlannedEnd,
  daysInPhase,
  earliestMove,
  inPhaseSince,
  isOver,
  PhaseRecord,
  stabilizationDaysOf,
  withPhaseEvents,
  withStabilizationDays,
} from "./phase-record.ts";

const begun = beginPhaseRecord({ account: "acme", id: "shop", on: "2024-06-03" }, 1, beginProcess(terms));
const moved = (from: string, to: string, on: string): PhaseEvent => ({
  type: "advanced",
  from,
  to,
  person: "Cora",
  on,
});
const back = (from: string, to: string, on: string): PhaseEvent => ({
  ...{ type: "went-back", from, to, person: "Cora", on, reason: "a gap", outdates: [] },
});
const live = withPhaseEvents(begun, [moved("deployment", "stabilization", "2024-07-01")], terms);

describe("the record of a deliverable's phases", () => {
  test("begins in the first phase and fits its schema", () => {
    expect(begun).toMatchObject({ phase: "discovery", evidence: [], moves: [], stabilizationEndsOn: null });
    expect(PhaseRecord.parse(JSON.parse(JSON.stringify(begun)))).toEqual(begun);
  });

  test("PROC-7: says since when it is in its phase, and how it came there", () => {
    expect([inPhaseSince(begun), daysInPhase(begun, "2024-06-10")]).toEqual(["2024-06-03", 7]);
    expect([inPhaseSince(live), daysInPhase(live, "2024-07-01")]).toEqual(["2024-07-01", 0]);
    const again = withPhaseEvents(live, [back("stabilization", "deployment", "2024-07-03")], terms, "paid tomorrow");
    expect(again.moves).toMatchObject([
      { type: "advanced", reason: null, override: null },
      { type: "went-back", reason: "a gap", override: "paid tomorrow" },
    ]);
    const unknown = { ...begun, beganOn: null };
    expect([inPhaseSince(unknown), daysInPhase(unknown, "2024-06-10"), earliestMove(unknown)]).toEqual([
      null,
      null,
      null,
    ]);
  });

  test("PROC-6: stabilization ends the planned days after it began, the policy's unless planned otherwise", () => {
    expect(live.stabilizationEndsOn).toBe("2024-07-15");
    expect(withStabilizationDays(live, 30, terms).stabilizationEndsOn).toBe("2024-07-31");
    const early = withStabilizationDays(begun, 3, terms);
    expect([early.stabilizationEndsOn, stabilizationDaysOf(early, terms), stabilizationDaysOf(begun, terms)]).toEqual([
      null,
      3,
      14,
    ]);
    expect(
      withPhaseEvents(early, [moved("deployment", "stabilization", "2024-07-01")], terms).stabilizationEndsOn,
    ).toBe("2024-07-04");
  });

  test("PROC-6: gone back it has no end; begun again it counts anew; in support the end stays on record", () => {
    const gone = withPhaseEvents(live, [back("stabilization", "deployment", "2024-07-03")], terms);
    expect(gone.stabilizationEndsOn).toBeNull();
    expect(withPhaseEvents(gone, [back("deployment", "testing", "2024-07-04")], terms).stabilizationEndsOn).toBeNull();
    const again = withPhaseEvents(gone, [moved("deployment", "stabilization", "2024-07-08")], terms);
    expect(again.stabilizationEndsOn).toBe("2024-07-22");
    const over = withPhaseEvents(again, [moved("stabilization", "support", "2024-07-23")], terms);
    expect([over.stabilizationEndsOn, isOver(over, terms), isOver(again, terms)]).toEqual(["2024-07-22", true, false]);
  });

  test("PROC-7: leaving stabilization before its planned days says so and keeps the reason", () => {
    const leave = (on: string, reason?: string): PhaseEvent => ({
      ...{ type: "advanced", from: "stabilization", to: "support", person: "Cora", on },
      ...(reason === undefined ? {} : { reason }),
    });
    const ended = { condition: "stabilization-ended", by: "coordinator" as const, person: "Cora", on: "2024-07-05" };
    const stated = withPhaseEvents(
      live,
      [{ type: "evidence-given", evidence: { ...ended, what: "Quiet since the launch" }, outdates: [] }],
      terms,
    );
    const last = (event: PhaseEvent) => withPhaseEvents(stated, [event], terms).moves.at(-1);
    expect(last(leave("2024-07-05"))).toMatchObject({ daysEarly: 10, reason: "Quiet since the launch" });
    expect(last(leave("2024-07-14", "They asked for it"))).toMatchObject({ daysEarly: 1, reason: "They asked for it" });
    expect(last(leave("2024-07-15"))).toEqual({
      ...{ type: "advanced", from: "stabilization", to: "support", person: "Cora", on: "2024-07-15" },
      ...{ reason: null, override: null },
    });
    expect(daysBeforePlannedEnd(live, "2024-07-01", terms)).toBe(14);
    expect(daysBeforePlannedEnd(begun, "2024-07-01", terms)).toBeNull();
    // Stabilization is what the process says it is, not a place among its phases.
    const without = { ...terms, stabilizationPhase: null };
    const other = withPhaseEvents(begun, [moved("deployment", "stabilization", "2024-07-01")], without);
    expect([other.stabilizationEndsOn, daysBeforePlannedEnd(other, "2024-07-01", without)]).toEqual([null, null]);
  });

  test("cannot have moved before what it rests on", () => {
    const evidence = { condition: "sow-approved", by: "program-manager" as const, person: "Pam", what: "yes" };
    const stated = withPhaseEvents(
      begun,
      [{ type: "evidence-given", evidence: { ...evidence, on: "2024-06-07" }, outdates: [] }],
      terms,
    );
    expect([earliestMove(begun), earliestMove(stated), earliestMove(live)]).toEqual([
      "2024-06-03",
      "2024-06-07",
      "2024-07-01",
    ]);
  });
});
