import { z } from "zod";
import { Slug } from "../values/id.ts";
import { Name, text } from "../values/text.ts";
import { type Condition, Gate, type StatementNeeded } from "./gates.ts";

/** A stretch of the process and the gates at its end. */
export const Phase = z
  .strictObject({
    id: Slug,
    title: Name,
    /** Clauses beside those of its gates. */
    clauses: z.array(z.string()).readonly(),
    gates: z.array(Gate).readonly(),
  })
  .readonly();
export type Phase = z.infer<typeof Phase>;

/** Phases in order. The last one has no gates: what reached it stays there, in long-term support (PROC-8). */
export const Phases = z
  .array(Phase)
  .min(2, "a process has at least two phases")
  .superRefine((phases, context) => {
    for (const { path, message } of faultsOf(phases)) context.addIssue({ code: "custom", path, message });
  })
  .readonly();

/** What a practice decides about the customization process. */
export const ProcessTerms = z
  .strictObject({
    phases: Phases,
    /** Where customers must tell their staff before a deployment (PROC-5). */
    criticalWorkflows: z.array(text(300)).readonly(),
    /** The phase in which what is live stays open for fringe issues; a process without that phase, or null, has none (PROC-6). */
    stabilizationPhase: Slug.nullable().default(null),
    /** How long a customization stays in stabilization unless planned otherwise (PROC-6). */
    stabilizationDays: z.int().min(0).max(366),
  })
  .readonly();
export type ProcessTerms = z.infer<typeof ProcessTerms>;

export const conditionsOf = ({ gates }: Phase): readonly Condition[] => gates.flatMap((gate) => gate.conditions);

interface Fault {
  readonly path: (string | number)[];
  readonly message: string;
}

function faultsOf(phases: readonly Phase[]): readonly Fault[] {
  const seen = { phase: new Set<string>(), gate: new Set<string>(), condition: new Set<string>() };
  const stated = new Set<string>();
  const delivered = new Set<string>();
  const recorded = new Set<string>();
  const faults: Fault[] = [];
  const once = (kind: keyof typeof seen, id: string, path: (string | number)[]) => {
    if (seen[kind].has(id)) faults.push({ path: [...path, "id"], message: `there is a ${kind} "${id}" already` });
    seen[kind].add(id);
  };
  for (const [at, phase] of phases.entries()) {
    once("phase", phase.id, [at]);
    const isLast = at === phases.length - 1;
    if (isLast === phase.gates.length > 0) {
      const message = isLast
        ? "the last phase leads nowhere, so it has no gates"
        : "a phase needs a gate that leads on";
      faults.push({ path: [at, "gates"], message });
    }
    for (const [gateAt, gate] of phase.gates.entries()) {
      once("gate", gate.id, [at, "gates", gateAt]);
      for (const [conditionAt, { id, evidence }] of gate.conditions.entries()) {
        const path = [at, "gates", gateAt, "conditions", conditionAt];
        once("condition", id, path);
        if (evidence.kind === "none-open") continue;
        for (const field of ["notBy", "after"] as const) {
          const other = evidence[field];
          if (other !== undefined && !stated.has(other))
            faults.push({ path: [...path, "evidence", field], message: `nothing before states "${other}"` });
        }
        if (evidence.delivers !== undefined && delivered.has(evidence.delivers))
          faults.push({ path: [...path, "evidence", "delivers"], message: "a milestone is reached only once" });
        if (evidence.delivers !== undefined) delivered.add(evidence.delivers);
        faults.push(...markFaults(evidence, recorded, [...path, "evidence"]));
        stated.add(id);
      }
    }
  }
  return faults;
}

/** What the books state or read themselves is marked once, and a SOW's approval is the budget holder's (PROC-1). */
function markFaults(
  { records, schedules, by }: StatementNeeded,
  seen: Set<string>,
  path: readonly (string | number)[],
): readonly Fault[] {
  const faults: Fault[] = [];
  for (const [field, mark] of [
    ["records", records],
    ["schedules", schedules],
  ] as const) {
    if (mark === undefined) continue;
    if (seen.has(mark)) faults.push({ path: [...path, field], message: `another condition has "${mark}" already` });
    seen.add(mark);
  }
  if (records !== undefined && !by.includes("program-manager"))
    faults.push({ path: [...path, "by"], message: "a SOW is approved by the program-manager" });
  return faults;
}
