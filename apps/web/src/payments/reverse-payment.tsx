import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Popover, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation } from "@tanstack/react-query";
import type { PaymentView } from "../api/answers.ts";
import { useApi } from "../api/context.ts";
import { useToday } from "../api/session.ts";
import { formatDay } from "../figures/day-text.ts";
import { formatMoney } from "../figures/money-text.ts";
import { said } from "../forms/checks.ts";
import { RefusalNote } from "../page/refusal-note.tsx";
import { tell } from "../page/tell.ts";

/** Takes a payment back that was recorded wrongly or returned by the bank. */
export function ReversePayment({ payment, currency }: { readonly payment: PaymentView; readonly currency: string }) {
  const form = useForm({ initialValues: { reason: "" } });
  const reverse = useMutation(
    useApi().payment.reverse.mutationOptions({
      onSuccess: () => tell(t`Payment reversed; its invoices are open again.`),
    }),
  );
  const [amount, day] = [formatMoney(payment.amount, currency), formatDay(payment.on, useToday())];
  return (
    <Popover width={300} position="bottom-end" shadow="md" trapFocus withinPortal>
      <Popover.Target>
        <Button
          size="compact-xs"
          variant="subtle"
          color="gray"
          aria-label={t`Reverse the payment of ${amount} received ${day}`}
        >
          <Trans>Reverse</Trans>
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <form
          onSubmit={form.onSubmit(({ reason }) =>
            reverse.mutate({ account: payment.account, payment: payment.id, ...said("reason", reason) }),
          )}
        >
          <Stack gap="xs">
            <Text size="sm">
              <Trans>
                Takes {amount} back from what it was applied to. If that leaves an invoice past due, work stops.
              </Trans>
            </Text>
            <TextInput size="xs" label={t`Reason`} {...form.getInputProps("reason")} />
            <RefusalNote error={reverse.error} />
            <Button type="submit" size="xs" color="red" loading={reverse.isPending}>
              <Trans>Reverse payment</Trans>
            </Button>
          </Stack>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
