import type { LeadTimeClock } from "@cimpro/domain";
import { i18n, type MessageDescriptor } from "@lingui/core";
import { msg, plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Text } from "@mantine/core";
import { IconFlag, IconFlagFilled, IconGitBranch, IconPackage, IconPlayerPlay } from "@tabler/icons-react";
import { formatDay, formatShortDay } from "../figures/day-text.ts";
import classes from "./day-strip.module.css";
import { type StripCell, stripCells, stripCounts, stripWeeks } from "./strip-cells.ts";

/** What a day was, in the legend and beside its date. */
const words: Readonly<Record<StripCell["kind"], readonly [legend: MessageDescriptor, ofDay: MessageDescriptor]>> = {
  running: [msg`Running`, msg`running`],
  client: [msg`Waiting on the customer`, msg`waiting on the customer`],
  product: [msg`Waiting on the product team`, msg`waiting on the product team`],
  stoppage: [msg`Stopped for non-payment`, msg`stopped for non-payment`],
  delivered: [msg`After the delivery`, msg`after the delivery`],
};

const icons = {
  start: IconPlayerPlay,
  "change-order": IconGitBranch,
  "stated-due": IconFlag,
  due: IconFlagFilled,
  delivery: IconPackage,
} as const;

/**
 * The lead-time clock: a cell for each business day, whose it is, and the dates that count. `small` is the strip alone,
 * as on a card: one picture with one sentence, whose cells say nothing by themselves.
 */
export function DayStrip({ clock, small }: { readonly clock: LeadTimeClock; readonly small?: true }) {
  const cells = stripCells(clock);
  if (small) return <SmallStrip cells={cells} label={clock.sentence} />;
  return (
    <figure className={classes.figure}>
      <Strip cells={cells} today={clock.today} label={clock.sentence} />
      <figcaption>
        <Text size="sm" mt="xs">
          {clock.sentence}
        </Text>
        <ul className={classes.legend}>
          {stripCounts(clock).map(({ kind, days }) => {
            const what = i18n._(words[kind][0]);
            const businessDays = plural(days, { one: "# business day", other: "# business days" });
            return (
              <li key={kind}>
                <span className={classes.swatch} data-kind={kind} aria-hidden />
                <Trans>
                  {what}: {businessDays}
                </Trans>
              </li>
            );
          })}
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
}: {
  readonly cells: readonly StripCell[];
  readonly today: string;
  readonly label: string;
}) {
  return (
    <div className={classes.weeks} role="img" aria-label={label}>
      {stripWeeks(cells).map((week) => {
        const [first] = week;
        return first === undefined ? null : (
          <div key={first.day} className={classes.week}>
            <div className={classes.strip}>
              {week.map((cell) => (
                <Day key={cell.day} cell={cell} today={today} />
              ))}
            </div>
            <span className={classes.date}>{formatShortDay(first.day)}</span>
          </div>
        );
      })}
    </div>
  );
}

function Day({ cell, today }: { readonly cell: StripCell; readonly today: string }) {
  const { day, kind, ahead, isToday, markers } = cell;
  const what = ahead ? t`ahead` : i18n._(words[kind][1]);
  const said = isToday ? t`Today, ${formatDay(day, today)}: ${what}` : `${formatDay(day, today)}: ${what}`;
  return (
    <span {...lookOf(cell)} title={[said, ...markers.map((each) => each.label)].join("\n")}>
      <Markers cell={cell} size={14} />
    </span>
  );
}

function SmallStrip({ cells, label }: { readonly cells: readonly StripCell[]; readonly label: string }) {
  return (
    <div className={classes.strip} data-small role="img" aria-label={label}>
      {cells.map((cell) => (
        <span key={cell.day} {...lookOf(cell)}>
          {cell.markers.length === 0 ? null : <Markers cell={cell} size={10} />}
        </span>
      ))}
    </div>
  );
}

function Markers({ cell: { markers }, size }: { readonly cell: StripCell; readonly size: number }) {
  return markers.map(({ kind, label }) => {
    const Icon = icons[kind];
    return <Icon key={label} size={size} />;
  });
}

/** What its style sheet tells a cell by; said only where it applies. */
const lookOf = ({ kind, ahead, isToday, afterRest }: StripCell) => ({
  className: classes.cell,
  "data-kind": kind === "running" ? undefined : kind,
  "data-ahead": ahead || undefined,
  "data-today": isToday || undefined,
  "data-after-rest": afterRest || undefined,
});
