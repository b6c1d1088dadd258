import { z } from "zod";
import type { Day } from "../values/day.ts";
import { roundHalfUp } from "../values/rounding.ts";
import type { FollowUpClock } from "./follow-up-clock.ts";
import type { CustomerRequest } from "./request.ts";
import type { ExpectedStart } from "./start-window.ts";

const Count = z.int().nonnegative();

/** How often something was kept, missed, and is still to be seen. */
export const KeptCount = z
  .object({
    kept: Count,
    missed: Count,
    open: Count,
    /** Kept of kept and missed, in whole percent; null before there is any. */
    keptPercent: z.int().min(0).max(100).nullable(),
  })
  .readonly();
export type KeptCount = z.infer<typeof KeptCount>;

/** What was said about follow-up and start, against what happened (REQ-1, REQ-3). */
export const RequestScore = z
  .object({ followUp: KeptCount, start: KeptCount, clauses: z.array(z.string()).readonly() })
  .readonly();
export type RequestScore = z.infer<typeof RequestScore>;

/** A request with what follows from it. */
export interface ScoredRequest {
  readonly request: Pick<CustomerRequest, "state" | "followedUpOn" | "acceptance">;
  readonly clock: FollowUpClock;
  readonly expectedStart: ExpectedStart | null;
  /** The day work began; null while it has not. */
  readonly startedOn: Day | null;
  /** The deliverable that it became was cancelled. */
  readonly cancelled: boolean;
}

type Verdict = "kept" | "missed" | "open";

/**
 * Counts what was kept. A follow-up is kept up to the late limit, and one that came late or is late is missed; a request
 * that was withdrawn in time counts for neither. A start is that of an accepted deliverable with a size: it is kept
 * when work began by the end of its window, and beginning sooner keeps it too (REQ-3).
 */
export function scoreRequests(requests: readonly ScoredRequest[], today: Day): RequestScore {
  return {
    followUp: count(requests.map(followUpVerdict)),
    start: count(requests.map((each) => startVerdict(each, today))),
    clauses: ["REQ-1", "REQ-3"],
  };
}

function followUpVerdict({ request, clock }: ScoredRequest): Verdict | null {
  if (clock.state === "late") return "missed";
  if (request.followedUpOn !== null) return "kept";
  return clock.running ? "open" : null;
}

function startVerdict({ request, expectedStart, startedOn, cancelled }: ScoredRequest, today: Day): Verdict | null {
  if (request.acceptance?.as !== "deliverable" || expectedStart === null) return null;
  if ((startedOn ?? today) > expectedStart.to) return startedOn === null && cancelled ? null : "missed";
  if (startedOn !== null) return "kept";
  return cancelled ? null : "open";
}

function count(verdicts: readonly (Verdict | null)[]): KeptCount {
  const number = (verdict: Verdict): number => verdicts.filter((each) => each === verdict).length;
  const [kept, missed, open] = [number("kept"), number("missed"), number("open")];
  return { kept, missed, open, keptPercent: kept + missed === 0 ? null : roundHalfUp(kept * 100, kept + missed) };
}
