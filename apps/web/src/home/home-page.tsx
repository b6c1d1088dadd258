import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { SimpleGrid } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import type { Overview } from "../api/answers.ts";
import { useApi } from "../api/context.ts";
import { formatDay } from "../figures/day-text.ts";
import { Duration } from "../figures/duration.tsx";
import { Money } from "../figures/money.tsx";
import { formatMoney } from "../figures/money-text.ts";
import { ButtonLink } from "../page/button-link.tsx";
import { FigureCard } from "../page/figure-card.tsx";
import { Page } from "../page/page.tsx";
import { Section } from "../page/section.tsx";
import { WhyDrawer } from "../why/why-drawer.tsx";
import { explainFigure } from "./explain-figure.ts";
import { FirstSteps } from "./first-steps.tsx";
import { NeedList } from "./need-list.tsx";

const route = getRouteApi("/_app/");

/** How the practice stands today and what waits for someone. */
export function HomePage() {
  const { why } = route.useSearch();
  const overview = useSuspenseQuery(useApi().home.overview.queryOptions({})).data;
  const { figures, currency, today, needs, needCount } = overview;
  return (
    <Page
      title={formatDay(today, today)}
      answer={answerOf(overview)}
      actions={
        <>
          <ButtonLink to="/time" variant="default">
            <Trans>Log time</Trans>
          </ButtonLink>
          <ButtonLink to="/billing" variant="default">
            <Trans>Preview billing</Trans>
          </ButtonLink>
        </>
      }
    >
      <FirstSteps />
      <SimpleGrid cols={{ base: 2, md: 4 }} spacing={{ base: "xs", sm: "md" }}>
        <FigureCard
          label={t`Hours left`}
          why="hours-left"
          figure={<Duration minutes={figures.remainingMinutes} />}
          note={t`across all allowances`}
        />
        <FigureCard
          label={t`Unbilled work`}
          why="unbilled"
          figure={<Money amount={figures.openAmount} currency={currency} />}
          note={<Duration minutes={figures.openMinutes} />}
        />
        <FigureCard
          label={t`Overdue`}
          why="overdue"
          figure={<Money amount={figures.pastDueBalance} currency={currency} />}
          note={stopped(figures.stoppedAccounts)}
        />
        <FigureCard
          label={t`Promises at risk`}
          why="promises"
          figure={figures.promisesAtRisk}
          note={figures.promisesAtRisk === 0 ? t`no lead time is due soon` : t`due within 2 business days, or past`}
        />
      </SimpleGrid>
      <Section title={t`What needs me`} note={t`late first, then by the money at stake, then by age`} flush>
        <NeedList needs={needs} count={needCount} currency={currency} />
      </Section>
      <WhyDrawer explanation={explainFigure(why, overview)} />
    </Page>
  );
}

function answerOf({ needCount, figures, currency }: Overview): string {
  if (needCount === 0) return t`Nothing waits for you.`;
  if (figures.pastDueBalance === 0)
    return plural(needCount, { 1: "One thing waits for you.", other: "# things wait for you." });
  const overdue = formatMoney(figures.pastDueBalance, currency);
  return plural(needCount, {
    1: `One thing waits for you; ${overdue} is overdue.`,
    other: `# things wait for you; ${overdue} is overdue.`,
  });
}

const stopped = (accounts: number): string =>
  plural(accounts, { 0: "no work is stopped", one: "work of # account stopped", other: "work of # accounts stopped" });
