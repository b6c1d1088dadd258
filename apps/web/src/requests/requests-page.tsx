import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useApi } from "../api/context.ts";
import { AskLink } from "../forms/ask-link.tsx";
import { ButtonLink } from "../page/button-link.tsx";
import { OwnAccount } from "../page/own-account.tsx";
import { Page } from "../page/page.tsx";
import { RequestList } from "./request-list.tsx";
import { isUndecided } from "./request-words.ts";

/** What the customer asked for, and where each request stands. */
export const RequestsPage = () => <OwnAccount>{(account) => <Requests account={account} />}</OwnAccount>;

function Requests({ account }: { readonly account: string }) {
  const { items } = useSuspenseQuery(useApi().request.list.queryOptions({ account })).data;
  const open = items.filter(isUndecided).length;
  return (
    <Page
      title={t`Requests`}
      answer={
        open === 0
          ? t`No request is undecided. What you ask for is followed up within 3 business days.`
          : plural(open, { one: "# request is not decided yet.", other: "# requests are not decided yet." })
      }
      actions={
        <>
          <ButtonLink to="/quote" variant="default">
            <Trans>What would it cost?</Trans>
          </ButtonLink>
          <AskLink ask="request" variant="filled">
            <Trans>Ask for something</Trans>
          </AskLink>
        </>
      }
    >
      <RequestList account={account} />
    </Page>
  );
}
