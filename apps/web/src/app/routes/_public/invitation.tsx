import { createFileRoute } from "@tanstack/react-router";
import { InvitationPage } from "../../../sign-in/invitation-page.tsx";

export const Route = createFileRoute("/_public/invitation")({ component: InvitationPage });
