import { Trans } from "@lingui/react/macro";
import type { Standing } from "../api/answers.ts";
import { StateBadge } from "./state-badge.tsx";

export function StandingBadge({ standing }: { readonly standing: Standing["standing"] }) {
  return standing === "stopped" ? (
    <StateBadge tone="late" stop>
      <Trans>Work stopped</Trans>
    </StateBadge>
  ) : (
    <StateBadge tone="good">
      <Trans>Good standing</Trans>
    </StateBadge>
  );
}
