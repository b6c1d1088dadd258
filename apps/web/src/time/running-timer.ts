import { Slug } from "@cimpro/domain";
import { z } from "zod";

/** A timer that runs on a piece of work since an instant; the browser keeps it, so that it outlives the page. */
const RunningTimer = z.object({ account: Slug, deliverable: Slug.nullable(), startedAt: z.number() });
export type RunningTimer = z.infer<typeof RunningTimer>;

/** What the browser kept, or null where it kept none that can be read. */
export function timerFrom(kept: string | undefined): RunningTimer | null {
  try {
    const read = RunningTimer.safeParse(JSON.parse(kept ?? "null"));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}
