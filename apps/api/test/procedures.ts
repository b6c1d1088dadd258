import type { Meta } from "../src/trpc.ts";

/** A procedure of a router, with what it says of itself. */
export interface Procedure {
  readonly path: string;
  readonly type: "query" | "mutation";
  readonly roles: readonly string[] | undefined;
}

/** Every procedure that a router has, by what the router itself says. */
export function proceduresOf(router: { readonly _def: { readonly procedures: object } }): readonly Procedure[] {
  return Object.entries(router._def.procedures).map(([path, procedure]: [string, Built]) => ({
    path,
    type: procedure._def.type,
    roles: procedure._def.meta?.roles,
  }));
}

interface Built {
  readonly _def: { readonly type: "query" | "mutation"; readonly meta?: Partial<Meta> };
}
