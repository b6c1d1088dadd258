import { formatDuration } from "@cimpro/domain";
import { formatMoney } from "../figures/money-text.ts";
import classes from "./cover-bar.module.css";
import { type CoverPart, shadeOf } from "./cover-part.ts";

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
          <tr key={`${part.kind} ${part.label}`}>
            <th scope="row">
              <span className={classes.swatch} data-kind={part.kind} data-shade={shadeOf(parts, part)} aria-hidden />
              {part.label}
            </th>
            <td title={`${part.minutes} minutes`}>{formatDuration(part.minutes)}</td>
            {part.amount === undefined || currency === undefined ? null : <td>{formatMoney(part.amount, currency)}</td>}
          </tr>
        ))}
        {end === undefined ? null : (
          <tr>
            <th scope="row">
              <span className={classes.mark} aria-hidden />
              {end.label}
            </th>
            <td title={`${end.minutes} minutes`}>{formatDuration(end.minutes)}</td>
          </tr>
        )}
      </tbody>
    </table>
  );
}
