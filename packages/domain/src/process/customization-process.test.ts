import { describe, expect, test } from "vitest";
import { defaultPolicy } from "../policy/cimcloud.ts";
import { CustomizationProcess, customizationProcess } from "./customization-process.ts";

const shown = customizationProcess(defaultPolicy);

describe("customizationProcess", () => {
  test("PROC-1 to PROC-6: numbers six phases, each of which leads to the next", () => {
    expect(shown.phases.map(({ number, id }) => [number, id])).toEqual([
      [1, "discovery"],
      [2, "technical-planning"],
      [3, "implementation"],
      [4, "testing"],
      [5, "deployment"],
      [6, "stabilization"],
      [null, "support"],
    ]);
    const leading = shown.phases.map(({ gates }) => gates.map(({ leadsTo }) => leadsTo));
    expect(leading).toEqual([
      ["technical-planning"],
      ["implementation"],
      ["testing"],
      [null, "deployment"],
      [null, "stabilization"],
      ["support"],
      [],
    ]);
  });

  test("cites for each phase the clauses it rests on, and all of PROC in the whole", () => {
    expect(shown.phases.map(({ clauses }) => clauses)).toEqual([
      ["DLV-2", "PROC-1"],
      ["PROC-2"],
      ["PROC-3"],
      ["PROC-4"],
      ["PROC-5"],
      ["PROC-6"],
      ["PROC-8", "PROC-9"],
    ]);
    expect(shown.goingBack).toEqual({ needs: "reason", clauses: ["PROC-7"] });
  });

  test("says what a gate needs, and of whom", () => {
    expect(shown.phases[1]?.gates[0]?.conditions[1]).toEqual({
      id: "plan-approved",
      title: "Approval of the technical plan by another developer or the solution architect",
      evidence: {
        kind: "statement",
        what: "The outcome of the peer review",
        by: ["developer", "consultant"],
        notBy: "plan-written",
        after: "plan-written",
      },
    });
  });

  test("shows the phases of another practice", () => {
    const [discovery, , , , , , support] = defaultPolicy.process.phases;
    if (discovery === undefined || support === undefined) throw new Error("The default process has seven phases.");
    const own = customizationProcess({ process: { ...defaultPolicy.process, phases: [discovery, support] } });
    expect(own.phases.map(({ number, gates }) => [number, gates.map(({ leadsTo }) => leadsTo)])).toEqual([
      [1, ["support"]],
      [null, []],
    ]);
  });

  test("the answer is plain JSON that fits its own schema", () => {
    expect(CustomizationProcess.parse(JSON.parse(JSON.stringify(shown)))).toEqual(shown);
  });
});
