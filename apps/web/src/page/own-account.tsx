import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { useOwnAccount } from "../api/session.ts";
import { ButtonLink } from "./button-link.tsx";
import { Empty } from "./empty.tsx";
import { Page } from "./page.tsx";

/** A page about the account of who is signed in; the team has none, and is told where it finds the same. */
export function OwnAccount({ children }: { readonly children: (account: string) => ReactNode }) {
  const account = useOwnAccount();
  if (account !== null) return children(account);
  return (
    <Page title="A customer's page">
      <Empty
        title={t`Customers see their own account here`}
        next={t`You find the same under each account, in its tabs.`}
      >
        <ButtonLink to="/accounts" variant="default">
          <Trans>Choose an account</Trans>
        </ButtonLink>
      </Empty>
    </Page>
  );
}
