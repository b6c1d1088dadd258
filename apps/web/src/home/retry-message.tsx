import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useApi } from "../api/context.ts";
import { RefusalNote } from "../page/refusal-note.tsx";
import { tell } from "../page/tell.ts";

/** Queues a message again that was given up. */
export function RetryMessage({ message }: { readonly message: string }) {
  const retry = useMutation(
    useApi().message.retry.mutationOptions({ onSuccess: () => void tell("It will be sent again.") }),
  );
  return (
    <>
      <Button size="xs" variant="light" loading={retry.isPending} onClick={() => retry.mutate({ message })}>
        Send again
      </Button>
      <RefusalNote error={retry.error} />
    </>
  );
}
