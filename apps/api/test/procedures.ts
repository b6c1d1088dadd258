import type { Meta } from "../src/trpc.ts";

/** A procedure of a router, with what it says of itself. */
export interface Procedure {
  readonly path: string;
  readonly type: "query" | "mutation" | "subscription";
  readonly roles: readonly string[] | "anyone" | undefined;
  /** Whether a customer names their account in the input. */
  readonly scope: Meta["scope"] | undefined;
}

/** Every procedure that a router has, by what the router itself says. */
export function proceduresOf(router: { readonly _def: { readonly procedures: object } }): readonly Procedure[] {
  return Object.entries(router._def.procedures).map(([path, procedure]: [string, Built]) => ({
    path,
    type: procedure._def.type,
    roles: procedure._def.meta?.roles,
    scope: procedure._def.meta?.scope,
  }));
}

interface Built {
  readonly _def: { readonly type: "query" | "mutation" | "subscription"; readonly meta?: Partial<Meta> };
}
