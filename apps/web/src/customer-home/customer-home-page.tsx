import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { SimpleGrid, Text } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import type { CustomerHome } from "../api/answers.ts";
import { useApi } from "../api/context.ts";
import { useMay } from "../api/session.ts";
import { formatDay } from "../figures/day-text.ts";
import { Duration } from "../figures/duration.tsx";
import { Money } from "../figures/money.tsx";
import { ButtonLink } from "../page/button-link.tsx";
import { Empty } from "../page/empty.tsx";
import { Page } from "../page/page.tsx";
import { Section } from "../page/section.tsx";
import { TextLink } from "../page/text-link.tsx";
import { StandingBadge } from "../standing/standing-badge.tsx";
import { WorkCard } from "../work/work-card.tsx";
import { CustomerFigure } from "./customer-figure.tsx";
import { StoppedWork } from "./stopped-work.tsx";
import { TurnList } from "./turn-list.tsx";

const AnswerDialog = lazy(async () => ({ default: (await import("./answer-dialog.tsx")).AnswerDialog }));

const route = getRouteApi("/_app/");

/** What a customer's people look at first: what waits for them, and where their work stands. */
export function CustomerHomePage({ account }: { readonly account: string }) {
  const home = useSuspenseQuery(useApi().home.customer.queryOptions({ account })).data;
  const { ask, wait } = route.useSearch();
  const { today, currency, turns, work, hours, standing } = home;
  return (
    <Page
      title={formatDay(today, today)}
      beside={standing.standing === "stopped" ? <StandingBadge standing="stopped" /> : null}
      answer={answerOf(home, useMay("sow.approve") ? "you" : "side")}
      actions={
        <>
          <ButtonLink to="/quote" variant="default">
            <Trans>What would it cost?</Trans>
          </ButtonLink>
          <ButtonLink to="/requests" search={{ ask: "request" }}>
            <Trans>Ask for something</Trans>
          </ButtonLink>
        </>
      }
    >
      <StoppedWork standing={standing} currency={currency} />
      <Section title={t`Waiting for you`} flush>
        <TurnList account={account} turns={turns} currency={currency} />
      </Section>
      <SimpleGrid cols={{ base: 1, xs: 3 }} spacing={{ base: "xs", sm: "md" }}>
        <CustomerFigure
          label={t`Hours left`}
          figure={<Duration minutes={hours.remainingMinutes} />}
          note={
            <TextLink
              to="/hours"
              aria-label={hours.hasAllowance ? t`Hours left of your pre-paid hours` : t`Hours left: no pre-paid hours`}
            >
              {hours.hasAllowance ? t`of your pre-paid hours` : t`no pre-paid hours`}
            </TextLink>
          }
        />
        <CustomerFigure
          label={t`Work not invoiced yet`}
          figure={<Money amount={hours.openAmount} currency={currency} />}
          note={
            hours.heldMinutes === 0 ? (
              <Duration minutes={hours.openMinutes} />
            ) : (
              <Trans>
                <Duration minutes={hours.openMinutes} />, and <Duration minutes={hours.heldMinutes} /> held
              </Trans>
            )
          }
        />
        <CustomerFigure
          label={t`Open invoices`}
          figure={<Money amount={home.openBalance} currency={currency} />}
          note={
            home.accountCredit === 0 ? (
              <TextLink to="/invoices" aria-label={t`Open invoices, due on receipt`}>{t`due on receipt`}</TextLink>
            ) : (
              <Trans>
                <Money amount={home.accountCredit} currency={currency} /> of credit
              </Trans>
            )
          }
        />
      </SimpleGrid>
      <Section title={t`Where your work stands`} actions={<TextLink to="/work">{t`All work`}</TextLink>}>
        {work.length === 0 ? (
          <Empty
            title={t`No work is under way`}
            next={t`Ask for something: it is followed up within 3 business days.`}
          />
        ) : (
          <SimpleGrid cols={{ base: 1, md: 2 }}>
            {work.map((each) => (
              <WorkCard key={each.deliverable} account={account} work={each} />
            ))}
          </SimpleGrid>
        )}
      </Section>
      <Suspense fallback={null}>{ask === "answer" ? <AnswerDialog home={home} wait={wait} /> : null}</Suspense>
      <Text size="sm" c="dimmed">
        <Trans>
          Thinking about more? <TextLink to="/quote">See what hours cost</TextLink>, or{" "}
          <TextLink to="/package-finder">find the package that fits</TextLink>.
        </Trans>
      </Text>
    </Page>
  );
}

/** Who only reads and answers is not told that an approval waits for them (ROLE-5). */
function answerOf({ account, turns }: CustomerHome, whom: "you" | "side"): string {
  const { name } = account;
  if (whom === "side")
    return plural(turns.length, {
      0: `${name}: nothing waits for your side.`,
      1: `${name}: one thing waits for your side.`,
      other: `${name}: # things wait for your side.`,
    });
  return plural(turns.length, {
    0: `${name}: nothing waits for you.`,
    1: `${name}: one thing waits for you.`,
    other: `${name}: # things wait for you.`,
  });
}
