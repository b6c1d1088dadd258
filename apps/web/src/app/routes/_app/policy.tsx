import { createFileRoute } from "@tanstack/react-router";
import { z } from "zod";
import { PolicyPage } from "../../../policy/policy-page.tsx";

export const Route = createFileRoute("/_app/policy")({
  validateSearch: z.object({
    version: z.int().optional().catch(undefined),
    compare: z.int().optional().catch(undefined),
    clause: z.string().optional().catch(undefined),
    find: z.string().optional().catch(undefined),
  }),
  loaderDeps: ({ search: { version } }) => ({ version }),
  loader: ({ context: { queries, api }, deps: { version } }) =>
    Promise.all([
      queries.ensureQueryData(api.policy.list.queryOptions()),
      queries.ensureQueryData(api.policy.show.queryOptions(version === undefined ? {} : { version })),
    ]),
  component: PolicyPage,
});
