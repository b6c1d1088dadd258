import { createFileRoute } from "@tanstack/react-router";
import { SettingsPage } from "../../../settings/settings-page.tsx";
import { SettingsSearch } from "../../../settings/settings-search.ts";

export const Route = createFileRoute("/_app/settings")({
  validateSearch: SettingsSearch,
  loader: async ({ context: { queries, api } }) => {
    const { user, role } = await queries.ensureQueryData(api.session.me.queryOptions());
    await Promise.all([
      user === null ? null : queries.ensureQueryData(api.session.list.queryOptions()),
      role === "admin" ? queries.ensureQueryData(api.token.list.queryOptions()) : null,
    ]);
  },
  component: SettingsPage,
});
