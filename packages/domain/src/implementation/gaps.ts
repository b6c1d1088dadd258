import { z } from "zod";
import { type PackageTable, packagesFilling } from "../packages/package-table.ts";
import { type LaborRole, PackageContext } from "../packages/roles.ts";
import { customerHats, type Hat, type HatAssignment, HatId, HatReason, hatStanding } from "../people/hats.ts";
import { Slug } from "../values/id.ts";
import { rejection } from "../values/rejection.ts";
import { ok, type Result, refused } from "../values/result.ts";
import { Name } from "../values/text.ts";
import { stepsOf } from "./repeats.ts";
import { type ImplementationTerms, ProjectChange, ProjectKind, type Step, StepId } from "./stages.ts";

/** For which project, and for which of its stages (all of them if none is named), gaps are looked for (ROLE-4). */
export const GapsRequest = z.object({
  project: ProjectKind.default("first"),
  changed: z.array(ProjectChange).readonly().default([]),
  stage: z.int().optional(),
  context: PackageContext.default("project"),
});
export type GapsRequest = z.infer<typeof GapsRequest>;

/** What is known: who wears which hat, and the packages that are subscribed to. */
export interface TeamFacts {
  readonly assignments: readonly HatAssignment[];
  readonly packages: readonly Slug[];
}

export interface GapTerms {
  readonly implementation: ImplementationTerms;
  readonly packages: PackageTable;
}

/** A hat of the customer that nobody fills, and the steps that wait for it. */
export const HatGap = z
  .object({
    hat: HatId,
    title: z.string(),
    critical: z
      .object({ stage: z.literal(1), inferred: z.literal(true) })
      .readonly()
      .nullable(),
    reasons: z.array(HatReason).readonly(),
    blocks: z.array(StepId).readonly(),
  })
  .readonly();
export type HatGap = z.infer<typeof HatGap>;

/** A role on CIMcloud's side that no subscribed package fills, and the packages that could. */
export const RoleGap = z
  .object({
    role: Slug,
    title: z.string(),
    packages: z.array(z.object({ package: Slug, title: Name }).readonly()).readonly(),
  })
  .readonly();
export type RoleGap = z.infer<typeof RoleGap>;

export const Gaps = z.object({ hats: z.array(HatGap).readonly(), roles: z.array(RoleGap).readonly() }).readonly();
export type Gaps = z.infer<typeof Gaps>;

/**
 * The gaps in the team of a project or one of its stages (ROLE-4). Hats are needed that are responsible for a step or
 * assembled by one, and always those that a program or project has exactly one of. A hat blocks the steps it is needed
 * for and those that need these, in all stages. A CIMcloud-side role is open until a subscribed package fills it.
 */
export function gapsOf(request: GapsRequest, facts: TeamFacts, terms: GapTerms): Result<Gaps> {
  const { stages } = terms.implementation;
  const { stage, context } = request;
  if (stage !== undefined && !stages.some(({ number }) => number === stage)) {
    const message = `there is no stage ${stage}; the stages are ${stages.map(({ number }) => number).join(", ")}`;
    return refused(rejection("MALFORMED", { issues: [{ path: "stage", message }] }));
  }
  const steps = stepsOf(request, terms.implementation);
  const asked = steps.filter((step) => stage === undefined || step.stage === stage);
  return ok({
    hats: customerHats
      .filter((hat) => hat.exactlyOnePer !== null || asked.some((step) => isNeededFor(hat, step)))
      .flatMap((hat) => hatGap(hat, steps, facts.assignments)),
    roles: terms.packages.roles.flatMap((role) => roleGap(role, context, facts.packages, terms.packages)),
  });
}

const isNeededFor = (hat: Hat, { responsible, assembles }: Step): boolean =>
  responsible.includes(hat.id) || assembles.includes(hat.id);

function hatGap(hat: Hat, steps: readonly Step[], assignments: readonly HatAssignment[]): readonly HatGap[] {
  const { filled, reasons } = hatStanding(hat.id, assignments);
  if (filled) return [];
  return [{ hat: hat.id, title: hat.title, critical: hat.critical, reasons, blocks: stepsBlockedBy(hat, steps) }];
}

/** Steps stand after those they need, so one pass finds all that wait. */
function stepsBlockedBy(hat: Hat, steps: readonly Step[]): readonly StepId[] {
  const blocked: StepId[] = [];
  for (const step of steps)
    if (isNeededFor(hat, step) || step.needs.some((need) => blocked.includes(need))) blocked.push(step.id);
  return blocked;
}

function roleGap(
  { id, title }: LaborRole,
  context: PackageContext,
  subscribed: readonly Slug[],
  table: PackageTable,
): readonly RoleGap[] {
  const able = packagesFilling(table, id, context);
  if (able.some((level) => subscribed.includes(level.id))) return [];
  return [{ role: id, title, packages: able.map((level) => ({ package: level.id, title: level.title })) }];
}
