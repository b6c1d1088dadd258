import { Trans } from "@lingui/react/macro";
import type { User } from "../api/answers.ts";
import { StateBadge } from "../standing/state-badge.tsx";

export function UserState({ state }: { readonly state: User["state"] }) {
  switch (state) {
    case "active":
      return (
        <StateBadge tone="good">
          <Trans>Active</Trans>
        </StateBadge>
      );
    case "invited":
      return (
        <StateBadge tone="soon">
          <Trans>Invited</Trans>
        </StateBadge>
      );
    case "disabled":
      return (
        <StateBadge tone="quiet" stop>
          <Trans>Disabled</Trans>
        </StateBadge>
      );
  }
}
