import { z } from "zod";
import { addDays, type Day, daysBetween } from "../values/day.ts";
import { Side } from "./stages.ts";

/** Neighbouring days of a slip that one side answers for. */
export const SlipPart = z.object({ days: z.int(), whose: Side }).readonly();
export type SlipPart = z.infer<typeof SlipPart>;

/** Days from the first to the last, both included. */
export interface Span {
  readonly start: Day;
  readonly end: Day;
}

/** A step as its slip sees it: whose turn it is, when it was planned, and what is known of it. */
export interface SlippingStep {
  readonly side: Side;
  readonly target: Span;
  /** The day it ended; null while unfinished. */
  readonly done: Day | null;
  /** Null when no day is given to count as today. */
  readonly today: Day | null;
}

/** Where a step is expected to lie, and how far and by whom its end moved. */
export interface Slipped {
  readonly forecast: Span;
  readonly slipDays: number;
  readonly slip: readonly SlipPart[];
}

export const noSlip: Pick<Slipped, "slipDays" | "slip"> = { slipDays: 0, slip: [] };

/** The largest positive slip among the steps that one needs; of equals the first (IMPL-4). */
export function largestPush(needs: readonly Pick<Slipped, "slipDays" | "slip">[]): Pick<Slipped, "slipDays" | "slip"> {
  return needs.reduce((most, each) => (each.slipDays > most.slipDays ? each : most), noSlip);
}

/**
 * Where a step ends when those it needs push it (IMPL-4): start and end move by the push, an unfinished step ends no
 * earlier than today, a done one on its day (and then starts no later than that). The slip counts from the target end.
 *
 * Whose days: each day is named by the responsible side of the step in which it arose. So a step's own delay bears its
 * own side, and days it was pushed keep the side they had in the step that pushed, oldest first; whoever comes later
 * in the chain is not blamed for them. Days that a step makes up are taken off the youngest. An early end is its own.
 */
export function slipOf({ side, target, done, today }: SlippingStep, push: Pick<Slipped, "slipDays" | "slip">): Slipped {
  const start = addDays(target.start, push.slipDays);
  const pushed = addDays(target.end, push.slipDays);
  const end = done ?? (today !== null && today > pushed ? today : pushed);
  const slipDays = daysBetween(target.end, end);
  const own = { days: slipDays < 0 ? slipDays : Math.max(0, slipDays - push.slipDays), whose: side };
  return {
    forecast: { start: start < end ? start : end, end },
    slipDays,
    slip: merged([...firstDays(push.slip, slipDays), own]),
  };
}

/** The first `days` days of a slip; none when negative. */
function firstDays(slip: readonly SlipPart[], days: number): readonly SlipPart[] {
  const first: SlipPart[] = [];
  for (const { days: each, whose } of slip) {
    const left = days - first.reduce((sum, part) => sum + part.days, 0);
    if (left > 0) first.push({ days: Math.min(each, left), whose });
  }
  return first;
}

/** Without empty parts, and neighbours of one side as one. */
function merged(parts: readonly SlipPart[]): readonly SlipPart[] {
  const merged: SlipPart[] = [];
  for (const part of parts) {
    const last = merged.at(-1);
    if (part.days === 0) continue;
    if (last?.whose === part.whose) merged[merged.length - 1] = { days: last.days + part.days, whose: part.whose };
    else merged.push(part);
  }
  return merged;
}
