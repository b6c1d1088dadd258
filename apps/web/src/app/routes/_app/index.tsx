import { createFileRoute } from "@tanstack/react-router";
import { z } from "zod";
import { Home } from "../../../home/home.tsx";
import { ownAccount } from "../../own-account.ts";

export const Route = createFileRoute("/_app/")({
  validateSearch: z.object({
    why: z.string().optional().catch(undefined),
    sort: z.string().optional().catch(undefined),
    ask: z.enum(["answer"]).optional().catch(undefined),
    wait: z.string().optional().catch(undefined),
  }),
  loader: async ({ context }) => {
    const { queries, api } = context;
    const account = await ownAccount(context);
    if (account === null) await queries.ensureQueryData(api.home.overview.queryOptions({}));
    else await queries.ensureQueryData(api.home.customer.queryOptions({ account }));
  },
  component: Home,
});
