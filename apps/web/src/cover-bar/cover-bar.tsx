import { formatDuration } from "@cimpro/domain";
import { Trans } from "@lingui/react/macro";
import type { CSSProperties } from "react";
import { formatMoney } from "../figures/money-text.ts";
import { sum } from "../figures/sum.ts";
import classes from "./cover-bar.module.css";
import { type CoverPart, partKey, shadeOf, shownParts } from "./cover-part.ts";
import { CoverTable } from "./cover-table.tsx";

/**
 * Where a span of work went. The parts stand in proportion to their minutes and are never cut off: with an `end` (what
 * was granted or approved) they may run past its mark.
 */
export function CoverBar({
  label,
  parts,
  end,
  currency,
}: {
  readonly label: string;
  readonly parts: readonly CoverPart[];
  readonly end?: { readonly minutes: number; readonly label: string };
  readonly currency?: string;
}) {
  const shown = shownParts(parts);
  const total = sum(shown.map(({ minutes }) => minutes));
  const geometry = { "--total": total, "--end": end?.minutes ?? total } as CSSProperties;
  return (
    <figure className={classes.bar} style={geometry}>
      <div className={classes.track} aria-hidden>
        {shown.map((part) => (
          <div
            key={partKey(part)}
            className={classes.part}
            data-kind={part.kind}
            data-shade={shadeOf(shown, part)}
            data-pending={part.pending}
            style={{ flexGrow: part.minutes }}
            title={`${part.label}: ${formatDuration(part.minutes)}`}
          >
            <span className={classes.minutes}>{formatDuration(part.minutes)}</span>
            {part.amount === undefined || currency === undefined ? null : (
              <span className={classes.amount}>{formatMoney(part.amount, currency)}</span>
            )}
          </div>
        ))}
        <div className={classes.rest} />
        {total === 0 ? (
          <div className={classes.nothing}>
            <Trans>no time yet</Trans>
          </div>
        ) : null}
        {end === undefined ? null : (
          <div className={classes.end} title={`${end.label}: ${formatDuration(end.minutes)}`} />
        )}
      </div>
      <CoverTable label={label} parts={shown} currency={currency} end={end} />
    </figure>
  );
}
