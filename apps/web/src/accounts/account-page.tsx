import { remainingOf } from "@cimpro/domain";
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { SimpleGrid } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { useApi } from "../api/context.ts";
import { useMay, useSession } from "../api/session.ts";
import { Duration } from "../figures/duration.tsx";
import { Money } from "../figures/money.tsx";
import { AskLink } from "../forms/ask-link.tsx";
import { ButtonLink } from "../page/button-link.tsx";
import { FigureCard } from "../page/figure-card.tsx";
import { Page } from "../page/page.tsx";
import { StandingBadge } from "../standing/standing-badge.tsx";
import { WhyDrawer } from "../why/why-drawer.tsx";
import { answerOf } from "./account-answer.ts";
import { AccountTabs } from "./account-tabs.tsx";
import { explainAccount } from "./explain-account.ts";
import { StoppedNote } from "./stopped-note.tsx";

const AccountDialogs = lazy(async () => ({ default: (await import("./account-dialogs.tsx")).AccountDialogs }));

const route = getRouteApi("/_app/accounts/$id");

/** One account: may we work for it, on what hours, and what does it owe. */
export function AccountPage() {
  const { id } = route.useParams();
  const { why, ask } = route.useSearch();
  const api = useApi();
  const { today, practice } = useSession();
  const [mayLog, mayTakeMoney, maySell] = [useMay("time.log"), useMay("payment.record"), useMay("allowance.buy")];
  const account = useSuspenseQuery(api.account.show.queryOptions({ account: id })).data;
  const burnDown = useSuspenseQuery(api.allowance.burnDown.queryOptions({ account: id })).data;
  const { currency } = practice;
  return (
    <Page
      title={account.name}
      beside={<StandingBadge standing={account.standing.standing} />}
      answer={answerOf(account, burnDown, today)}
      actions={
        <>
          {mayLog ? (
            <AskLink ask="log">
              <Trans>Log time</Trans>
            </AskLink>
          ) : null}
          {mayTakeMoney ? (
            <AskLink ask="payment">
              <Trans>Record payment</Trans>
            </AskLink>
          ) : null}
          {maySell ? (
            <AskLink ask="allowance">
              <Trans>Sell hours</Trans>
            </AskLink>
          ) : null}
          <ButtonLink to="/billing" search={{ account: id }} variant="default">
            <Trans>Preview billing</Trans>
          </ButtonLink>
        </>
      }
    >
      <StoppedNote standing={account.standing} />
      <SimpleGrid cols={{ base: 2, md: 4 }} spacing={{ base: "xs", sm: "md" }}>
        <FigureCard
          label={t`Hours left`}
          why="hours-left"
          figure={<Duration minutes={remainingOf(account.balances)} />}
          note={account.balances.length === 0 ? t`no allowance` : t`of its allowances`}
        />
        <FigureCard
          label={t`Unbilled work`}
          why="unbilled"
          figure={<Money amount={account.openAmount} currency={currency} />}
          note={<Duration minutes={account.openMinutes} />}
        />
        <FigureCard
          label={t`Open invoices`}
          why="open-invoices"
          figure={<Money amount={account.openBalance} currency={currency} />}
          note={
            account.accountCredit === 0 ? (
              t`due on receipt`
            ) : (
              <Credit amount={account.accountCredit} currency={currency} />
            )
          }
        />
        <FigureCard
          label={t`Overdue`}
          why="overdue"
          figure={<Money amount={account.pastDueBalance} currency={currency} />}
          note={account.standing.standing === "stopped" ? t`stops its work` : t`nothing late`}
        />
      </SimpleGrid>
      <AccountTabs account={account} />
      <Suspense fallback={null}>{ask === undefined ? null : <AccountDialogs account={account} />}</Suspense>
      <WhyDrawer explanation={explainAccount(why, account, currency, today)} />
    </Page>
  );
}

function Credit({ amount, currency }: { readonly amount: number; readonly currency: string }) {
  return (
    <Trans>
      <Money amount={amount} currency={currency} /> of credit
    </Trans>
  );
}
