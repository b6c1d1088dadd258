import { createFileRoute } from "@tanstack/react-router";
import { z } from "zod";
import { AccountsPage } from "../../../accounts/accounts-page.tsx";

export const Route = createFileRoute("/_app/accounts/")({
  validateSearch: z.object({
    ask: z.enum(["account"]).optional().catch(undefined),
    find: z.string().optional().catch(undefined),
    sort: z.string().optional().catch(undefined),
  }),
  loader: ({ context: { queries, api } }) => queries.ensureQueryData(api.account.list.queryOptions({ limit: 500 })),
  component: AccountsPage,
});
