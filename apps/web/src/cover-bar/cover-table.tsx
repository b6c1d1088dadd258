import { formatDuration } from "@cimpro/domain";
import { plural } from "@lingui/core/macro";
import { formatMoney } from "../figures/money-text.ts";
import classes from "./cover-bar.module.css";
import { type CoverPart, partKey, shadeOf } from "./cover-part.ts";

/** What the bar shows, to read: its legend for the eyes, its table for everyone else. */
export function CoverTable({
  label,
  parts,
  currency,
  end,
}: {
  readonly label: string;
  readonly parts: readonly CoverPart[];
  readonly currency: string | undefined;
  readonly end: { readonly minutes: number; readonly label: string } | undefined;
}) {
  return (
    <table className={classes.legend}>
      <caption className={classes.caption}>{label}</caption>
      <tbody>
        {parts.map((part) => (
          <tr key={partKey(part)}>
            <th scope="row">
              <span
                className={classes.swatch}
                data-kind={part.kind}
                data-shade={shadeOf(parts, part)}
                data-pending={part.pending}
                aria-hidden
              />
              {part.label}
            </th>
            <td title={minutesWords(part.minutes)}>{formatDuration(part.minutes)}</td>
            {part.amount === undefined || currency === undefined ? null : <td>{formatMoney(part.amount, currency)}</td>}
          </tr>
        ))}
        {end === undefined ? null : (
          <tr>
            <th scope="row">
              <span className={classes.mark} aria-hidden />
              {end.label}
            </th>
            <td title={minutesWords(end.minutes)}>{formatDuration(end.minutes)}</td>
          </tr>
        )}
      </tbody>
    </table>
  );
}

const minutesWords = (minutes: number): string => plural(minutes, { one: "# minute", other: "# minutes" });
