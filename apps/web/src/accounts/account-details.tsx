import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Anchor, DataList, Text } from "@mantine/core";
import type { ReactNode } from "react";
import type { AccountView } from "../api/answers.ts";
import { useSession } from "../api/session.ts";
import { DayLabel } from "../figures/day-label.tsx";
import { AskLink } from "../forms/ask-link.tsx";
import { Section } from "../page/section.tsx";

/** Who they are, how they are billed, and the deliverables time can be logged on. */
export function AccountDetails({ account }: { readonly account: AccountView }) {
  const practiceZone = useSession().practice.timeZone;
  return (
    <Section
      title={t`Details`}
      actions={
        <AskLink ask="edit" size="xs">
          <Trans>Edit</Trans>
        </AskLink>
      }
    >
      <DataList labelWidth="8rem" gap="xs">
        <Item label={t`Id`}>{account.id}</Item>
        <Item label={t`Address`}>
          <Text inherit style={{ whiteSpace: "pre-line" }}>
            {account.address || "–"}
          </Text>
        </Item>
        <Item label={t`Email`}>
          {account.email === "" ? (
            "–"
          ) : (
            <Anchor inherit href={`mailto:${account.email}`}>
              {account.email}
            </Anchor>
          )}
        </Item>
        <Item label={t`Opened`}>
          <DayLabel day={account.openedOn} />
        </Item>
        <Item label={t`Billed before`}>
          {account.closedThrough === null ? t`no billing run yet` : <DayLabel day={account.closedThrough} />}
        </Item>
        <Item label={t`Billing periods`}>
          {account.billingAnchor === null ? (
            t`those of the practice`
          ) : (
            <Trans>
              counted from <DayLabel day={account.billingAnchor} />
            </Trans>
          )}
        </Item>
        <Item label={t`Time zone`}>{account.timeZone ?? t`${practiceZone} (the practice's)`}</Item>
      </DataList>
    </Section>
  );
}

function Item({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <DataList.Item>
      <DataList.ItemLabel>{label}</DataList.ItemLabel>
      <DataList.ItemValue style={{ overflowWrap: "anywhere" }}>{children}</DataList.ItemValue>
    </DataList.Item>
  );
}
