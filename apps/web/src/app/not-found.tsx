import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { ButtonLink } from "../page/button-link.tsx";
import { Empty } from "../page/empty.tsx";
import { Page } from "../page/page.tsx";

/** Nothing lives at this address, or nothing this person may see. */
export function NotFound({ message, next }: { readonly message?: string; readonly next?: string }) {
  return (
    <Page title={t`Not found`}>
      <Empty
        title={message ?? t`There is no page at this address.`}
        next={next ?? t`Check the link, or press Ctrl K (⌘K on a Mac) to find an account, an invoice or a page.`}
      >
        <ButtonLink to="/" variant="default">
          <Trans>Go home</Trans>
        </ButtonLink>
      </Empty>
    </Page>
  );
}
