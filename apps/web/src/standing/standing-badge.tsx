import type { Standing } from "../api/answers.ts";
import { StateBadge } from "./state-badge.tsx";

export function StandingBadge({ standing }: { readonly standing: Standing["standing"] }) {
  return standing === "stopped" ? (
    <StateBadge tone="late" stop>
      Work stopped
    </StateBadge>
  ) : (
    <StateBadge tone="good">Good standing</StateBadge>
  );
}
