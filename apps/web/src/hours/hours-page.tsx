import { remainingOf } from "@cimpro/domain";
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Text } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import { leftSentence } from "../accounts/account-answer.ts";
import { BurnDownSection } from "../accounts/burn-down-section.tsx";
import { useApi } from "../api/context.ts";
import { useToday } from "../api/session.ts";
import { PackageList } from "../packages/package-list.tsx";
import { ButtonLink } from "../page/button-link.tsx";
import { OwnAccount } from "../page/own-account.tsx";
import { Page } from "../page/page.tsx";
import { TextLink } from "../page/text-link.tsx";
import { HourEntries } from "./hour-entries.tsx";
import { MonthBars } from "./month-bars.tsx";

/** The hours that are left, where those worked went, and the entries behind them. */
export const HoursPage = () => <OwnAccount>{(account) => <Hours account={account} />}</OwnAccount>;

function Hours({ account: id }: { readonly account: string }) {
  const api = useApi();
  const today = useToday();
  const account = useSuspenseQuery(api.account.show.queryOptions({ account: id })).data;
  const burnDown = useSuspenseQuery(api.allowance.burnDown.queryOptions({ account: id })).data;
  const left = remainingOf(account.balances);
  const low = account.balances.length > 0 && left <= 0;
  return (
    <Page
      title={t`Hours`}
      answer={
        account.balances.length === 0
          ? t`You have no pre-paid hours: work is invoiced as it is done.`
          : left <= 0
            ? t`Your pre-paid hours are used up: further work is invoiced.`
            : leftSentence(left, burnDown, today)
      }
      actions={
        <>
          <ButtonLink to="/quote" variant="default">
            <Trans>What would it cost?</Trans>
          </ButtonLink>
          <ButtonLink to="/requests" search={{ ask: "request" }}>
            <Trans>Ask for more hours</Trans>
          </ButtonLink>
        </>
      }
    >
      {low ? (
        <Text size="sm">
          <Trans>
            Pre-paid hours are bought in advance, as a lump sum or for every month:{" "}
            <TextLink to="/quote" underline="always">
              see what they cost
            </TextLink>
            , then ask for them.
          </Trans>
        </Text>
      ) : null}
      <BurnDownSection account={account} />
      <MonthBars account={id} />
      <HourEntries account={id} deliverables={account.deliverables} />
      <PackageList account={id} />
    </Page>
  );
}
