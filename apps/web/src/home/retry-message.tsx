import { Trans } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useApi } from "../api/context.ts";
import { retried } from "../messages/message-words.ts";
import { namedWith } from "../page/named-with.ts";
import { RefusalNote } from "../page/refusal-note.tsx";
import { tell } from "../page/tell.ts";

/** Queues a message again that was given up. */
export function RetryMessage({
  message,
  subject,
}: {
  readonly message: string;
  /** The name, on the page, of what says which message it is. */
  readonly subject: string;
}) {
  const retry = useMutation(
    useApi().message.retry.mutationOptions({ onSuccess: (answer) => void tell(retried(answer)) }),
  );
  return (
    <>
      <Button
        size="xs"
        variant="light"
        loading={retry.isPending}
        onClick={() => retry.mutate({ message })}
        {...namedWith(subject)}
      >
        <Trans>Send again</Trans>
      </Button>
      <RefusalNote error={retry.error} />
    </>
  );
}
