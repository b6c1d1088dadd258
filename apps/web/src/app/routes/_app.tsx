import { createFileRoute } from "@tanstack/react-router";
import { Shell } from "../shell.tsx";

export const Route = createFileRoute("/_app")({
  beforeLoad: async ({ context: { queries, api } }) => {
    await queries.ensureQueryData({ ...api.session.me.queryOptions(), staleTime: 60_000 });
  },
  component: Shell,
});
