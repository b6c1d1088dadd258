import { formatDuration } from "@cimpro/domain";
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Skeleton, Text } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import type { AccountView, BurnDown } from "../api/answers.ts";
import { useApi } from "../api/context.ts";
import { useMay, useToday } from "../api/session.ts";
import { formatDay } from "../figures/day-text.ts";
import { AskLink } from "../forms/ask-link.tsx";
import { Empty } from "../page/empty.tsx";
import { Section } from "../page/section.tsx";
import { BurnDownTable } from "./burn-down-table.tsx";
import { forecastSentence } from "./forecast-sentence.ts";

// Charts are the heaviest part of the dashboard; they come when one is shown.
const BurnDownChart = lazy(async () => ({ default: (await import("./burn-down-chart.tsx")).BurnDownChart }));

/** How the pre-paid hours went down, and when they run out if they go on so. */
export function BurnDownSection({ account: { id: account, balances } }: { readonly account: AccountView }) {
  const today = useToday();
  const maySell = useMay("allowance.buy");
  const burnDown = useSuspenseQuery(useApi().allowance.burnDown.queryOptions({ account })).data;
  if (balances.length === 0)
    return (
      <Section title={t`Hours left`}>
        <Empty
          title={t`No pre-paid hours`}
          next={
            maySell
              ? t`Sell hours: they cover work before it is invoiced, and their use shows here.`
              : t`Pre-paid hours cover work before it is invoiced, and their use shows here.`
          }
        >
          {maySell ? (
            <AskLink ask="allowance" variant="filled" size="xs">
              <Trans>Sell hours</Trans>
            </AskLink>
          ) : null}
        </Empty>
      </Section>
    );
  return (
    <Section title={t`Hours left`} note={summary(burnDown, today)}>
      {burnDown.points.length < 2 ? null : (
        <>
          <Suspense fallback={<Skeleton h={220} />}>
            <BurnDownChart burnDown={burnDown} />
          </Suspense>
          <BurnDownTable burnDown={burnDown} />
        </>
      )}
    </Section>
  );
}

function summary(burnDown: BurnDown, today: string) {
  const { points } = burnDown;
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) return null;
  const [before, now] = [formatDuration(first.remainingMinutes), formatDuration(last.remainingMinutes)];
  const [start, end] = [formatDay(first.on, today), formatDay(last.on, today)];
  if (first === last) return t`${now} on ${end}. From tomorrow a line shows how they are used.`;
  const course = t`${before} on ${start}, ${now} on ${end}.`;
  return (
    <Text component="span" inherit>
      {course} {forecastSentence(burnDown, today)}
    </Text>
  );
}
