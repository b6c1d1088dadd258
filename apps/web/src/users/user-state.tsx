import type { User } from "../api/answers.ts";
import { StateBadge } from "../standing/state-badge.tsx";

export function UserState({ state }: { readonly state: User["state"] }) {
  switch (state) {
    case "active":
      return <StateBadge tone="good">Active</StateBadge>;
    case "invited":
      return <StateBadge tone="soon">Invited</StateBadge>;
    case "disabled":
      return (
        <StateBadge tone="quiet" stop>
          Disabled
        </StateBadge>
      );
  }
}
