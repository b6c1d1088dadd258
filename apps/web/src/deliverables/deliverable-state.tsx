import type { DeliverableProgress } from "../api/answers.ts";
import { StateBadge } from "../standing/state-badge.tsx";

/** Whether the work goes on, waits for its bill, or is over. */
export function DeliverableState({ state, outcome }: Pick<DeliverableProgress, "state" | "outcome">) {
  if (state === "open") return <StateBadge tone="quiet">Open</StateBadge>;
  const word = outcome === "cancelled" ? "Cancelled" : "Completed";
  if (state === "ending") return <StateBadge tone="soon">{word}, closing</StateBadge>;
  return <StateBadge tone={outcome === "cancelled" ? "quiet" : "good"}>{word}</StateBadge>;
}

/** What becomes of its statement of work. */
export function SowState({ sow }: Pick<DeliverableProgress, "sow">) {
  if (sow === null) return <StateBadge tone="quiet">No SOW yet</StateBadge>;
  if (sow.state === "approved") return <StateBadge tone="good">SOW approved</StateBadge>;
  if (sow.state === "issued") return <StateBadge tone="soon">SOW to approve</StateBadge>;
  return <StateBadge tone="quiet">SOW replaced</StateBadge>;
}
