import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { List, Paper } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useApi } from "../api/context.ts";
import { ButtonLink } from "../page/button-link.tsx";
import { Page } from "../page/page.tsx";
import { TextLink } from "../page/text-link.tsx";
import type { Approval } from "../work/approval-search.ts";
import { ChangeOrderDocument } from "./change-order-document.tsx";
import { SowDocument } from "./sow-document.tsx";
import { TestedWork } from "./tested-work.tsx";

/** What a customer was asked to approve, as the link of the message names it. */
interface Asked {
  readonly kind: Approval;
  readonly deliverable: string;
  /** The id of the SOW or change order; for a final approval that of the occasion. */
  readonly document: string;
}

const titles: Readonly<Record<Approval, (name: string) => string>> = {
  sow: (name) => t`Statement of work for ${name}`,
  "change-order": (name) => t`Change order for ${name}`,
  uat: (name) => t`Approval of ${name}`,
};

/** A customer's approval link, opened by somebody of the services team: the same document, to read (ROLE-5). */
export function ApprovalPage({ account: id, asked }: { readonly account: string; readonly asked: Asked }) {
  const api = useApi();
  const { kind, deliverable } = asked;
  const { name } = useSuspenseQuery(api.deliverable.show.queryOptions({ account: id, deliverable })).data;
  const accountName = useSuspenseQuery(api.account.show.queryOptions({ account: id })).data.name;
  return (
    <Page
      title={titles[kind](name)}
      answer={<Trans>What {accountName} sees. Their program manager approves it; here it is to read.</Trans>}
      actions={
        <ButtonLink
          to="/accounts/$id/deliverables/$deliverable"
          params={{ id, deliverable }}
          search={kind === "change-order" ? { tab: "change-orders" } : {}}
        >
          <Trans>Open the deliverable</Trans>
        </ButtonLink>
      }
    >
      <Paper withBorder p="md" maw={720}>
        <AskedDocument account={id} asked={asked} />
      </Paper>
    </Page>
  );
}

function AskedDocument({ account, asked }: { readonly account: string; readonly asked: Asked }) {
  const { kind, deliverable, document } = asked;
  switch (kind) {
    case "sow":
      return <Sow account={account} deliverable={deliverable} id={document} />;
    case "change-order":
      return <ChangeOrder account={account} id={document} />;
    case "uat":
      return <TestedWork account={account} deliverable={deliverable} />;
  }
}

function Sow({
  account,
  deliverable,
  id,
}: {
  readonly account: string;
  readonly deliverable: string;
  readonly id: string;
}) {
  const { sow } = useSuspenseQuery(useApi().sow.show.queryOptions({ account, deliverable, sow: id })).data;
  return <SowDocument account={account} deliverable={deliverable} sow={sow} />;
}

function ChangeOrder({ account, id }: { readonly account: string; readonly id: string }) {
  const previewed = useSuspenseQuery(useApi().changeOrder.preview.queryOptions({ account, changeOrder: id })).data;
  return <ChangeOrderDocument {...previewed} />;
}

/** Several customers have work of that name, and the link does not say whose is meant. */
export function WhoseApproval({ accounts, asked }: { readonly accounts: readonly string[]; readonly asked: Asked }) {
  return (
    <Page
      title={t`Whose is it?`}
      answer={<Trans>Several customers have work of this name, and the link does not say which is meant.</Trans>}
    >
      <List>
        {accounts.map((account) => (
          <List.Item key={account}>
            <TextLink
              to="/approve/$kind/$deliverable/$document"
              params={{ ...asked }}
              search={{ account }}
              underline="always"
            >
              <NameOf account={account} />
            </TextLink>
          </List.Item>
        ))}
      </List>
    </Page>
  );
}

function NameOf({ account }: { readonly account: string }) {
  return useSuspenseQuery(useApi().account.show.queryOptions({ account })).data.name;
}
