import type { LeadTimeClock } from "@cimpro/domain";
import { Text } from "@mantine/core";
import { IconFlag, IconFlagFilled, IconGitBranch, IconPackage, IconPlayerPlay } from "@tabler/icons-react";
import { formatDay } from "../figures/day-text.ts";
import classes from "./day-strip.module.css";
import { type StripCell, stripCells, stripCounts } from "./strip-cells.ts";

const words = {
  running: "Running",
  client: "Waiting on the customer",
  product: "Waiting on the product team",
  stoppage: "Stopped for non-payment",
} as const;

const icons = {
  start: IconPlayerPlay,
  "change-order": IconGitBranch,
  "stated-due": IconFlag,
  due: IconFlagFilled,
  delivery: IconPackage,
} as const;

/**
 * The lead-time clock: a cell for each business day, whose it is, and the dates that count. `small` is the strip alone,
 * as on a card.
 */
export function DayStrip({ clock, small }: { readonly clock: LeadTimeClock; readonly small?: true }) {
  const cells = stripCells(clock);
  if (small) return <Strip cells={cells} today={clock.today} label={clock.sentence} small />;
  return (
    <figure className={classes.figure}>
      <Strip cells={cells} today={clock.today} label={clock.sentence} />
      <figcaption>
        <Text size="sm" mt="xs">
          {clock.sentence}
        </Text>
        <ul className={classes.legend}>
          {stripCounts(clock).map(({ kind, days }) => (
            <li key={kind}>
              <span className={classes.swatch} data-kind={kind} aria-hidden />
              {words[kind]}: {days} business {days === 1 ? "day" : "days"}
            </li>
          ))}
        </ul>
        <ul className={classes.legend}>
          {clock.markers.map(({ on, kind, label }) => {
            const Icon = icons[kind];
            return (
              <li key={`${on} ${label}`}>
                <Icon size={14} aria-hidden /> {label}: {formatDay(on, clock.today)}
              </li>
            );
          })}
        </ul>
      </figcaption>
    </figure>
  );
}

function Strip({
  cells,
  today,
  label,
  small,
}: {
  readonly cells: readonly StripCell[];
  readonly today: string;
  readonly label: string;
  readonly small?: true;
}) {
  return (
    <div className={classes.strip} data-small={small} role="img" aria-label={label}>
      {cells.map(({ day, kind, ahead, isToday, afterRest, markers }) => (
        <div
          key={day}
          className={classes.cell}
          data-kind={kind}
          data-ahead={ahead || undefined}
          data-today={isToday || undefined}
          data-after-rest={afterRest || undefined}
          title={[`${formatDay(day, today)}: ${words[kind].toLowerCase()}`, ...markers.map((each) => each.label)].join(
            "\n",
          )}
        >
          {markers.map((marker) => {
            const Icon = icons[marker.kind];
            return <Icon key={marker.label} size={small ? 10 : 14} className={classes.marker} />;
          })}
        </div>
      ))}
    </div>
  );
}
