import { Anchor, DataList, Text } from "@mantine/core";
import type { ReactNode } from "react";
import type { AccountView } from "../api/answers.ts";
import { useSession } from "../api/session.ts";
import { DayLabel } from "../figures/day-label.tsx";
import { AskLink } from "../forms/ask-link.tsx";
import { Section } from "../page/section.tsx";

/** Who they are, how they are billed, and the deliverables time can be logged on. */
export function AccountDetails({ account }: { readonly account: AccountView }) {
  const { practice } = useSession();
  return (
    <Section
      title="Details"
      actions={
        <AskLink ask="edit" size="xs">
          Edit
        </AskLink>
      }
    >
      <DataList labelWidth="9rem" gap="xs">
        <Item label="Id">{account.id}</Item>
        <Item label="Address">
          <Text inherit style={{ whiteSpace: "pre-line" }}>
            {account.address || "–"}
          </Text>
        </Item>
        <Item label="E-mail">
          {account.email === "" ? (
            "–"
          ) : (
            <Anchor inherit href={`mailto:${account.email}`}>
              {account.email}
            </Anchor>
          )}
        </Item>
        <Item label="Opened">
          <DayLabel day={account.openedOn} />
        </Item>
        <Item label="Billed before">
          {account.closedThrough === null ? "no billing run yet" : <DayLabel day={account.closedThrough} />}
        </Item>
        <Item label="Billing periods">
          {account.billingAnchor === null ? "those of the practice" : <>counted from {account.billingAnchor}</>}
        </Item>
        <Item label="Time zone">{account.timeZone ?? `${practice.timeZone} (the practice's)`}</Item>
      </DataList>
    </Section>
  );
}

function Item({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <DataList.Item>
      <DataList.ItemLabel>{label}</DataList.ItemLabel>
      <DataList.ItemValue>{children}</DataList.ItemValue>
    </DataList.Item>
  );
}
