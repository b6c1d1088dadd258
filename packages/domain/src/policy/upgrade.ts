import { defaultPolicy } from "./cimcloud.ts";
import type { Policy } from "./policy.ts";

type Parts = Readonly<Record<string, unknown>>;

/**
 * A policy as an earlier version of cimpro stored it, with the settings that came later: each at the value that leaves
 * everything as it was. To be parsed after this; what it has is never changed. Where a setting takes over from another
 * one, or its default would change what was agreed, it gets a step of its own before the usual values.
 */
export function upgradePolicy(stored: unknown): unknown {
  return isParts(stored) ? withUsualSettings(withStabilizationPhase(withMarks(stored))) : stored;
}

/** Stabilization was the phase before the last one, before a process could say which it is. */
function withStabilizationPhase(stored: Parts): Parts {
  const { process: customization } = stored;
  if (!isParts(customization) || "stabilizationPhase" in customization || !Array.isArray(customization.phases))
    return stored;
  const phase: unknown = customization.phases.at(-2);
  const id = isParts(phase) ? phase.id : null;
  return { ...stored, process: { ...customization, stabilizationPhase: id } };
}

/** The conditions that the books gave or read by their ids, before a process could mark them as such. */
const marksByCondition: Readonly<Record<string, Parts>> = {
  "sow-approved": { records: "sow-approval" },
  "deployment-scheduled": { schedules: "deployment" },
};

/** A policy from before there were marks: those with none of a kind get them where their effect was. */
function withMarks(stored: Parts): Parts {
  const text = JSON.stringify(stored.process ?? null);
  const missing = Object.entries(marksByCondition).filter(
    ([, mark]) => !Object.keys(mark).some((field) => text.includes(`"${field}":`)),
  );
  const marks = new Map(missing);
  return marks.size === 0 ? stored : { ...stored, process: marked(stored.process, marks) };
}

function marked(value: unknown, marks: ReadonlyMap<string, Parts>): unknown {
  if (Array.isArray(value)) return value.map((each) => marked(each, marks));
  if (!isParts(value)) return value;
  const { id, evidence } = value;
  const mark = typeof id === "string" ? marks.get(id) : undefined;
  if (mark !== undefined && isParts(evidence)) return { ...value, evidence: { ...evidence, ...mark } };
  return Object.fromEntries(Object.entries(value).map(([field, each]) => [field, marked(each, marks)]));
}

/** Whole areas that are missing, and settings that are missing in an area, at their usual value. */
function withUsualSettings(stored: Parts): Parts {
  const areas = Object.entries(defaultPolicy satisfies Policy).map(([area, usual]): readonly [string, unknown] => {
    const own = stored[area];
    if (own === undefined) return [area, usual];
    return [area, isParts(own) && isParts(usual) ? { ...usual, ...own } : own];
  });
  return { ...stored, ...Object.fromEntries(areas) };
}

const isParts = (value: unknown): value is Parts =>
  typeof value === "object" && value !== null && !Array.isArray(value);
