import type { ImplementationTerms, ProjectChange, ProjectKind, Step } from "./stages.ts";

/** A project: its kind, and what changed beyond what the kind implies. */
export interface ProjectQuestion {
  readonly project: ProjectKind;
  readonly changed: readonly ProjectChange[];
}

/** The steps that a project has, in their order: those of every project, and those that its changes make recur (IMPL-6). */
export function stepsOf({ project, changed }: ProjectQuestion, terms: ImplementationTerms): readonly Step[] {
  const changes = new Set([...terms.projects[project], ...changed]);
  return terms.steps.filter(({ recurs }) => recurs === "always" || recurs.some((change) => changes.has(change)));
}
