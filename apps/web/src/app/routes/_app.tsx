import { createFileRoute, redirect } from "@tanstack/react-router";
import { isSignedOut } from "../../api/refusal.ts";
import { comingBackTo } from "../../sign-in/return-to.ts";
import { Shell } from "../shell.tsx";
import { ShellSkeleton } from "../shell-skeleton.tsx";

export const Route = createFileRoute("/_app")({
  beforeLoad: async ({ context: { queries, api }, location }) => {
    try {
      await queries.ensureQueryData({ ...api.session.me.queryOptions(), staleTime: 60_000 });
    } catch (error) {
      if (!isSignedOut(error)) throw error;
      throw redirect({ to: "/sign-in", search: comingBackTo(location.href), replace: true });
    }
  },
  component: Shell,
  pendingComponent: ShellSkeleton,
});
