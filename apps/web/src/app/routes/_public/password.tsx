import { createFileRoute } from "@tanstack/react-router";
import { ResetPage } from "../../../sign-in/reset-page.tsx";

export const Route = createFileRoute("/_public/password")({ component: ResetPage });
