/** What a role is called (ROLE-5). */
const names: Readonly<Record<string, string>> = {
  admin: "Admin",
  coordinator: "Coordinator",
  consultant: "Consultant",
  developer: "Developer",
  finance: "Finance",
  "program-manager": "Program manager",
  "project-manager": "Project manager",
  member: "Team member",
};

export const roleName = (role: string): string => names[role] ?? role;

export const teamRoles = ["admin", "coordinator", "consultant", "developer", "finance"] as const;
export const customerRoles = ["program-manager", "project-manager", "member"] as const;

/** Whom a program manager may let in. */
export const entrustedRoles = ["project-manager", "member"] as const;

export type RoleName = (typeof teamRoles)[number] | (typeof customerRoles)[number];

/** What each role is there for, in a few words. */
export const roleNote: Readonly<Record<RoleName, string>> = {
  admin: "users, policy, the books as a whole",
  coordinator: "requests, SOWs, invoices, every account",
  consultant: "plans, reviews, own time",
  developer: "builds and reviews, own time",
  finance: "invoices and payments",
  "program-manager": "holds the budget and approves",
  "project-manager": "runs the work, asks for more",
  member: "sees the work and answers",
};

export const roleChoices = (roles: readonly RoleName[]) =>
  roles.map((role) => ({ value: role, label: `${roleName(role)}: ${roleNote[role]}` }));

export const isRole = (role: string): role is RoleName =>
  [...teamRoles, ...customerRoles].some((each) => each === role);
