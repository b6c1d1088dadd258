import { z } from "zod";

/** What a person of the services team may be (ROLE-5). */
export const Role = z.enum(["admin", "coordinator", "consultant", "developer", "finance"]);
export type Role = z.infer<typeof Role>;

/** Everyone of the services team. */
export const team: readonly Role[] = Role.options;
/** Everything commercial. */
export const commercial: readonly Role[] = ["admin", "coordinator"];
/** Invoices and payments. */
export const financial: readonly Role[] = ["admin", "coordinator", "finance"];
/** Users, policy, the books as a whole. */
export const administrative: readonly Role[] = ["admin"];
/** Whose time entries are their own only. */
export const ownTimeOnly: readonly Role[] = ["consultant", "developer"];

/** Who is asking, proven by a session, a token, or by running in the process itself. */
export interface Actor {
  readonly name: string;
  readonly role: Role;
}
