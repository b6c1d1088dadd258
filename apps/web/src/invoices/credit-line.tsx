import { formatDuration } from "@cimpro/domain";
import { t } from "@lingui/core/macro";
import { NativeSelect, Radio, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation } from "@tanstack/react-query";
import type { InvoiceView } from "../api/answers.ts";
import { useApi } from "../api/context.ts";
import { faultsOf } from "../api/refusal.ts";
import { formatMoney } from "../figures/money-text.ts";
import { useDropAsk } from "../forms/ask-dialog.tsx";
import { durationFault, minutesIn, said } from "../forms/checks.ts";
import { FormFoot } from "../forms/form-foot.tsx";
import { tell } from "../page/tell.ts";
import { CreditReasonField } from "./credit-reason-field.tsx";
import { lineText } from "./line-text.ts";

/** Takes back minutes of one line; the amount follows from the rule, not from the form (INV-3). */
export function CreditLine({
  invoice,
  line,
  deliverableName,
}: {
  readonly invoice: InvoiceView;
  readonly line: number | undefined;
  readonly deliverableName: (id: string) => string;
}) {
  const close = useDropAsk();
  const { number, currency, lines } = invoice;
  const minutesOf = (text: string) => formatDuration(lines.find((each) => String(each.line) === text)?.minutes ?? 0);
  const first = String(line ?? lines[0]?.line ?? 1);
  const form = useForm<{ line: string; duration: string; reason: "rebill" | "waive"; note: string }>({
    initialValues: { line: first, duration: minutesOf(first), reason: "rebill", note: "" },
    validate: { duration: durationFault },
  });
  const credit = useMutation(
    useApi().credit.issue.mutationOptions({
      onSuccess: ({ creditMemo }) => {
        const amount = formatMoney(creditMemo.total, currency);
        const memo = creditMemo.number;
        void tell(t`${memo} credits ${amount}.`);
        close();
      },
      onError: (error) => form.setErrors(faultsOf(error)),
    }),
  );
  return (
    <form
      onSubmit={form.onSubmit((values) =>
        credit.mutate({
          number,
          line: Number(values.line),
          minutes: minutesIn(values.duration),
          reason: values.reason,
          ...said("note", values.note),
        }),
      )}
    >
      <Stack gap="sm">
        <NativeSelect
          label={t`Line`}
          data={lines.map((each) => ({
            value: String(each.line),
            label: `${each.line}: ${lineText(each, deliverableName)}, ${formatDuration(each.minutes)}`,
          }))}
          {...form.getInputProps("line")}
          onChange={(event) => {
            const chosen = event.currentTarget.value;
            form.setFieldValue("line", chosen);
            form.setFieldValue("duration", minutesOf(chosen));
          }}
        />
        <TextInput
          label={t`Time to credit`}
          description={t`The latest work of the line is given back first.`}
          data-autofocus
          {...form.getInputProps("duration")}
        />
        <Radio.Group label={t`What becomes of the time`} {...form.getInputProps("reason")}>
          <CreditReasonField />
        </Radio.Group>
        <TextInput label={t`Note`} {...form.getInputProps("note")} />
        <FormFoot submit={t`Issue credit memo`} busy={credit.isPending} error={credit.error} />
      </Stack>
    </form>
  );
}
