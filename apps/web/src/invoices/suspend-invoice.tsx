import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation } from "@tanstack/react-query";
import type { InvoiceView } from "../api/answers.ts";
import { useApi } from "../api/context.ts";
import { useDropAsk } from "../forms/ask-dialog.tsx";
import { missing } from "../forms/checks.ts";
import { FormFoot } from "../forms/form-foot.tsx";
import { tell } from "../page/tell.ts";

/** Sets a disputed invoice aside, so that it no longer stops work (INV-6). */
export function SuspendInvoice({ invoice }: { readonly invoice: InvoiceView }) {
  const close = useDropAsk();
  const { number } = invoice;
  const form = useForm({ initialValues: { reason: "" }, validate: { reason: missing } });
  const suspend = useMutation(
    useApi().invoice.suspend.mutationOptions({
      onSuccess: () => {
        void tell(t`${number} is suspended.`);
        close();
      },
    }),
  );
  return (
    <form onSubmit={form.onSubmit(({ reason }) => suspend.mutate({ number, reason }))}>
      <Stack gap="sm">
        <Text size="sm">
          <Trans>
            While suspended it counts as settled for the account's standing, and payments skip it. It stays open
            otherwise.
          </Trans>
        </Text>
        <TextInput label={t`Reason`} data-autofocus {...form.getInputProps("reason")} />
        <FormFoot submit={t`Suspend invoice`} busy={suspend.isPending} error={suspend.error} />
      </Stack>
    </form>
  );
}
