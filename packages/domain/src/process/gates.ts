import { z } from "zod";
import { Slug } from "../values/id.ts";
import { Name } from "../values/text.ts";

/** Who can give evidence: the customer's budget holder, other people of theirs, or a role in the practice (ROLE-5). */
export const EvidenceGiver = z.enum(["program-manager", "customer", "coordinator", "consultant", "developer"]);
export type EvidenceGiver = z.infer<typeof EvidenceGiver>;

/** Somebody states that the condition holds; it is kept who, when and what (PROC-7). */
export const StatementNeeded = z
  .strictObject({
    kind: z.literal("statement"),
    /** What is stated or shown, such as a link to the plan. */
    what: Name,
    by: z.array(EvidenceGiver).min(1, "somebody must be able to give it").readonly(),
    /** A condition that somebody else must have stated: nobody reviews work of their own (PROC-2). */
    notBy: Slug.optional(),
    /** A condition that this one rests on: when that is stated anew, this must be too (PROC-2). */
    after: Slug.optional(),
    /** The milestone of a lead time that this statement is (LEAD-7). */
    delivers: z.enum(["uat", "published"]).optional(),
    /** Approving a SOW in these books gives it; by hand it takes an approved SOW (PROC-1). */
    records: z.literal("sow-approval").optional(),
    /** It may name the day for which the deployment is scheduled (PROC-5). */
    schedules: z.literal("deployment").optional(),
  })
  .readonly();
export type StatementNeeded = z.infer<typeof StatementNeeded>;

/** What people find in work that is under way: while it is tested (PROC-4), and once it is live (PROC-6). */
export const FindingKind = z.enum(["punch-list-item", "issue"]);
export type FindingKind = z.infer<typeof FindingKind>;

/** Nothing of a kind is open, such as a punch-list item; this is counted, not stated. */
export const NoneOpenNeeded = z.strictObject({ kind: z.literal("none-open"), of: Slug }).readonly();

/** Something that must hold before a gate opens, and what shows that it does. */
export const Condition = z
  .strictObject({
    id: Slug,
    title: Name,
    /** Only for work that touches a critical workflow (PROC-5); for all work where it is left out. */
    when: z.literal("critical-workflow").optional(),
    evidence: z.discriminatedUnion("kind", [StatementNeeded, NoneOpenNeeded]),
  })
  .readonly();
export type Condition = z.infer<typeof Condition>;

/** A point that work passes once all conditions hold. Those of a phase are passed in order, the last leads on. */
export const Gate = z
  .strictObject({
    id: Slug,
    title: Name,
    clauses: z.array(z.string()).readonly(),
    conditions: z.array(Condition).min(1, "a gate needs at least one condition").readonly(),
  })
  .readonly();
export type Gate = z.infer<typeof Gate>;
