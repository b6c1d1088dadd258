import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { formatMoney } from "../figures/money-text.ts";
import { StateBadge } from "../standing/state-badge.tsx";
import type { PreviewRow } from "./compare-drafts.ts";

/** What became of a document since the preview that was outdated. */
export function ChangeBadge({ row }: { readonly row: PreviewRow }) {
  const { was, gone, total, currency } = row;
  if (gone)
    return (
      <StateBadge tone="quiet">
        <Trans>no longer issued</Trans>
      </StateBadge>
    );
  if (was === null)
    return (
      <StateBadge tone="soon">
        <Trans>new</Trans>
      </StateBadge>
    );
  if (was === total) return t`the same`;
  const before = formatMoney(was, currency);
  return (
    <StateBadge tone="soon">
      <Trans>was {before}</Trans>
    </StateBadge>
  );
}
