import type { AppRouter } from "@cimpro/api/router-types";
import type { QueryClient } from "@tanstack/react-query";
import { createRouter } from "@tanstack/react-router";
import type { TRPCOptionsProxy } from "@trpc/tanstack-react-query";
import { PageSkeleton } from "../page/page-skeleton.tsx";
import { NotFound } from "./not-found.tsx";
import { rememberPlaces } from "./places-been.ts";
import { RouteError } from "./route-error.tsx";
import { routeTree } from "./route-tree.gen.ts";

/** What every route can ask. */
export interface RouteContext {
  readonly queries: QueryClient;
  readonly api: TRPCOptionsProxy<AppRouter>;
}

export function createAppRouter(context: RouteContext) {
  const router = createRouter({
    routeTree,
    context,
    defaultPreload: "intent",
    // The query cache decides what is fresh.
    defaultPreloadStaleTime: 0,
    defaultPendingMs: 150,
    defaultPendingMinMs: 200,
    defaultPendingComponent: PageSkeleton,
    defaultErrorComponent: RouteError,
    defaultNotFoundComponent: () => NotFound({}),
    scrollRestoration: true,
  });
  rememberPlaces(router.history);
  return router;
}

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
