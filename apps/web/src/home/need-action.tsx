import { Text } from "@mantine/core";
import type { Need } from "../api/answers.ts";
import { ButtonLink } from "../page/button-link.tsx";
import { TextLink } from "../page/text-link.tsx";

/** What it is about, with its account beside, leading there. */
export function NeedTitle({ need: { account, accountName, title } }: { readonly need: Need }) {
  if (account === null)
    return (
      <Text fw={550} span>
        {title}
      </Text>
    );
  return (
    <>
      <TextLink to="/accounts/$id" params={{ id: account }} fw={550} c="var(--mantine-color-text)">
        {accountName ?? account}
      </TextLink>
      {title === accountName ? null : <Text span>{` · ${title}`}</Text>}
    </>
  );
}

const look = { size: "xs", variant: "light" } as const;

/** The one thing to do about it. */
export function NeedAction({ need }: { readonly need: Need }) {
  const { kind, about, account, clause } = need;
  if (kind === "time-missing")
    return (
      <ButtonLink {...look} to="/time" search={about === null ? {} : { worker: about, week: need.day }}>
        Open their week
      </ButtonLink>
    );
  if (account === null) return null;
  const id = { id: account };
  const deliverable = { id: account, deliverable: about ?? "" };
  switch (kind) {
    case "request":
      return (
        <ButtonLink {...look} to="/queue" search={about === null ? {} : { row: about, of: account }}>
          Answer it
        </ButtonLink>
      );
    case "promise":
      return (
        <ButtonLink
          {...look}
          to="/accounts/$id/deliverables/$deliverable"
          params={deliverable}
          search={{ tab: "lead-time" }}
        >
          See its clock
        </ButtonLink>
      );
    case "approval":
      return (
        <ButtonLink
          {...look}
          to="/accounts/$id/deliverables/$deliverable"
          params={deliverable}
          search={clause === "DLV-4" ? { tab: "change-orders" } : {}}
        >
          {clause === "DLV-4" ? "See change order" : "See SOW"}
        </ButtonLink>
      );
    case "settlement":
      return (
        <ButtonLink {...look} to="/billing" search={about === null ? {} : { settle: about, of: account }}>
          Decide
        </ButtonLink>
      );
    case "stopped":
      return (
        <ButtonLink {...look} to="/accounts/$id" params={id} search={{ ask: "payment" }}>
          Record payment
        </ButtonLink>
      );
    case "overdue":
      return (
        <ButtonLink {...look} to="/accounts/$id" params={id} search={{ tab: "invoices" }}>
          See invoices
        </ButtonLink>
      );
    case "allowance-low":
      return (
        <ButtonLink {...look} to="/accounts/$id" params={id} search={{ tab: "allowances", ask: "allowance" }}>
          Sell hours
        </ButtonLink>
      );
    case "held":
      return (
        <ButtonLink {...look} to="/billing" hash="held" search={{ account }}>
          See what releases it
        </ButtonLink>
      );
    case "unbilled":
      return (
        <ButtonLink {...look} to="/billing" search={{ account }}>
          Preview billing
        </ButtonLink>
      );
    case "review":
      return (
        <ButtonLink {...look} to="/updates" search={{ account }}>
          Review
        </ButtonLink>
      );
    case "message":
      return null;
  }
}
