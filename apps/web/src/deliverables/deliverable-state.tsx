import { t } from "@lingui/core/macro";
import type { DeliverableProgress } from "../api/answers.ts";
import { StateBadge } from "../standing/state-badge.tsx";

/** Whether the work goes on, waits for its bill, or is over. */
export function DeliverableState({ state, outcome }: Pick<DeliverableProgress, "state" | "outcome">) {
  if (state === "open") return <StateBadge tone="quiet">{t`Open`}</StateBadge>;
  const cancelled = outcome === "cancelled";
  if (state === "ending")
    return <StateBadge tone="soon">{cancelled ? t`Cancelled, closing` : t`Completed, closing`}</StateBadge>;
  return <StateBadge tone={cancelled ? "quiet" : "good"}>{cancelled ? t`Cancelled` : t`Completed`}</StateBadge>;
}

/** What becomes of its statement of work. */
export function SowState({ sow }: Pick<DeliverableProgress, "sow">) {
  if (sow === null) return <StateBadge tone="quiet">{t`No SOW yet`}</StateBadge>;
  if (sow.state === "approved") return <StateBadge tone="good">{t`SOW approved`}</StateBadge>;
  if (sow.state === "issued") return <StateBadge tone="soon">{t`SOW to approve`}</StateBadge>;
  return <StateBadge tone="quiet">{t`SOW replaced`}</StateBadge>;
}
