import { describe, expect, test } from "vitest";
import { cimcloudProcess as terms } from "../policy/cimcloud-process.ts";
import { endFinding, Finding, openFindings, reportFinding } from "./finding.ts";
import type { FindingKind } from "./gates.ts";

const report = (kind: FindingKind, phase: string, earlier: readonly Finding[] = []) =>
  reportFinding(
    {
      account: "acme",
      deliverable: "shop",
      kind,
      what: "Rounding",
      phase,
      reportedBy: "Mel",
      reportedOn: "2024-06-03",
    },
    earlier,
    terms,
  );
function reported(kind: FindingKind, phase: string, earlier: readonly Finding[] = []): Finding {
  const result = report(kind, phase, earlier);
  if (!result.ok) throw new Error(result.rejection.message);
  return result.value;
}
const item = reported("punch-list-item", "testing");
const end = { state: "done", person: "Dan", on: "2024-06-05", note: "Rounded once" } as const;

describe("findings", () => {
  test("PROC-4, PROC-6: are counted by kind while they are open", () => {
    const second = reported("punch-list-item", "testing", [item]);
    const issue = reported("issue", "stabilization", [item, second]);
    expect([item.id, second.id, issue.id]).toEqual(["shop-punch-1", "shop-punch-2", "shop-issue-1"]);
    const ended = endFinding(second, end);
    expect(ended.ok && openFindings([item, ended.value, issue])).toEqual({ "punch-list-item": 1, issue: 1 });
    expect(Finding.parse(item)).toEqual(item);
  });

  test("PROC-4, PROC-8: come while there is a gate ahead that counts them", () => {
    for (const phase of ["discovery", "implementation", "testing"])
      expect(report("punch-list-item", phase)).toMatchObject({ ok: true });
    expect(report("punch-list-item", "deployment")).toMatchObject({
      rejection: { code: "FINDING_TOO_LATE", clause: "PROC-4", details: { countedIn: "testing" } },
    });
    expect(report("issue", "stabilization")).toMatchObject({ ok: true });
    expect(report("issue", "support")).toMatchObject({ rejection: { code: "FINDING_TOO_LATE", clause: "PROC-8" } });
    const [first, last] = [terms.phases.slice(0, 1), terms.phases.slice(-1)];
    const short = { ...terms, phases: [...first, ...last] };
    const { id: _id, number: _number, state: _state, endedBy: _by, endedOn: _on, note: _note, ...told } = item;
    expect(reportFinding({ ...told, phase: "discovery" }, [], short)).toMatchObject({
      rejection: { details: { countedIn: null } },
    });
  });

  test("end once: the same end again changes nothing, another one is refused", () => {
    const ended = endFinding(item, end);
    if (!ended.ok) throw new Error(ended.rejection.message);
    expect(ended.value).toMatchObject({ state: "done", endedBy: "Dan", endedOn: "2024-06-05", note: "Rounded once" });
    expect(endFinding(ended.value, { ...end, person: "Eve" })).toEqual(ended);
    expect(endFinding(ended.value, { ...end, state: "withdrawn" })).toMatchObject({
      rejection: { code: "FINDING_ENDED", details: { state: "done", on: "2024-06-05" } },
    });
    expect(endFinding(item, { ...end, on: "2024-06-02" })).toMatchObject({
      rejection: { code: "ENDED_BEFORE_REPORTED" },
    });
  });
});
