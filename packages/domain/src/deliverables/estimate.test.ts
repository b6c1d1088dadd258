import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { estimateAgainstActual } from "./estimate.ts";

const phases = ["discovery", "implementation", "testing"];
const day = (at: number): string => `2024-03-${String(at).padStart(2, "0")}`;

describe("estimateAgainstActual", () => {
  test("DLV-1: a day belongs to the phase in which it began, also the one on which the work moved on", () => {
    const answer = estimateAgainstActual({
      phases,
      estimates: [
        { phase: "discovery", minutes: 60 },
        { phase: "implementation", minutes: 300 },
      ],
      worked: [
        { on: day(1), minutes: 30 },
        { on: day(4), minutes: 60 },
        { on: day(5), minutes: 120 },
        { on: day(8), minutes: 15 },
      ],
      moves: [
        { to: "implementation", on: day(4) },
        { to: "testing", on: day(7) },
      ],
    });
    expect(answer).toEqual({
      phases: [
        { phase: "discovery", estimatedMinutes: 60, actualMinutes: 90 },
        { phase: "implementation", estimatedMinutes: 300, actualMinutes: 120 },
        { phase: "testing", estimatedMinutes: 0, actualMinutes: 15 },
      ],
      estimatedMinutes: 360,
      actualMinutes: 225,
      overMinutes: -135,
    });
  });

  test("work that went back adds to the phase it went back to", () => {
    const moves = [
      { to: "implementation", on: day(2) },
      { to: "discovery", on: day(4) },
    ];
    const worked = [1, 2, 3, 4, 5].map((at) => ({ on: day(at), minutes: 10 }));
    const {
      phases: [first, second],
    } = estimateAgainstActual({ phases, estimates: [], worked, moves });
    expect([first?.actualMinutes, second?.actualMinutes]).toEqual([30, 20]);
  });

  test("phases that the process no longer has keep their figures", () => {
    const estimates = [{ phase: "design", minutes: 45 }];
    const answer = estimateAgainstActual({ phases, estimates, worked: [], moves: [] });
    expect(answer.phases.at(-1)).toEqual({ phase: "design", estimatedMinutes: 45, actualMinutes: 0 });
  });

  test("every worked minute is in exactly one phase", () => {
    const worked = fc.array(fc.record({ on: fc.integer({ min: 1, max: 28 }).map(day), minutes: fc.nat(1440) }));
    const moves = fc.array(fc.record({ to: fc.constantFrom(...phases), on: fc.integer({ min: 1, max: 28 }).map(day) }));
    fc.assert(
      fc.property(worked, moves, (days, moved) => {
        const inOrder = moved.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
        const answer = estimateAgainstActual({ phases, estimates: [], worked: days, moves: inOrder });
        const sum = (minutes: readonly number[]) => minutes.reduce((total, each) => total + each, 0);
        expect(sum(answer.phases.map(({ actualMinutes }) => actualMinutes))).toBe(answer.actualMinutes);
        expect(answer.actualMinutes).toBe(sum(days.map(({ minutes }) => minutes)));
      }),
    );
  });
});
