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

/** Lets somebody in again who lost their phone: without the second step, until they turn one on anew. */
export function EndSecondStepOf({ user }: { readonly user: User }) {
  const close = useDropAsk();
  const end = useMutation(
    useApi().user.endSecondStep.mutationOptions({
      onSuccess: ({ name }) => {
        void tell(t`The second step of ${name} is off.`);
        close();
      },
    }),
  );
  const { name } = user;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    end.mutate({ user: user.id, ...(user.account === null ? {} : { account: user.account }) });
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <Text size="sm">
          <Trans>
            From then on the password alone signs {name} in, until they turn a second step on again. They are signed out
            everywhere, and their recovery codes are good for nothing. Make sure that it is they who ask.
          </Trans>
        </Text>
        <FormFoot submit={t`Turn off`} busy={end.isPending} error={end.error} danger />
      </Stack>
    </form>
  );
}
