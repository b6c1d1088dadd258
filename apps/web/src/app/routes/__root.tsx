import { createRootRouteWithContext } from "@tanstack/react-router";
import type { RouteContext } from "../router.ts";
import { Shell } from "../shell.tsx";

export const Route = createRootRouteWithContext<RouteContext>()({
  beforeLoad: async ({ context: { queries, api } }) => {
    await queries.ensureQueryData({ ...api.session.me.queryOptions(), staleTime: 60_000 });
  },
  component: Shell,
});
