import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Stack } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import type { AccountView } from "../api/answers.ts";
import { useApi } from "../api/context.ts";
import { AskLink } from "../forms/ask-link.tsx";
import { Empty } from "../page/empty.tsx";
import { Section } from "../page/section.tsx";
import { AllowanceCard } from "./allowance-card.tsx";

/** The hours an account bought, and where each purchase stands. */
export function AllowanceTab({ account }: { readonly account: AccountView }) {
  const allowances = useSuspenseQuery(useApi().allowance.list.queryOptions({ account: account.id })).data.items;
  return (
    <Section
      title={t`Allowances`}
      note={t`hours paid ahead; the one that expires first is used first`}
      actions={
        <AskLink ask="allowance" size="xs">
          <Trans>Sell hours</Trans>
        </AskLink>
      }
    >
      {allowances.length === 0 ? (
        <Empty
          title={t`No pre-paid hours`}
          next={t`Sell a lump sum, or hours for every month; work draws on them before it is invoiced.`}
        />
      ) : (
        <Stack gap="lg">
          {allowances.map((allowance) => (
            <AllowanceCard
              key={allowance.id}
              allowance={allowance}
              balance={account.balances.find(({ id }) => id === allowance.id)}
              alerts={account.alerts.filter((alert) => alert.allowance === allowance.id)}
            />
          ))}
        </Stack>
      )}
    </Section>
  );
}
