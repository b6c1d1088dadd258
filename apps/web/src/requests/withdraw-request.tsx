import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation } from "@tanstack/react-query";
import type { RequestView } from "../api/answers.ts";
import { useApi } from "../api/context.ts";
import { useDropAsk } from "../forms/ask-dialog.tsx";
import { said } from "../forms/checks.ts";
import { FormFoot } from "../forms/form-foot.tsx";
import { tell } from "../page/tell.ts";

/** Takes a request back. */
export function WithdrawRequest({ request: { account, id, title } }: { readonly request: RequestView }) {
  const close = useDropAsk();
  const form = useForm({ initialValues: { reason: "" } });
  const withdraw = useMutation(
    useApi().request.withdraw.mutationOptions({
      onSuccess: () => {
        void tell(t`“${title}” is withdrawn.`);
        close();
      },
    }),
  );
  return (
    <form
      onSubmit={form.onSubmit(({ reason }) => withdraw.mutate({ account, request: id, ...said("reason", reason) }))}
    >
      <Stack gap="sm">
        <Text size="sm">
          <Trans>Nobody works on it from then on. It stays on record; you can ask again at any time.</Trans>
        </Text>
        <TextInput
          label={t`Reason`}
          description={t`May be left empty`}
          data-autofocus
          {...form.getInputProps("reason")}
        />
        <FormFoot submit={t`Withdraw request`} danger busy={withdraw.isPending} error={withdraw.error} />
      </Stack>
    </form>
  );
}
