import type { Day } from "../values/day.ts";
import type { Minutes } from "../values/duration.ts";
import { byDeliverable, type SowWork, sowOf } from "./sow-work.ts";

/** Open minutes of an entry that may be SOW time. */
export interface OpenSowTime {
  readonly id: string;
  readonly on: Day;
  readonly deliverable?: string | null;
  readonly minutes: Minutes;
}

/** How many more minutes the approved total admits; without end where an overrun is billed (DLV-5). */
export const roomWithin = ({ approvedMinutes, countedMinutes, overrun }: SowWork): Minutes =>
  overrun === "bill" ? Number.MAX_SAFE_INTEGER : Math.max(0, approvedMinutes - countedMinutes);

/**
 * The open minutes of entries that lie beyond the approved total, by entry; entries without any are left out. What is
 * frozen comes first, then open time by work date and, within a day, as it is given: in order of recording (DLV-5).
 */
export function heldMinutes(works: readonly SowWork[], open: readonly OpenSowTime[]): ReadonlyMap<string, Minutes> {
  const held = new Map<string, Minutes>();
  if (works.length === 0) return held;
  const known = byDeliverable(works);
  const room = new Map(works.map((work) => [work.deliverable, roomWithin(work)]));
  for (const time of open.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))) {
    const work = sowOf(known, time);
    if (work === null) continue;
    const left = room.get(work.deliverable) ?? 0;
    const within = Math.min(left, time.minutes);
    room.set(work.deliverable, left - within);
    if (within < time.minutes) held.set(time.id, time.minutes - within);
  }
  return held;
}
