import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Stack, Text } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import type { FormEvent } from "react";
import type { User } from "../api/answers.ts";
import { useApi } from "../api/context.ts";
import { useDropAsk } from "../forms/ask-dialog.tsx";
import { FormFoot } from "../forms/form-foot.tsx";
import { tell } from "../page/tell.ts";

/** Keeps somebody out; what they did stays. */
export function DisableUser({ user }: { readonly user: User }) {
  const close = useDropAsk();
  const disable = useMutation(
    useApi().user.disable.mutationOptions({
      onSuccess: ({ name }) => {
        void tell(t`${name} can no longer sign in.`);
        close();
      },
    }),
  );
  const { name } = user;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    disable.mutate({ user: user.id, ...(user.account === null ? {} : { account: user.account }) });
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <Text size="sm">
          {user.state === "invited" ? (
            <Trans>
              {name} is signed out everywhere at once and cannot come in again; the invitation is good no more. What
              they did stays on the books. You can enable them again.
            </Trans>
          ) : (
            <Trans>
              {name} is signed out everywhere at once and cannot come in again. What they did stays on the books. You
              can enable them again.
            </Trans>
          )}
        </Text>
        <FormFoot submit={t`Disable`} busy={disable.isPending} error={disable.error} danger />
      </Stack>
    </form>
  );
}
