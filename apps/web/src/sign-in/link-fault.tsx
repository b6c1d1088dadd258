import { Alert } from "@mantine/core";
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
}: {
  readonly title: string;
  /** Null where the link itself is not whole. */
  readonly error: unknown;
  readonly next: string;
}) {
  const incomplete = error === null;
  return (
    <SignInCard title={title} note={incomplete || refusalOf(error)?.code === "LINK_EXPIRED" ? next : undefined}>
      {incomplete ? (
        <Alert data-tone="soon" icon={<IconClock aria-hidden />} role="alert">
          This link is not whole. Copy all of it from the message.
        </Alert>
      ) : (
        <RefusalNote error={error} />
      )}
      <ButtonLink to="/sign-in" variant="default" size="md">
        Go to sign-in
      </ButtonLink>
    </SignInCard>
  );
}
