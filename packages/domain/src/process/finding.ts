import { z } from "zod";
import { Day } from "../values/day.ts";
import { Slug } from "../values/id.ts";
import { rejection } from "../values/rejection.ts";
import { ok, type Result, refused } from "../values/result.ts";
import { Name, Note } from "../values/text.ts";
import { FindingKind } from "./gates.ts";
import { conditionsOf, type ProcessTerms } from "./phases.ts";

/** A punch-list item of the customer's testing (PROC-4) or an issue of the live site (PROC-6). */
export const Finding = z
  .object({
    account: Slug,
    /** `{deliverable}-punch-{number}` or `{deliverable}-issue-{number}`. */
    id: z.string(),
    deliverable: Slug,
    kind: FindingKind,
    /** Counts those of its kind on the deliverable. */
    number: z.int().min(1),
    what: Note.trim().min(1, "must not be empty"),
    /** The phase the work was in. */
    phase: Slug,
    reportedBy: Name,
    reportedOn: Day,
    state: z.enum(["open", "done", "withdrawn"]),
    endedBy: Name.nullable(),
    endedOn: Day.nullable(),
    /** What was done, or why it was withdrawn. */
    note: Note,
  })
  .readonly();
export type Finding = z.infer<typeof Finding>;

/** How many findings of each kind are open: what gates count. */
export const openFindings = (findings: readonly Finding[]): Readonly<Record<FindingKind, number>> => ({
  "punch-list-item": countOpen(findings, "punch-list-item"),
  issue: countOpen(findings, "issue"),
});

const countOpen = (findings: readonly Finding[], kind: FindingKind): number =>
  findings.filter((each) => each.kind === kind && each.state === "open").length;

/** The next finding of a kind, unless the work has left the last phase in which these count (PROC-4, PROC-6, PROC-8). */
export function reportFinding(
  reported: Pick<Finding, "account" | "deliverable" | "kind" | "what" | "phase" | "reportedBy" | "reportedOn">,
  earlier: readonly Finding[],
  terms: ProcessTerms,
): Result<Finding> {
  const { kind, phase, deliverable } = reported;
  const counting = terms.phases.findLast((each) =>
    conditionsOf(each).some(({ evidence }) => evidence.kind === "none-open" && evidence.of === kind),
  );
  const at = terms.phases.findIndex(({ id }) => id === phase);
  if (counting === undefined || at > terms.phases.indexOf(counting))
    return refused(rejection("FINDING_TOO_LATE", { kind, phase, countedIn: counting?.id ?? null }));
  const number = earlier.filter((each) => each.kind === kind).length + 1;
  const id = `${deliverable}-${kind === "issue" ? "issue" : "punch"}-${number}`;
  return ok({ ...reported, id, number, state: "open", endedBy: null, endedOn: null, note: "" });
}

/** The finding as it ended. Ending it the same way again changes nothing. */
export function endFinding(
  finding: Finding,
  end: { readonly state: "done" | "withdrawn"; readonly person: string; readonly on: Day; readonly note: string },
): Result<Finding> {
  const { id, state, reportedOn, endedOn } = finding;
  if (state === end.state) return ok(finding);
  if (state !== "open") return refused(rejection("FINDING_ENDED", { finding: id, state, on: endedOn ?? reportedOn }));
  if (end.on < reportedOn) return refused(rejection("ENDED_BEFORE_REPORTED", { finding: id, on: end.on, reportedOn }));
  return ok({ ...finding, state: end.state, endedBy: end.person, endedOn: end.on, note: end.note });
}
