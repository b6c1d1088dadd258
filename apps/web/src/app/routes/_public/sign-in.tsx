import { createFileRoute, redirect } from "@tanstack/react-router";
import { isSignedOut } from "../../../api/refusal.ts";
import { returnTo } from "../../../sign-in/return-to.ts";
import { SignInPage } from "../../../sign-in/sign-in-page.tsx";
import { SignInSearch } from "../../../sign-in/sign-in-search.ts";

export const Route = createFileRoute("/_public/sign-in")({
  validateSearch: SignInSearch,
  beforeLoad: async ({ context: { queries, api }, search: { to } }) => {
    // Asked anew: whoever comes here may just have been signed out.
    const signedIn = await queries.fetchQuery({ ...api.session.me.queryOptions(), staleTime: 0 }).then(
      () => true,
      (error: unknown) => {
        if (!isSignedOut(error)) throw error;
        queries.removeQueries({ queryKey: api.session.me.queryKey() });
        return false;
      },
    );
    if (signedIn) throw redirect({ href: returnTo(to), replace: true });
  },
  loader: ({ context: { queries, api } }) => queries.ensureQueryData(api.session.demoPeople.queryOptions()),
  component: SignInPage,
});
