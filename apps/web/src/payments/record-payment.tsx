import { decimalOf } from "@cimpro/domain";
import { t } from "@lingui/core/macro";
import { Select, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation } from "@tanstack/react-query";
import type { AccountView } from "../api/answers.ts";
import { useApi } from "../api/context.ts";
import { faultsOf } from "../api/refusal.ts";
import { useSession } from "../api/session.ts";
import { formatMoney } from "../figures/money-text.ts";
import { parseAmount } from "../figures/parse-amount.ts";
import { useDropAsk } from "../forms/ask-dialog.tsx";
import { amountFault, said } from "../forms/checks.ts";
import { DayField } from "../forms/day-field.tsx";
import { FormFoot } from "../forms/form-foot.tsx";
import { tell } from "../page/tell.ts";
import { paymentSentence } from "./payment-sentence.ts";

/** States that money came in; where it goes is the rule's business (INV-6). */
export function RecordPayment({
  account,
  invoice,
}: {
  readonly account: AccountView;
  readonly invoice: string | undefined;
}) {
  const close = useDropAsk();
  const { practice, today } = useSession();
  const { currency } = practice;
  const open = account.standing.openInvoices;
  const balanceOf = (number: string | null | undefined) => {
    const balance = open.find((each) => each.number === number)?.balance;
    return balance === undefined ? undefined : decimalOf(balance, currency);
  };
  const form = useForm<{ amount: string; invoice: string | null; on: string | null; note: string }>({
    initialValues: { amount: balanceOf(invoice) ?? "", invoice: invoice ?? null, on: today, note: "" },
    validate: { amount: (text) => amountFault(text, currency) },
  });
  const record = useMutation(
    useApi().payment.record.mutationOptions({
      onSuccess: ({ payment }) => {
        void tell(paymentSentence(payment, account.standing, currency));
        close();
      },
      onError: (error) => form.setErrors(faultsOf(error)),
    }),
  );
  return (
    <form
      onSubmit={form.onSubmit((values) =>
        record.mutate({
          account: account.id,
          amount: parseAmount(values.amount, currency) ?? 0,
          ...said("invoice", values.invoice),
          ...said("on", values.on),
          ...said("note", values.note),
        }),
      )}
    >
      <Stack gap="sm">
        <Select
          label={t`For`}
          clearable
          placeholder={t`oldest invoices first`}
          data={open.map(({ number, balance }) => ({
            value: number,
            label: openLabel(number, formatMoney(balance, currency)),
          }))}
          {...form.getInputProps("invoice")}
          onChange={(number) => {
            form.setFieldValue("invoice", number);
            const balance = balanceOf(number);
            if (balance !== undefined) form.setFieldValue("amount", balance);
          }}
        />
        <TextInput
          label={t`Amount (${currency})`}
          description={t`What is over goes to other open invoices, oldest first; the rest stays as credit.`}
          inputMode="decimal"
          data-autofocus
          {...form.getInputProps("amount")}
        />
        <DayField label={t`Received on`} maxDate={today} {...form.getInputProps("on")} />
        <TextInput label={t`Note`} placeholder={t`bank reference`} {...form.getInputProps("note")} />
        <FormFoot submit={t`Record payment`} busy={record.isPending} error={record.error} />
      </Stack>
    </form>
  );
}

const openLabel = (number: string, balance: string): string => t`${number}, ${balance} to pay`;
