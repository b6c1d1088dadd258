import { z } from "zod";

/** What a person of the services team may be (ROLE-5). */
export const TeamRole = z.enum(["admin", "coordinator", "consultant", "developer", "finance"]);
export type TeamRole = z.infer<typeof TeamRole>;

/** What a person of a customer may be: the program manager holds the budget (ROLE-5). */
export const CustomerRole = z.enum(["program-manager", "project-manager", "member"]);
export type CustomerRole = z.infer<typeof CustomerRole>;

export const Role = z.enum([...TeamRole.options, ...CustomerRole.options]);
export type Role = z.infer<typeof Role>;

/** Everyone of the services team. */
export const team: readonly Role[] = TeamRole.options;
/** Everything commercial. */
export const commercial: readonly Role[] = ["admin", "coordinator"];
/** Invoices and payments. */
export const financial: readonly Role[] = ["admin", "coordinator", "finance"];
/** Users, policy, the books as a whole. */
export const administrative: readonly Role[] = ["admin"];
/** Plans, reviews, phases: whoever delivers the work. */
export const delivering: readonly Role[] = ["admin", "coordinator", "consultant", "developer"];
/** Whoever runs an implementation: those who deliver, and the customer's managers. */
export const managing: readonly Role[] = [...delivering, "program-manager", "project-manager"];
/** Whose time entries are their own only. */
export const ownTimeOnly: readonly Role[] = ["consultant", "developer", "finance"];

/** Everyone of a customer. A procedure for them names its account in the input, and it must be their own. */
export const customers: readonly Role[] = CustomerRole.options;
/** Who approves SOWs, change orders and UAT for a customer; a coordinator may put such an approval on record. */
export const approving: readonly Role[] = ["admin", "coordinator", "program-manager"];
/** Who invites people: an admin anybody, a program manager the project managers and members of their own account. */
export const inviting: readonly Role[] = ["admin", "program-manager"];
/** The services team and the customer whose account it is. */
export const everyone: readonly Role[] = Role.options;

/** Who is asking, proven by a session, a token, or by running in the process itself. */
export interface Actor {
  readonly name: string;
  readonly role: Role;
  /** The customer's account; the services team has none. */
  readonly account?: string;
  /** The user behind a session; a token and whoever runs the process have none. */
  readonly user?: string;
  /** A token that may change nothing. */
  readonly readOnly?: true;
}
