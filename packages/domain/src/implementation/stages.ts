import { z } from "zod";
import { Origin } from "../clauses/clause.ts";
import { HatId } from "../people/hats.ts";
import { Slug } from "../values/id.ts";
import { Name, text } from "../values/text.ts";

/** Where a stage begins or ends (IMPL-1). */
export const MilestoneId = z.enum(["order-placed", "connected", "go-live"]);
export type MilestoneId = z.infer<typeof MilestoneId>;

/** The connect package that was bought; it decides the weeks of stage 1 (IMPL-3). */
export const ConnectPackage = z.enum(["select", "starter"]);
export type ConnectPackage = z.infer<typeof ConnectPackage>;

/** Whose turn a step is: CIMcloud's, the customer's, or of neither alone. */
export const Side = z.enum(["ours", "theirs", "neither"]);
export type Side = z.infer<typeof Side>;

/** What makes a step of the first project recur in a later one (IMPL-6). */
export const ProjectChange = z.enum(["new-software", "deployment", "manager-changed", "implementer-changed"]);
export type ProjectChange = z.infer<typeof ProjectChange>;

export const ProjectKind = z.enum(["first", "upgrade", "erp-switch", "later"]);
export type ProjectKind = z.infer<typeof ProjectKind>;

/** A step's id: its stage and the number printed in the source (IMPL-2). */
export const StepId = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9.-]{0,31}$/, "a step id has up to 32 letters, digits, dots and hyphens, such as S1.3");
export type StepId = z.infer<typeof StepId>;

const Week = z.int().min(1).max(104);

/** The weeks from the order date in which a step is planned, both included; `latest` where its end may move (IMPL-3, IMPL-4). */
export const Weeks = z
  .strictObject({ from: Week, to: Week, latest: Week.optional() })
  .refine(({ from, to, latest = to }) => from <= to && to <= latest, "weeks must be in order: from, to, latest")
  .readonly();
export type Weeks = z.infer<typeof Weeks>;

export const Step = z
  .strictObject({
    id: StepId,
    /** As printed in the source. */
    label: Name,
    stage: z.int().min(1).max(100),
    side: Side,
    /** Who does it: hats of the customer, or a team of ours. */
    responsible: z.array(Slug).min(1, "somebody must be responsible").readonly(),
    /** Hats that the step itself is there to fill; it waits for them too. */
    assembles: z.array(HatId).readonly(),
    /** Steps that must end before it; they stand earlier in the list. */
    needs: z.array(StepId).readonly(),
    /** What is done in it, as printed in the source. */
    tasks: z.array(text(300)).readonly(),
    /** What makes it part of a project (IMPL-6). */
    recurs: z.union([z.literal("always"), z.array(ProjectChange).min(1).readonly()]),
    /** Null for work that has no end of its own (IMPL-5). */
    weeks: z.strictObject({ select: Weeks, starter: Weeks }).readonly().nullable(),
  })
  .readonly();
export type Step = z.infer<typeof Step>;

export const Stage = z
  .strictObject({ number: z.int().min(1).max(100), title: Name, from: MilestoneId, to: MilestoneId.nullable() })
  .readonly();
export type Stage = z.infer<typeof Stage>;

/** What is filled in or ticked off before a step counts as done: named by a source, or added by the practice (IMPL-2). */
export const ChecklistItem = z
  .strictObject({
    id: Slug,
    title: text(300).min(1, "must not be empty"),
    /** The hat or team that sees to it. */
    by: Slug,
    /** `ours` unless a source names it. */
    origin: Origin.default("ours"),
  })
  .readonly();
export type ChecklistItem = z.infer<typeof ChecklistItem>;

export const Checklist = z.strictObject({ step: StepId, items: z.array(ChecklistItem).max(500).readonly() }).readonly();
export type Checklist = z.infer<typeof Checklist>;

/** What a practice says about implementations: their stages and steps, when these are planned, and which recur. */
export const ImplementationTerms = z
  .strictObject({
    milestones: z.array(z.strictObject({ id: MilestoneId, title: Name }).readonly()).readonly(),
    stages: z.array(Stage).readonly(),
    steps: z.array(Step).max(100).readonly(),
    /** Our teams that are responsible for steps. */
    teams: z.array(z.strictObject({ id: Slug, title: Name }).readonly()).readonly(),
    /** What each kind of project changes without being told (IMPL-6). */
    projects: z.record(ProjectKind, z.array(ProjectChange).readonly()).readonly(),
    /** What there is to tick off in a step, for the practice to fill (IMPL-2). */
    checklists: z.array(Checklist).max(100).readonly().default([]),
    /** Go Live, counted from Connected (IMPL-5). */
    goLive: z
      .strictObject({ earliestDays: z.int().min(0).max(3650), latestMonths: z.int().min(0).max(120) })
      .refine(({ earliestDays, latestMonths }) => earliestDays <= latestMonths * 28, {
        error: "the latest day must not come before the earliest",
      })
      .readonly(),
  })
  .superRefine((terms, context) => {
    for (const { path, message } of stepFaults(terms))
      context.addIssue({ code: "custom", path: ["steps", ...path], message });
    for (const { path, message } of checklistFaults(terms))
      context.addIssue({ code: "custom", path: ["checklists", ...path], message });
  })
  .readonly();
export type ImplementationTerms = z.infer<typeof ImplementationTerms>;

interface Fault {
  readonly path: (string | number)[];
  readonly message: string;
}

/** What makes steps impossible to plan: an unknown stage or person, a need that does not come earlier, missing weeks. */
function stepFaults({ steps, stages, teams }: Pick<ImplementationTerms, "steps" | "stages" | "teams">): Fault[] {
  const people = peopleOf(teams);
  return steps.flatMap((step, at) => {
    const earlier = new Set(steps.slice(0, at).flatMap((each) => (each.weeks === null ? [] : [each.id])));
    const stage = stages.find((each) => each.number === step.stage);
    const faults: (Fault | null)[] = [
      steps.findIndex((each) => each.id === step.id) < at
        ? { path: [at, "id"], message: `"${step.id}" is there already` }
        : null,
      stage === undefined ? { path: [at, "stage"], message: `there is no stage ${step.stage}` } : null,
      stage !== undefined && (stage.from === "order-placed") !== (step.weeks !== null)
        ? { path: [at, "weeks"], message: "exactly the steps that begin with the order are planned in weeks" }
        : null,
      step.weeks === null && step.needs.length > 0
        ? { path: [at, "needs"], message: "a step without weeks starts at its stage's milestone and needs no other" }
        : null,
      ...step.needs.map((need, place) =>
        earlier.has(need)
          ? null
          : { path: [at, "needs", place], message: `no step "${need}" with weeks comes before it` },
      ),
      ...step.responsible.map((id, place) =>
        people.has(id) ? null : { path: [at, "responsible", place], message: `there is no hat or team "${id}"` },
      ),
    ];
    return faults.filter((fault) => fault !== null);
  });
}

const peopleOf = (teams: ImplementationTerms["teams"]): ReadonlySet<string> =>
  new Set<string>([...HatId.options, ...teams.map((team) => team.id)]);

/** Checklists that nobody could tick off: of a step that there is not, an item twice, nobody to see to it. */
function checklistFaults({
  checklists,
  steps,
  teams,
}: Pick<ImplementationTerms, "checklists" | "steps" | "teams">): Fault[] {
  const people = peopleOf(teams);
  return checklists.flatMap(({ step, items }, at) => {
    const faults: (Fault | null)[] = [
      steps.some(({ id }) => id === step) ? null : { path: [at, "step"], message: `there is no step "${step}"` },
      checklists.findIndex((each) => each.step === step) < at
        ? { path: [at, "step"], message: `"${step}" has a checklist already` }
        : null,
      ...items.flatMap(({ id, by }, place) => [
        items.findIndex((each) => each.id === id) < place
          ? { path: [at, "items", place, "id"], message: `"${id}" is there already` }
          : null,
        people.has(by) ? null : { path: [at, "items", place, "by"], message: `there is no hat or team "${by}"` },
      ]),
    ];
    return faults.filter((fault) => fault !== null);
  });
}
