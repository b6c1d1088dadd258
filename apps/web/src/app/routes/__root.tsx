import { createRootRouteWithContext, Outlet } from "@tanstack/react-router";
import { Nowhere } from "../nowhere.tsx";
import type { RouteContext } from "../router.ts";

/** Two frames stand below: `_app` for who is signed in, `_public` for everyone. */
export const Route = createRootRouteWithContext<RouteContext>()({
  component: Outlet,
  notFoundComponent: Nowhere,
});
