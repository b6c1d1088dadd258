import type { RouteContext } from "./router.ts";

/** The account of a customer's person who opens a page; null for the team. */
export async function ownAccount({ queries, api }: RouteContext): Promise<string | null> {
  return (await queries.ensureQueryData(api.session.me.queryOptions())).account?.id ?? null;
}
