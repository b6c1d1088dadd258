import { z } from "zod";
import { addDays, Day, monthsAfter } from "../values/day.ts";
import type { ParsedIssue } from "../values/issue.ts";
import { rejection } from "../values/rejection.ts";
import { ok, type Result, refused } from "../values/result.ts";
import { type Trace, TraceStep } from "../values/trace.ts";
import { stepsOf } from "./repeats.ts";
import { largestPush, noSlip, SlipPart, type Slipped, type Span, slipOf } from "./slip.ts";
import {
  ConnectPackage,
  type ImplementationTerms,
  MilestoneId,
  ProjectChange,
  ProjectKind,
  type Step,
  StepId,
  type Weeks,
} from "./stages.ts";

/** The last day a plan may name, so that everything that follows from it is still a date. */
const lastPlannableDay = "9900-12-31";

const PlanDay = Day.refine((day) => day <= lastPlannableDay, `must not be after ${lastPlannableDay}`);

/** What an implementation plan is asked for. */
export const PlanRequest = z.object({
  orderedOn: PlanDay,
  connect: ConnectPackage.default("select"),
  project: ProjectKind.default("first"),
  /** What changed beyond what the kind of project implies (IMPL-6). */
  changed: z.array(ProjectChange).readonly().default([]),
  /** The day each finished step ended. */
  done: z.record(z.string().max(100), PlanDay).readonly().default({}),
  today: PlanDay.optional(),
});
export type PlanRequest = z.infer<typeof PlanRequest>;

const PlannedSpan = z.object({ start: Day, end: Day.nullable() }).readonly();

export const PlannedStep = z
  .object({
    id: StepId,
    label: z.string(),
    stage: z.int(),
    responsible: z.array(z.string()).readonly(),
    /** Of the steps it needs, those that this project has. */
    needs: z.array(StepId).readonly(),
    target: PlannedSpan,
    forecast: PlannedSpan,
    /** Forecast end − target end; negative if early, zero without a target end. */
    slipDays: z.int(),
    slip: z.array(SlipPart).readonly(),
  })
  .readonly();
export type PlannedStep = z.infer<typeof PlannedStep>;

export const PlannedMilestone = z
  .object({
    id: MilestoneId.exclude(["go-live"]),
    targetOn: Day,
    forecastOn: Day,
    /** The latest that was planned, where the schedule leaves room after the target. */
    latestOn: Day.optional(),
  })
  .readonly();
export type PlannedMilestone = z.infer<typeof PlannedMilestone>;

export const ImplementationPlan = z
  .object({
    milestones: z.array(PlannedMilestone).readonly(),
    steps: z.array(PlannedStep).readonly(),
    goLive: z.object({ earliest: Day, latest: Day, openEnded: z.literal(true) }).readonly(),
    trace: z.array(TraceStep).readonly(),
  })
  .readonly();
export type ImplementationPlan = z.infer<typeof ImplementationPlan>;

/**
 * The plan of an implementation from the order date: target and forecast of the steps this project has (IMPL-3, IMPL-4,
 * IMPL-6), the day it is connected, and Go Live as an open range that is never a promise (IMPL-5). A step of stage 2
 * starts the day after Connected, one of stage 3 the day after the earliest Go Live. A done step that this project does
 * not have is malformed.
 */
export function planImplementation(request: PlanRequest, terms: ImplementationTerms): Result<ImplementationPlan> {
  const steps = stepsOf(request, terms);
  const issues = doneFaults(request, steps);
  if (issues.length > 0) return refused(rejection("MALFORMED", { issues }));
  const scheduled = scheduledSteps(request, steps);
  const connected = connectedMilestone(request, scheduled);
  const targets = { connected: connected.targetOn, goLive: earliestGoLive(connected.targetOn, terms) };
  const forecasts = { connected: connected.forecastOn, goLive: earliestGoLive(connected.forecastOn, terms) };
  return ok({
    milestones: [{ id: "order-placed", targetOn: request.orderedOn, forecastOn: request.orderedOn }, connected],
    steps: steps.map((step) => {
      const known = scheduled.find((each) => each.step === step);
      const span = known ?? openSpans(step, request, terms, targets, forecasts);
      const { target, forecast, slipDays, slip } = span;
      const needs = step.needs.filter((need) => steps.some(({ id }) => id === need));
      const { id, label, stage, responsible } = step;
      return { id, label, stage, responsible, needs, target, forecast, slipDays, slip };
    }),
    goLive: {
      earliest: forecasts.goLive,
      latest: monthsAfter(connected.forecastOn, terms.goLive.latestMonths),
      openEnded: true,
    },
    trace: [...traceOf(request, scheduled, connected)],
  });
}

/** A step with weeks, its target and what became of it. */
interface ScheduledStep extends Slipped {
  readonly step: Step;
  readonly weeks: Weeks;
  readonly target: Span;
}

/** The steps with weeks; each comes after those it needs, so their slips are known when it is its turn. */
function scheduledSteps(request: PlanRequest, steps: readonly Step[]): readonly ScheduledStep[] {
  const scheduled: ScheduledStep[] = [];
  for (const step of steps) {
    const weeks = step.weeks?.[request.connect];
    if (weeks === undefined) continue;
    const target = {
      start: addDays(request.orderedOn, 7 * (weeks.from - 1)),
      end: weekEnd(request.orderedOn, weeks.to),
    };
    const push = largestPush(scheduled.filter((each) => step.needs.includes(each.step.id)));
    const known = { side: step.side, target, done: doneOn(request, step), today: request.today ?? null };
    scheduled.push({ step, weeks, target, ...slipOf(known, push) });
  }
  return scheduled;
}

const weekEnd = (orderedOn: Day, week: number): Day => addDays(orderedOn, 7 * week - 1);

/** Connected is the last end of the steps with weeks, or the order date without any (IMPL-4). */
function connectedMilestone({ orderedOn }: PlanRequest, steps: readonly ScheduledStep[]): PlannedMilestone {
  const latestOn = latestOf(steps.map(({ weeks }) => weekEnd(orderedOn, weeks.latest ?? weeks.to))) ?? orderedOn;
  return {
    id: "connected",
    targetOn: latestOf(steps.map(({ target }) => target.end)) ?? orderedOn,
    forecastOn: latestOf(steps.map(({ forecast }) => forecast.end)) ?? orderedOn,
    ...(steps.some(({ weeks }) => weeks.latest !== undefined) ? { latestOn } : {}),
  };
}

const latestOf = (days: readonly Day[]): Day | undefined => days.toSorted().at(-1);

const earliestGoLive = (connected: Day, terms: ImplementationTerms): Day =>
  addDays(connected, terms.goLive.earliestDays);

interface MilestoneDays {
  readonly connected: Day;
  readonly goLive: Day;
}

/** A step without weeks starts the day after its stage's milestone and has no end until it is done. */
function openSpans(
  step: Step,
  request: PlanRequest,
  terms: ImplementationTerms,
  targets: MilestoneDays,
  forecasts: MilestoneDays,
): Pick<PlannedStep, "target" | "forecast" | "slipDays" | "slip"> {
  const from = terms.stages.find((stage) => stage.number === step.stage)?.from;
  const start = (days: MilestoneDays) => addDays(from === "go-live" ? days.goLive : days.connected, 1);
  const done = doneOn(request, step);
  const forecastStart = start(forecasts);
  return {
    target: { start: start(targets), end: null },
    forecast: { start: done !== null && done < forecastStart ? done : forecastStart, end: done },
    ...noSlip,
  };
}

const doneOn = ({ done }: PlanRequest, step: Step): Day | null =>
  (Object.hasOwn(done, step.id) ? done[step.id] : null) ?? null;

function doneFaults({ done }: PlanRequest, steps: readonly Step[]): readonly ParsedIssue[] {
  return Object.keys(done).flatMap((id) =>
    steps.some((step) => step.id === id)
      ? []
      : [
          {
            path: `done.${id}`,
            message: `this project has no step "${id}"; it has ${steps.map((step) => step.id).join(", ")}`,
          },
        ],
  );
}

function traceOf(request: PlanRequest, steps: readonly ScheduledStep[], connected: PlannedMilestone): Trace {
  const { orderedOn, connect, project, changed } = request;
  return [
    {
      clause: "IMPL-6",
      what: `Steps of a project of the kind "${project}"`,
      facts: { changed: changed.join(", ") },
    },
    ...steps.map(({ step, weeks, target }) => ({
      clause: "IMPL-3",
      what: `${step.id} is planned for ${weeks.from === weeks.to ? `week ${weeks.to}` : `weeks ${weeks.from} to ${weeks.to}`}`,
      facts: { orderedOn, connect, start: target.start, end: target.end },
    })),
    ...steps.flatMap(({ step, forecast, slipDays }) =>
      slipDays === 0
        ? []
        : [
            {
              clause: "IMPL-4",
              what: `${step.id} ends on another day than planned`,
              facts: { slipDays, end: forecast.end },
            },
          ],
    ),
    {
      clause: "IMPL-4",
      what: steps.length === 0 ? "Connected from the order date" : "Connected with the last of these steps",
      facts: { targetOn: connected.targetOn, forecastOn: connected.forecastOn },
    },
    { clause: "IMPL-5", what: "Go Live is a range counted from Connected", facts: { connected: connected.forecastOn } },
  ];
}
