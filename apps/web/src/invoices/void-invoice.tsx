import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Radio, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation } from "@tanstack/react-query";
import type { InvoiceView } from "../api/answers.ts";
import { useApi } from "../api/context.ts";
import { formatMoney } from "../figures/money-text.ts";
import { useDropAsk } from "../forms/ask-dialog.tsx";
import { said } from "../forms/checks.ts";
import { FormFoot } from "../forms/form-foot.tsx";
import { tell } from "../page/tell.ts";
import { CreditReasonField } from "./credit-reason-field.tsx";

/** Credits all that is left of an invoice; its number stays taken (INV-3). */
export function VoidInvoice({ invoice }: { readonly invoice: InvoiceView }) {
  const close = useDropAsk();
  const { number, total, currency } = invoice;
  const amount = formatMoney(total, currency);
  const form = useForm<{ reason: "rebill" | "waive"; note: string }>({ initialValues: { reason: "rebill", note: "" } });
  const voiding = useMutation(
    useApi().invoice.void.mutationOptions({
      onSuccess: ({ creditMemo }) => {
        const memo = creditMemo.number;
        void tell(t`${number} is voided by ${memo}.`);
        close();
      },
    }),
  );
  return (
    <form onSubmit={form.onSubmit(({ reason, note }) => voiding.mutate({ number, reason, ...said("note", note) }))}>
      <Stack gap="sm">
        <Text size="sm">
          <Trans>
            A credit memo will take back all that is left of {number} over {amount}. What was paid on it goes to other
            open invoices, the rest stays as credit.
          </Trans>
        </Text>
        <Radio.Group label={t`What becomes of the time`} {...form.getInputProps("reason")}>
          <CreditReasonField />
        </Radio.Group>
        <TextInput label={t`Note`} {...form.getInputProps("note")} />
        <FormFoot submit={t`Void invoice`} danger busy={voiding.isPending} error={voiding.error} />
      </Stack>
    </form>
  );
}
