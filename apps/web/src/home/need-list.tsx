import type { MessageDescriptor } from "@lingui/core";
import { i18n } from "@lingui/core";
import { msg, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Text } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { IconCircleCheck } from "@tabler/icons-react";
import { lazy, Suspense, useState } from "react";
import type { Need } from "../api/answers.ts";
import { rolesIn, useSession } from "../api/session.ts";
import { withDays } from "../figures/day-text.ts";
import { Money } from "../figures/money.tsx";
import { Empty } from "../page/empty.tsx";
import { StateBadge } from "../standing/state-badge.tsx";
import type { Tone } from "../theme/tones.ts";
import { ClauseLink } from "../why/clause-link.tsx";
import { NeedAction, NeedTitle } from "./need-action.tsx";
import classes from "./need-list.module.css";
import { needProcedure } from "./need-procedure.ts";

const words: Readonly<Record<Need["kind"], MessageDescriptor>> = {
  request: msg`Request due`,
  promise: msg`Promise at risk`,
  answer: msg`Answered`,
  approval: msg`Approval`,
  settlement: msg`To decide`,
  stopped: msg`Work stopped`,
  overdue: msg`Overdue`,
  "allowance-low": msg`Hours low`,
  held: msg`Held time`,
  unbilled: msg`To bill`,
  "time-missing": msg`Time missing`,
  review: msg`To review`,
  message: msg`Not delivered`,
};

const tones: Readonly<Record<Need["urgency"], Tone>> = { late: "late", soon: "soon", open: "quiet" };

/** No more than this many rows at first: the costliest are on top. On a phone a row is a card. */
const rowsAtFirst = { wide: 25, narrow: 10 };

const RetryMessage = lazy(async () => ({ default: (await import("./retry-message.tsx")).RetryMessage }));

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
  const { today, role, name, rights } = useSession();
  // What somebody else has to do comes after what the reader can do.
  const isMine = (need: Need): boolean => {
    const procedure = needProcedure(need, name);
    return procedure === null || rolesIn(rights, procedure).includes(role);
  };
  const wide = useMediaQuery("(min-width: 48em)", true, { getInitialValueInEffect: false });
  if (needs.length === 0)
    return (
      <Empty
        icon={<IconCircleCheck />}
        title={t`Nothing waits for you`}
        next={t`Requests without an answer, promises that come near, approvals, overdue invoices and work to bill will show up here.`}
      />
    );
  const ordered = [...needs.filter(isMine), ...needs.filter((need) => !isMine(need))];
  const shown = all ? ordered : ordered.slice(0, wide ? rowsAtFirst.wide : rowsAtFirst.narrow);
  const [notShown, notListed] = [needs.length - shown.length, count - needs.length];
  return (
    <>
      <ul className={classes.needs}>
        {shown.map((need, at) => (
          <li key={`${need.kind} ${need.account} ${need.about} ${need.clause}`} className={classes.need}>
            <div className={classes.kind}>
              <StateBadge tone={tones[need.urgency]} stop={need.kind === "stopped"}>
                {need.kind === "request" && need.urgency === "open" ? t`New request` : i18n._(words[need.kind])}
              </StateBadge>
            </div>
            <div className={classes.what}>
              <div id={`need-${at}`}>
                <NeedTitle need={need} />
              </div>
              <Text size="sm" c="dimmed" component="div">
                {withDays(need.message, today)} {need.clause === null ? null : <ClauseLink id={need.clause} />}
              </Text>
            </div>
            <div className={classes.cost}>
              {need.cost === 0 ? null : <Money amount={need.cost} currency={currency} />}
            </div>
            <div className={classes.action}>
              {need.kind === "message" && need.about !== null && isMine(need) ? (
                <Suspense>
                  <RetryMessage message={need.about} subject={`need-${at}`} />
                </Suspense>
              ) : (
                <NeedAction need={need} subject={`need-${at}`} />
              )}
            </div>
          </li>
        ))}
      </ul>
      <div className={classes.foot}>
        {notShown > 0 ? (
          <Button size="xs" variant="default" onClick={() => setAll(true)}>
            <Trans>Show {notShown} more</Trans>
          </Button>
        ) : notListed > 0 ? (
          <Text size="sm" c="dimmed">
            <Trans>{notListed} more wait, of less cost than these.</Trans>
          </Text>
        ) : null}
      </div>
    </>
  );
}
