import { formatMoney } from "../figures/money-text.ts";
import { StateBadge } from "../standing/state-badge.tsx";
import type { PreviewRow } from "./compare-drafts.ts";

/** What became of a document since the preview that was outdated. */
export function ChangeBadge({ row }: { readonly row: PreviewRow }) {
  const { was, gone, total, currency } = row;
  if (gone) return <StateBadge tone="quiet">no longer issued</StateBadge>;
  if (was === null) return <StateBadge tone="soon">new</StateBadge>;
  if (was === total) return "the same";
  return <StateBadge tone="soon">was {formatMoney(was, currency)}</StateBadge>;
}
