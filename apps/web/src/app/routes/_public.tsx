import { createFileRoute } from "@tanstack/react-router";
import { PublicFrame } from "../public-frame.tsx";

export const Route = createFileRoute("/_public")({
  beforeLoad: async ({ context: { queries, api } }) => {
    await queries.ensureQueryData({ ...api.offer.show.queryOptions(), staleTime: 60_000 });
  },
  component: PublicFrame,
});
