/** The roles of the services team, then those of a customer's people. */
export const roles = [
  "admin",
  "coordinator",
  "consultant",
  "developer",
  "finance",
  "program-manager",
  "project-manager",
  "member",
] as const;
