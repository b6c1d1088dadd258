import { createFileRoute } from "@tanstack/react-router";
import { z } from "zod";
import { ProcessPage } from "../../../public/process-page.tsx";

export const Route = createFileRoute("/_public/process")({
  validateSearch: z.object({ clause: z.string().optional().catch(undefined) }),
  component: ProcessPage,
});
