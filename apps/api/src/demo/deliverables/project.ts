import type { DeliverableKind, LeadTime } from "@cimpro/domain";

/**
 * A deliverable of a made-up customer and what becomes of it. Days are business days before the present one, so that
 * every clock ends alike; negative ones lie ahead. Time is in hours, money in cents.
 */
export interface DemoProject {
  readonly account: string;
  /** One that the account began with, if `added` is missing. */
  readonly id: string;
  readonly added?: { readonly ago: number; readonly name: string };
  readonly kind: DeliverableKind;
  readonly parent?: string;
  readonly requirements: string;
  /** The critical workflows that it touches. */
  readonly touches?: readonly string[];
  readonly drawsFromAllowance?: boolean;
  readonly hours?: PhaseHours;
  readonly sows?: readonly DemoSow[];
  readonly changes?: readonly DemoChange[];
  readonly work?: readonly DemoWork[];
  /** The notes beside that time. */
  readonly notes?: readonly [string, ...string[]];
  readonly course?: Course;
  readonly wentBack?: { readonly ago: number; readonly to: string; readonly reason: string };
  readonly findings?: readonly DemoFinding[];
  readonly waits?: readonly { readonly from: number; readonly to?: number; readonly what: string }[];
  readonly decision?: { readonly ago: number; readonly reason: string };
  readonly cancelled?: { readonly ago: number; readonly reason: string };
}

/** Hours estimated for each phase that takes any. */
export type PhaseHours = Readonly<
  Partial<
    Record<"discovery" | "technical-planning" | "implementation" | "testing" | "deployment" | "stabilization", number>
  >
>;

export interface DemoSow {
  readonly issued: number;
  readonly approved?: number;
  readonly leadTime?: LeadTime;
  readonly rushBy?: number;
  readonly expeditedBy?: number;
  readonly deposit?: number;
}

export interface DemoChange {
  readonly proposed: number;
  readonly hours: number;
  readonly scope: string;
  readonly expeditedBy?: number;
  readonly approved?: number;
  readonly declined?: { readonly ago: number; readonly reason: string };
}

/** Time that is logged on the day, spread evenly. */
export interface DemoWork {
  readonly from: number;
  readonly to: number;
  readonly hours: number;
  readonly by: readonly [string, ...string[]];
}

/** What was found by the customer: a punch-list item before the work is live, else an issue. */
export interface DemoFinding {
  readonly kind: "punch-list-item" | "issue";
  readonly ago: number;
  readonly what: string;
  readonly done?: { readonly ago: number; readonly note: string };
}

/** When the work got further, from the approval of its SOW on; it is where the first missing one leaves it. */
export interface Course {
  readonly planWritten?: number;
  readonly planApproved?: number;
  readonly onStaging?: number;
  readonly tested?: number;
  /** The link for the customer's testing: the delivery, by the built-in policy (LEAD-7). */
  readonly handedOver?: number;
  readonly accepted?: number;
  readonly scheduled?: { readonly ago: number; readonly for: number };
  /** The customer's staff, of work that touches a critical workflow. */
  readonly staffTold?: number;
  readonly published?: number;
  readonly stable?: number;
}
