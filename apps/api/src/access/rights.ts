import type { AnyRouter } from "@trpc/server";
import type { Role } from "./roles.ts";

/** Procedures that the same roles may call (ROLE-5). */
export interface Right {
  readonly roles: readonly Role[];
  readonly procedures: readonly string[];
}

let stated: readonly Right[] = [];

/** Which roles may call what: the one table that a dashboard needs to know what to offer, and who can do the rest. */
export const rights = (): readonly Right[] => stated;

/** Reads the table out of the router, once it is there; whatever anybody may call is not in it. */
export function stateRights(router: AnyRouter): void {
  const groups = new Map<string, { readonly roles: readonly Role[]; readonly procedures: string[] }>();
  for (const [path, procedure] of Object.entries(router._def.procedures)) {
    const roles = rolesOf(procedure);
    if (roles === null) continue;
    const group = groups.get(roles.join()) ?? { roles, procedures: [] };
    group.procedures.push(path);
    groups.set(roles.join(), group);
  }
  stated = [...groups.values()];
}

function rolesOf(procedure: unknown): readonly Role[] | null {
  const { meta } = (procedure as { readonly _def: { readonly meta?: { readonly roles: readonly Role[] | "anyone" } } })
    ._def;
  return meta === undefined || meta.roles === "anyone" ? null : meta.roles;
}
