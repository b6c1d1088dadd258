import type { ImplementationPlan, ImplementationTerms } from "@cimpro/domain";
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Badge, Group, Text } from "@mantine/core";
import type { CSSProperties, ReactNode } from "react";
import { formatDay, formatShortDay } from "../figures/day-text.ts";
import classes from "./plan-ribbon.module.css";
import { type Ribbon, type RibbonRow, type RibbonSpan, ribbonOf } from "./plan-rows.ts";
import { type Audience, slipWords, turnWords } from "./turn-words.ts";

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
  audience,
  action,
}: {
  readonly plan: ImplementationPlan;
  readonly terms: ImplementationTerms;
  readonly orderedOn: string;
  readonly done: Readonly<Record<string, string>>;
  readonly today: string;
  readonly audience: Audience;
  /** What can be done about a step, such as to mark it as done. */
  readonly action?: (row: RibbonRow) => ReactNode;
}) {
  const ribbon = ribbonOf(plan, terms, { orderedOn, done, today });
  const stages = terms.stages.filter(({ number }) => ribbon.rows.some(({ step }) => step.stage === number));
  return (
    <div className={classes.ribbon}>
      <Weeks ribbon={ribbon} today={today} />
      {stages.map((stage) => (
        <div key={stage.number}>
          <Text fw={600} size="sm" mt="sm" mb={4}>
            {stage.title}
          </Text>
          <ol className={classes.rows} aria-label={stage.title}>
            {ribbon.rows
              .filter(({ step }) => step.stage === stage.number)
              .map((row) => (
                <li key={row.step.id} className={classes.row}>
                  <div>
                    <Group gap={6} align="baseline">
                      <Text size="sm">{row.step.label}</Text>
                      <Badge variant="default" data-side={row.side} className={classes.side}>
                        {turnWords(row.side, audience)}
                      </Badge>
                    </Group>
                    <Text size="sm" c="dimmed">
                      {datesOf(row, today)} <Slip row={row} audience={audience} />
                    </Text>
                  </div>
                  <Track ribbon={ribbon} row={row} />
                  {action === undefined ? null : <div className={classes.action}>{action(row)}</div>}
                </li>
              ))}
          </ol>
        </div>
      ))}
      <Legend ribbon={ribbon} audience={audience} />
    </div>
  );
}

function Weeks({ ribbon, today }: { readonly ribbon: Ribbon; readonly today: string }) {
  return (
    <div className={classes.head} aria-hidden>
      {ribbon.today === null ? null : (
        <div className={classes.todayRow}>
          <span
            className={classes.todayLabel}
            style={{ insetInlineStart: `${ribbon.today * 100}%`, translate: `${ribbon.today * -100}% 0` }}
          >
            <Trans>Today</Trans>
          </span>
        </div>
      )}
      <div className={classes.weeks}>
        {ribbon.weeks.map(({ number, start }) => {
          const day = formatDay(start, today);
          return (
            <span key={number} title={t`Week ${number}: from ${day}`}>
              {formatShortDay(start)}
            </span>
          );
        })}
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
      {row.forecast.from >= 1 ? (
        <span className={classes.beyond}>→</span>
      ) : (
        <div
          className={classes.forecast}
          data-side={row.side}
          data-done={row.done !== null || undefined}
          data-open={row.forecast.open || undefined}
          style={place(row.forecast)}
        />
      )}
      {row.target.from >= 1 ? null : (
        <div className={classes.target} data-open={row.target.open || undefined} style={place(row.target)} />
      )}
      {ribbon.today === null ? null : (
        <div className={classes.today} style={{ insetInlineStart: `${ribbon.today * 100}%` }} />
      )}
    </div>
  );
}

/** What the colours and lines mean; of whose turn it is, those that this plan has. */
function Legend({ ribbon: { rows, today }, audience }: { readonly ribbon: Ribbon; readonly audience: Audience }) {
  const sides = (["ours", "theirs", "neither"] as const).filter((side) => rows.some((row) => row.side === side));
  return (
    <Group gap="md" mt="sm" className={classes.legend}>
      {sides.map((side) => (
        <span key={side}>
          <i className={classes.forecast} data-side={side} /> {turnWords(side, audience)}
        </span>
      ))}
      <span>
        <i className={classes.target} /> <Trans>Target</Trans>
      </span>
      {today === null ? null : (
        <span>
          <i className={classes.today} /> <Trans>Today</Trans>
        </span>
      )}
      <Trans>Filled: forecast, paler once done.</Trans>
    </Group>
  );
}

/** Late days with their owners; while it can still be made up, in the colour of lateness. */
function Slip({ row: { step, done }, audience }: { readonly row: RibbonRow; readonly audience: Audience }) {
  const words = slipWords(step, audience);
  if (words === "") return null;
  return (
    <Text
      span
      inherit
      fw={550}
      className={classes.slip}
      data-tone={done !== null ? undefined : step.slipDays > 0 ? "late" : "good"}
    >
      {words}
    </Text>
  );
}

function datesOf({ step: { forecast }, done }: RibbonRow, today: string): string {
  if (done !== null) {
    const day = formatDay(done, today);
    return t`Done ${day}.`;
  }
  const start = formatDay(forecast.start, today);
  if (forecast.end === null) return t`From ${start}, no end of its own.`;
  const end = formatDay(forecast.end, today);
  return t`${start} – ${end}.`;
}
