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
      title="Requests"
      answer={
        open === 0
          ? "No request is undecided. What you ask for is followed up within 3 business days."
          : `${open} ${open === 1 ? "request is" : "requests are"} not decided yet.`
      }
      actions={
        <>
          <ButtonLink to="/quote" variant="default">
            What would it cost?
          </ButtonLink>
          <AskLink ask="request" variant="filled">
            Ask for something
          </AskLink>
        </>
      }
    >
      <RequestList account={account} />
    </Page>
  );
}
