import { Trans } from "@lingui/react/macro";
import { Alert, Button } from "@mantine/core";
import { IconClock } from "@tabler/icons-react";
import { refusalOf } from "../api/refusal.ts";
import { ButtonLink } from "../page/button-link.tsx";
import { RefusalNote } from "../page/refusal-note.tsx";
import { SignInCard } from "./sign-in-card.tsx";

/** A link that opens nothing, and what to do. */
export function LinkFault({
  title,
  error,
  next,
  onAgain,
}: {
  readonly title: string;
  /** Null where the link itself is not whole. */
  readonly error: unknown;
  readonly next: string;
  /** Asks once more, where nobody answered. */
  readonly onAgain?: () => void;
}) {
  const incomplete = error === null;
  const unanswered = !incomplete && refusalOf(error) === null;
  return (
    <SignInCard title={title} note={incomplete || refusalOf(error)?.code === "LINK_EXPIRED" ? next : undefined}>
      {incomplete ? (
        <Alert data-tone="soon" icon={<IconClock aria-hidden />} role="alert">
          <Trans>This link is not whole. Copy all of it from the message.</Trans>
        </Alert>
      ) : (
        <RefusalNote error={error} />
      )}
      {unanswered && onAgain !== undefined ? (
        <Button size="md" onClick={onAgain}>
          <Trans>Try again</Trans>
        </Button>
      ) : null}
      <ButtonLink to="/sign-in" variant="default" size="md">
        <Trans>Go to sign-in</Trans>
      </ButtonLink>
    </SignInCard>
  );
}
