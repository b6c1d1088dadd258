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
    if (account !== null) return void (await queries.ensureQueryData(api.home.customer.queryOptions({ account })));
    const { needCount, accounts } = await queries.ensureQueryData(api.home.overview.queryOptions({}));
    // With nothing going on, the page asks whether there is any account at all.
    if (needCount === 0 && accounts.length === 0)
      await queries.ensureQueryData(api.account.list.queryOptions({ limit: 500 }));
  },
  component: Home,
});
