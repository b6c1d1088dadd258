import { expect, test } from "vitest";
import type { Dossier } from "../api/answers.ts";
import { happenedOf } from "./happened.ts";

const dossier: Dossier = {
  ...{ practice: "P", account: { id: "acme", name: "Acme" }, policyVersion: 1, phase: "planning" },
  deliverable: { id: "sync", name: "Sync", criticalWorkflows: [] },
  ...{ deliveredOn: null, deploymentOn: null, stabilizationEndsOn: null, changeOrders: [] },
  phases: [
    {
      ...{ phase: "discovery", title: "Discovery" },
      gates: [
        {
          ...{ gate: "sow", title: "SOW", clauses: [] },
          conditions: [
            {
              ...{ condition: "approved", title: "SOW approved", when: null, counts: null },
              statements: [
                {
                  ...{ by: "program-manager", person: "Pat", on: "2025-06-02", what: "SOW 1", recordedBy: null },
                  stands: true,
                },
              ],
            },
          ],
        },
      ],
    },
    { phase: "planning", title: "Planning", gates: [] },
  ],
  findings: [],
  moves: [
    {
      ...{ type: "advanced", from: "discovery", to: "planning", person: "Dana", on: "2025-06-03" },
      ...{ reason: null, override: null },
    },
  ],
  sows: [{ id: "sync-sow-1", approvedOn: "2025-06-02", approvedBy: "Pat", minutes: 60, seal: "abc" }],
};

test("PROC-7: what happened is told newest first, by whom", () => {
  expect(happenedOf(dossier).map(({ on, who, what, detail }) => [on, who, what, detail])).toEqual([
    ["2025-06-03", "Dana", "Advanced to Planning", "from Discovery"],
    ["2025-06-02", "Pat", "Approved", "sync-sow-1"],
    ["2025-06-02", "Pat", "SOW approved", "SOW 1"],
  ]);
});

test("PROC-7: what happened on one day stands in the order of the phases", () => {
  const moved = { person: "Dana", on: "2025-06-03", reason: null, override: null };
  const said = (condition: string, title: string, on: string) => ({
    ...{ condition, title, when: null, counts: null },
    statements: [{ by: "developer" as const, person: "Dan", on, what: title, recordedBy: null, stands: true }],
  });
  const phase = (id: string, title: string, condition: ReturnType<typeof said>) => ({
    ...{ phase: id, title },
    gates: [{ gate: id, title: id, clauses: [], conditions: [condition] }],
  });
  const busy: Dossier = {
    ...dossier,
    ...{ phase: "building", sows: [] },
    phases: [
      phase("discovery", "Discovery", said("scoped", "Scoped", "2025-06-03")),
      phase("planning", "Planning", said("planned", "Planned", "2025-06-03")),
      phase("building", "Building", said("built", "Built", "2025-06-03")),
    ],
    moves: [
      { type: "advanced", from: "discovery", to: "planning", ...moved },
      { type: "advanced", from: "planning", to: "building", ...moved },
    ],
  };
  expect(happenedOf(busy).map(({ what }) => what)).toEqual([
    "Built",
    "Advanced to Building",
    "Planned",
    "Advanced to Planning",
    "Scoped",
  ]);
});
