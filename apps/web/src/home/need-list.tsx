import { Button, Text } from "@mantine/core";
import { IconCircleCheck } from "@tabler/icons-react";
import { lazy, Suspense, useState } from "react";
import type { Need } from "../api/answers.ts";
import { useToday } from "../api/session.ts";
import { formatDay } from "../figures/day-text.ts";
import { Money } from "../figures/money.tsx";
import { Empty } from "../page/empty.tsx";
import { StateBadge } from "../standing/state-badge.tsx";
import type { Tone } from "../theme/tones.ts";
import { ClauseLink } from "../why/clause-link.tsx";
import { NeedAction, NeedTitle } from "./need-action.tsx";
import classes from "./need-list.module.css";

const words: Readonly<Record<Need["kind"], string>> = {
  request: "Request due",
  promise: "Promise at risk",
  approval: "Approval",
  settlement: "To decide",
  stopped: "Work stopped",
  overdue: "Overdue",
  "allowance-low": "Hours low",
  held: "Held time",
  unbilled: "To bill",
  "time-missing": "Time missing",
  review: "To review",
  message: "Not delivered",
};

const tones: Readonly<Record<Need["urgency"], Tone>> = { late: "late", soon: "soon", open: "quiet" };

/** No more than this many rows at first: the costliest are on top. */
const rowsAtFirst = 25;

const RetryMessage = lazy(async () => ({ default: (await import("./retry-message.tsx")).RetryMessage }));

/** The days that a sentence names, as people read them. */
const withDays = (sentence: string, today: string): string =>
  sentence.replace(/\b\d{4}-\d{2}-\d{2}\b/g, (day) => formatDay(day, today));

/** What waits, in the order of what waiting costs; each with the one thing to do about it. */
export function NeedList({
  needs,
  count,
  currency,
}: {
  readonly needs: readonly Need[];
  /** How many there are, should they be more than are listed. */
  readonly count: number;
  readonly currency: string;
}) {
  const [all, setAll] = useState(false);
  const today = useToday();
  if (needs.length === 0)
    return (
      <Empty
        icon={<IconCircleCheck />}
        title="Nothing waits for you"
        next="Requests without an answer, promises that come near, approvals, overdue invoices and work to bill will show up here."
      />
    );
  const shown = all ? needs : needs.slice(0, rowsAtFirst);
  return (
    <>
      <ul className={classes.needs}>
        {shown.map((need) => (
          <li key={`${need.kind} ${need.account} ${need.about} ${need.clause}`} className={classes.need}>
            <div className={classes.kind}>
              <StateBadge tone={tones[need.urgency]} stop={need.kind === "stopped"}>
                {words[need.kind]}
              </StateBadge>
            </div>
            <div className={classes.what}>
              <NeedTitle need={need} />
              <Text size="sm" c="dimmed" component="div">
                {withDays(need.message, today)} {need.clause === null ? null : <ClauseLink id={need.clause} />}
              </Text>
            </div>
            <div className={classes.cost}>
              {need.cost === 0 ? null : <Money amount={need.cost} currency={currency} />}
            </div>
            <div className={classes.action}>
              {need.kind === "message" && need.about !== null ? (
                <Suspense>
                  <RetryMessage message={need.about} />
                </Suspense>
              ) : (
                <NeedAction need={need} />
              )}
            </div>
          </li>
        ))}
      </ul>
      <div className={classes.foot}>
        {shown.length < needs.length ? (
          <Button size="xs" variant="default" onClick={() => setAll(true)}>
            Show {needs.length - shown.length} more
          </Button>
        ) : count > needs.length ? (
          <Text size="sm" c="dimmed">
            {count - needs.length} more wait, of less cost than these.
          </Text>
        ) : null}
      </div>
    </>
  );
}
