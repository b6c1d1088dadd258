import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Text } from "@mantine/core";
import type { Need } from "../api/answers.ts";
import { useSession } from "../api/session.ts";
import { ButtonLink } from "../page/button-link.tsx";
import { namedWith } from "../page/named-with.ts";
import { TextLink } from "../page/text-link.tsx";
import { useWhoCan } from "../users/who-can.ts";
import { needProcedure } from "./need-procedure.ts";

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

/** The one thing to do about it. */
export function NeedAction({
  need,
  subject,
}: {
  readonly need: Need;
  /** The name, on the page, of what says what it is about. */
  readonly subject: string;
}) {
  const look = { size: "xs", variant: "light", ...namedWith(subject) } as const;
  const { kind, about, account, clause } = need;
  const me = useSession().name;
  const whoCan = useWhoCan(needProcedure(need, me) ?? "home.overview");
  if (whoCan !== null)
    return (
      <Text size="sm" c="dimmed">
        {whoCan}
      </Text>
    );
  if (kind === "time-missing")
    return (
      <ButtonLink {...look} to="/time" search={about === null ? {} : { worker: about, week: need.day }}>
        {about === me ? t`Log it` : t`Open their week`}
      </ButtonLink>
    );
  if (account === null) return null;
  const id = { id: account };
  const deliverable = { id: account, deliverable: about ?? "" };
  switch (kind) {
    case "request":
      return (
        <ButtonLink {...look} to="/queue" search={about === null ? {} : { row: about, of: account }}>
          <Trans>Answer it</Trans>
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
          <Trans>See its clock</Trans>
        </ButtonLink>
      );
    case "answer":
      return (
        <ButtonLink
          {...look}
          to="/accounts/$id/deliverables/$deliverable"
          params={deliverable}
          search={{ tab: "lead-time" }}
        >
          <Trans>Read the answer</Trans>
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
          {clause === "DLV-4" ? t`See change order` : t`See SOW`}
        </ButtonLink>
      );
    case "settlement":
      return (
        <ButtonLink {...look} to="/billing" search={about === null ? {} : { settle: about, of: account }}>
          <Trans>Decide</Trans>
        </ButtonLink>
      );
    case "stopped":
      return (
        <ButtonLink {...look} to="/accounts/$id" params={id} search={{ ask: "payment" }}>
          <Trans>Record payment</Trans>
        </ButtonLink>
      );
    case "overdue":
      return (
        <ButtonLink {...look} to="/accounts/$id" params={id} search={{ tab: "invoices" }}>
          <Trans>See invoices</Trans>
        </ButtonLink>
      );
    case "allowance-low":
      return (
        <ButtonLink {...look} to="/accounts/$id" params={id} search={{ tab: "allowances", ask: "allowance" }}>
          <Trans>Sell hours</Trans>
        </ButtonLink>
      );
    case "held":
      return (
        <ButtonLink {...look} to="/billing" hash="held" search={{ account }}>
          <Trans>See what releases it</Trans>
        </ButtonLink>
      );
    case "unbilled":
      return (
        <ButtonLink {...look} to="/billing" search={{ account }}>
          <Trans>Preview billing</Trans>
        </ButtonLink>
      );
    case "review":
      return (
        <ButtonLink {...look} to="/updates" search={{ account }}>
          <Trans>Review</Trans>
        </ButtonLink>
      );
    case "message":
      return null;
  }
}
