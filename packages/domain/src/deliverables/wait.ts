import { z } from "zod";
import { Day } from "../values/day.ts";
import { FactId, Slug } from "../values/id.ts";
import { rejection } from "../values/rejection.ts";
import { ok, type Result, refused } from "../values/result.ts";
import { Name, Note } from "../values/text.ts";

/** A span in which a deliverable waits for its customer or for the product team (LEAD-6). */
export const DeliverableWait = z
  .object({
    account: Slug,
    id: FactId,
    deliverable: Slug,
    whose: z.enum(["client", "product"]),
    /** The day we asked or were blocked. */
    from: Day,
    /** The day it was answered or lifted; null while it lasts. */
    to: Day.nullable(),
    /** What was asked for. */
    what: Note,
    /** The item of the product team that it waits for. */
    productItem: FactId.nullable(),
    /** What was said to it. It lasts until whoever asked finds it answered. */
    answers: z
      .array(z.object({ person: Name, on: Day, text: Note }).readonly())
      .readonly()
      .optional(),
  })
  .readonly();
export type DeliverableWait = z.infer<typeof DeliverableWait>;

/** The days of a wait that a settled premium rests on: those before its delivery. */
export interface SettledUntil {
  readonly deliverable: Slug;
  readonly state: string;
  readonly deliveredOn: Day;
}

/** May a wait stand as it is said now? It ends no earlier than it begins, lies in the past, and leaves a settled premium alone. */
export function checkWait(
  wait: DeliverableWait,
  before: DeliverableWait | null,
  { today, settled }: { readonly today: Day; readonly settled: SettledUntil | null },
): Result<DeliverableWait> {
  const late = [wait.from, wait.to ?? wait.from].find((day) => day > today);
  if (late !== undefined) return refused(rejection("DATED_AFTER_TODAY", { what: "wait", on: late, today }));
  if (wait.to !== null && wait.to < wait.from)
    return refused(rejection("WAIT_ENDS_BEFORE_START", { from: wait.from, to: wait.to }));
  if (settled !== null && evidence(before, settled.deliveredOn) !== evidence(wait, settled.deliveredOn))
    return refused(
      rejection("PREMIUM_SETTLED", {
        deliverable: settled.deliverable,
        state: settled.state,
        deliveredOn: settled.deliveredOn,
      }),
    );
  return ok(wait);
}

/** What of a wait bears on a delivery. */
function evidence(wait: DeliverableWait | null, deliveredOn: Day): string {
  if (wait === null || wait.from >= deliveredOn) return "";
  const to = wait.to === null || wait.to > deliveredOn ? deliveredOn : wait.to;
  return `${wait.whose} ${wait.from} ${to}`;
}
