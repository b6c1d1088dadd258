import { createFileRoute } from "@tanstack/react-router";
import { z } from "zod";
import { PackageFinderPage } from "../../../public/package-finder-page.tsx";

export const Route = createFileRoute("/_public/package-finder")({
  validateSearch: z.object({
    roles: z.array(z.string().max(100)).max(50).optional().catch(undefined),
    portal: z.enum(["none", "workspaces", "dev-tools"]).optional().catch(undefined),
    // A bare number in an address is read as one.
    hours: z
      .union([z.string().max(40), z.number().transform(String)])
      .optional()
      .catch(undefined),
    context: z.enum(["project", "program"]).optional().catch(undefined),
    clause: z.string().optional().catch(undefined),
  }),
  component: PackageFinderPage,
});
