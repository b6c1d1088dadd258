import {
  addDays,
  daysBetween,
  type ImplementationPlan,
  type ImplementationTerms,
  type PlannedStep,
} from "@cimpro/domain";

/** A span on the ribbon, as shares of its width. */
export interface RibbonSpan {
  readonly from: number;
  readonly size: number;
  /** It goes on beyond what is shown. */
  readonly open: boolean;
}

export interface RibbonRow {
  readonly step: PlannedStep;
  readonly side: "ours" | "theirs" | "neither";
  readonly done: string | null;
  readonly target: RibbonSpan;
  readonly forecast: RibbonSpan;
}

export interface Ribbon {
  readonly rows: readonly RibbonRow[];
  /** The first day of each week shown, from the order date, and where it stands. */
  readonly weeks: readonly { readonly number: number; readonly start: string; readonly at: number }[];
  readonly today: number | null;
  readonly connected: number;
}

/** The weeks around a plan that are worth looking at: all that have an end, and a little of what has none. */
const weeksBeyond = 2;
const weekDays = 7;

/** Places a plan's steps over the weeks from the order date. */
export function ribbonOf(
  plan: ImplementationPlan,
  terms: ImplementationTerms,
  {
    orderedOn,
    done,
    today,
  }: { readonly orderedOn: string; readonly done: Readonly<Record<string, string>>; readonly today: string },
): Ribbon {
  const ends = plan.steps.flatMap(({ target, forecast }) => [
    target.end ?? target.start,
    forecast.end ?? forecast.start,
  ]);
  const last = ends.reduce((latest, end) => (end > latest ? end : latest), orderedOn);
  // Go Live may lie months ahead: what begins there is listed, and the ribbon ends before it.
  const connectedOn = plan.milestones.find(({ id }) => id === "connected")?.forecastOn ?? orderedOn;
  const shownTo =
    last > addDays(connectedOn, weekDays * weeksBeyond) ? addDays(connectedOn, weekDays * weeksBeyond) : last;
  const weekCount = Math.max(1, Math.ceil((daysBetween(orderedOn, shownTo) + 1) / weekDays));
  const days = weekCount * weekDays;
  const at = (day: string): number => Math.min(1, Math.max(0, daysBetween(orderedOn, day) / days));
  const span = ({ start, end }: { readonly start: string; readonly end: string | null }): RibbonSpan => ({
    from: at(start),
    size: (end === null ? 1 : at(addDays(end, 1))) - at(start),
    open: end === null,
  });
  return {
    rows: plan.steps.map((step) => ({
      step,
      side: terms.steps.find(({ id }) => id === step.id)?.side ?? "neither",
      done: done[step.id] ?? null,
      target: span(step.target),
      forecast: span(step.forecast),
    })),
    weeks: Array.from({ length: weekCount }, (_, number) => {
      const start = addDays(orderedOn, number * weekDays);
      return { number: number + 1, start, at: at(start) };
    }),
    today: today >= orderedOn && daysBetween(orderedOn, today) < days ? at(today) : null,
    connected: at(connectedOn),
  };
}
