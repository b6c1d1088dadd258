import { z } from "zod";
import { Day } from "../values/day.ts";
import { Minutes } from "../values/duration.ts";
import { Slug } from "../values/id.ts";
import { Cents } from "../values/money.ts";
import { Name, Note, text } from "../values/text.ts";

/** The seven kinds of discrete deliverables (DLV-1). */
export const DeliverableKind = z.enum([
  "application-configuration",
  "solution-architecting",
  "custom-development",
  "platform-enhancement",
  "new-platform-feature",
  "erp-sync-customization",
  "design-and-ui",
]);
export type DeliverableKind = z.infer<typeof DeliverableKind>;

/** Minutes that a phase is expected to take (DLV-2). */
export const PhaseEstimate = z.object({ phase: Slug, minutes: Minutes.max(60_000_000) }).readonly();
export type PhaseEstimate = z.infer<typeof PhaseEstimate>;

/** Work with a beginning, an end, requirements and a budget (DLV-1). Its phase is kept by the process. */
export const Deliverable = z
  .object({
    account: Slug,
    id: Slug,
    name: Name,
    /** Null where nobody said so, as with work that an import opened. */
    kind: DeliverableKind.nullable().default(null),
    /** The deliverable whose work breakdown it is part of (DLV-1). */
    parent: Slug.nullable().default(null),
    requirements: Note.default(""),
    /** When it is planned to begin and to end. */
    beginsOn: Day.nullable().default(null),
    endsOn: Day.nullable().default(null),
    estimates: z.array(PhaseEstimate).readonly().default([]),
    /** Lets its SOW time draw from the account's allowances after the deposit (ALW-5). */
    drawFromAllowance: z.boolean().default(false),
    /** The critical workflows that it touches, in the words of the process (PROC-5). */
    criticalWorkflows: z.array(text(300)).readonly().default([]),
    addedOn: Day.nullable().default(null),
    /** `ending`: it entered long-term support or was cancelled, and waits for its open minutes to be billed (DLV-3). */
    state: z.enum(["open", "ending", "closed"]).default("open"),
    outcome: z.enum(["completed", "cancelled"]).nullable().default(null),
    /** Why it was cancelled. */
    reason: Note.nullable().default(null),
    /** The last day whose time is its own; later time is general work (DLV-3). */
    endedOn: Day.nullable().default(null),
    closedOn: Day.nullable().default(null),
    /**
     * What was left of a deposit that was paid in another system when the work closed. No invoice here can be credited
     * for it: it is returned there (DLV-3). Null for all other work.
     */
    returnOutside: Cents.nonnegative().nullable().default(null),
  })
  .readonly();
export type Deliverable = z.infer<typeof Deliverable>;
