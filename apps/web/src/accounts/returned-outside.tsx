import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Text } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useApi } from "../api/context.ts";
import { useSession } from "../api/session.ts";
import { Money } from "../figures/money.tsx";
import { Section } from "../page/section.tsx";
import { TextLink } from "../page/text-link.tsx";
import { ClauseLink } from "../why/clause-link.tsx";

/**
 * What is left of deposits that were paid before these books were kept: no invoice here can be credited, so the money
 * goes back where it was paid. Nothing where there is none.
 */
export function ReturnedOutside({ account }: { readonly account: string }) {
  const { currency } = useSession().practice;
  const deliverables = useSuspenseQuery(useApi().deliverable.list.queryOptions({ account, limit: 500 })).data.items;
  const owing = deliverables.flatMap(({ id, name, returnOutside }) =>
    returnOutside === null || returnOutside === 0 ? [] : [{ id, name, amount: returnOutside }],
  );
  if (owing.length === 0) return null;
  return (
    <Section
      title={t`Deposits to return outside these books`}
      note={
        <Trans>
          paid before these books were kept, so no invoice here can be credited: return them where they were paid{" "}
          <ClauseLink id="DLV-3" />
        </Trans>
      }
    >
      {owing.map(({ id, name, amount }) => (
        <Text key={id} size="sm" component="div">
          <Trans>
            <Money amount={amount} currency={currency} /> left of the deposit of{" "}
            <TextLink
              to="/accounts/$id/deliverables/$deliverable"
              params={{ id: account, deliverable: id }}
              underline="always"
            >
              {name}
            </TextLink>
          </Trans>
        </Text>
      ))}
    </Section>
  );
}
