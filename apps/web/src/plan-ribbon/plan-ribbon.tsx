import type { ImplementationPlan, ImplementationTerms } from "@cimpro/domain";
import { Badge, Group, Text } from "@mantine/core";
import type { CSSProperties, ReactNode } from "react";
import { formatDay, formatShortDay } from "../figures/day-text.ts";
import classes from "./plan-ribbon.module.css";
import { type Ribbon, type RibbonRow, type RibbonSpan, ribbonOf } from "./plan-rows.ts";

/** Whose turn a step is, in the words of who looks at it. */
export interface SideWords {
  readonly ours: string;
  readonly theirs: string;
  readonly neither: string;
}

/**
 * Stages and steps over the weeks from the order date: the target under the forecast, whose turn each is, today's line,
 * and slip in days with its owner.
 */
export function PlanRibbon({
  plan,
  terms,
  orderedOn,
  done,
  today,
  words,
  action,
}: {
  readonly plan: ImplementationPlan;
  readonly terms: ImplementationTerms;
  readonly orderedOn: string;
  readonly done: Readonly<Record<string, string>>;
  readonly today: string;
  readonly words: SideWords;
  /** What can be done about a step, such as to mark it as done. */
  readonly action?: (row: RibbonRow) => ReactNode;
}) {
  const ribbon = ribbonOf(plan, terms, { orderedOn, done, today });
  const stages = terms.stages.filter(({ number }) => ribbon.rows.some(({ step }) => step.stage === number));
  return (
    <div className={classes.ribbon}>
      <Weeks ribbon={ribbon} today={today} />
      {stages.map((stage) => (
        <section key={stage.number} aria-label={stage.title}>
          <Text fw={600} size="sm" mt="sm" mb={4}>
            {stage.title}
          </Text>
          <ol className={classes.rows}>
            {ribbon.rows
              .filter(({ step }) => step.stage === stage.number)
              .map((row) => (
                <li key={row.step.id} className={classes.row}>
                  <div>
                    <Group gap={6} align="baseline">
                      <Text size="sm">{row.step.label}</Text>
                      <Badge variant="default" data-side={row.side} className={classes.side}>
                        {words[row.side]}
                      </Badge>
                    </Group>
                    <Text size="sm" c="dimmed">
                      {datesOf(row, today)} {slipWords(row, words)}
                    </Text>
                    {action?.(row)}
                  </div>
                  <Track ribbon={ribbon} row={row} />
                </li>
              ))}
          </ol>
        </section>
      ))}
      <Text size="xs" c="dimmed" mt="sm">
        Filled: forecast. Outlined below it: the target. {ribbon.today === null ? "" : "The line is today."}
      </Text>
    </div>
  );
}

function Weeks({ ribbon, today }: { readonly ribbon: Ribbon; readonly today: string }) {
  return (
    <div className={classes.row} aria-hidden>
      <div />
      <div className={classes.weeks}>
        {ribbon.weeks.map(({ number, start }) => (
          <span key={number} title={`Week ${number}: from ${formatDay(start, today)}`}>
            {formatShortDay(start)}
          </span>
        ))}
      </div>
    </div>
  );
}

const place = ({ from, size }: RibbonSpan): CSSProperties => ({
  insetInlineStart: `${from * 100}%`,
  width: `${Math.max(0.6, size * 100)}%`,
});

function Track({ ribbon, row }: { readonly ribbon: Ribbon; readonly row: RibbonRow }) {
  return (
    <div className={classes.track} aria-hidden style={{ "--weeks": ribbon.weeks.length } as CSSProperties}>
      <div
        className={classes.forecast}
        data-side={row.side}
        data-done={row.done !== null || undefined}
        data-open={row.forecast.open || undefined}
        style={place(row.forecast)}
      />
      <div className={classes.target} data-open={row.target.open || undefined} style={place(row.target)} />
      {ribbon.today === null ? null : (
        <div className={classes.today} style={{ insetInlineStart: `${ribbon.today * 100}%` }} />
      )}
    </div>
  );
}

function datesOf({ step: { forecast }, done }: RibbonRow, today: string): string {
  if (done !== null) return `Done ${formatDay(done, today)}.`;
  if (forecast.end === null) return `From ${formatDay(forecast.start, today)}, no end of its own.`;
  return `${formatDay(forecast.start, today)} – ${formatDay(forecast.end, today)}.`;
}

function slipWords({ step: { slipDays, slip } }: RibbonRow, words: SideWords): string {
  if (slipDays === 0) return "";
  if (slipDays < 0) return `${-slipDays} ${-slipDays === 1 ? "day" : "days"} early.`;
  const owners = slip
    .filter(({ days }) => days > 0)
    .map(({ days, whose }) => `${days} ${words[whose].toLowerCase()}`)
    .join(", ");
  return `${slipDays} ${slipDays === 1 ? "day" : "days"} late${owners === "" ? "" : ` (${owners})`}.`;
}
