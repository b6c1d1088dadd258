import { ButtonLink } from "../page/button-link.tsx";
import { Empty } from "../page/empty.tsx";
import { Page } from "../page/page.tsx";

/** Nothing lives at this address, or nothing this person may see. */
export function NotFound({ message }: { readonly message?: string }) {
  return (
    <Page title="Not found">
      <Empty
        title={message ?? "There is no page at this address."}
        next="Check the link, or press Ctrl K (⌘K on a Mac) to find an account, an invoice or a page."
      >
        <ButtonLink to="/" variant="default">
          Go home
        </ButtonLink>
      </Empty>
    </Page>
  );
}
