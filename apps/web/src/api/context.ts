import type { AppRouter } from "@cimpro/api/router-types";
import { createTRPCContext } from "@trpc/tanstack-react-query";

/** `useApi()` gives query and mutation options for every procedure; `useApiClient()` calls one directly. */
export const {
  TRPCProvider: ApiProvider,
  useTRPC: useApi,
  useTRPCClient: useApiClient,
} = createTRPCContext<AppRouter>();
