import { createFileRoute } from "@tanstack/react-router";
import { WorkPage } from "../../../work/work-page.tsx";
import { ownAccount } from "../../own-account.ts";

export const Route = createFileRoute("/_app/work")({
  loader: async ({ context }) => {
    const { queries, api } = context;
    const account = await ownAccount(context);
    if (account === null) return;
    await queries.ensureQueryData(api.home.work.queryOptions({ account }));
  },
  component: WorkPage,
});
