import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Stack, Text, Textarea } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation } from "@tanstack/react-query";
import type { DeliverableView } from "../api/answers.ts";
import { useApi } from "../api/context.ts";
import { faultsOf } from "../api/refusal.ts";
import { formatMoney } from "../figures/money-text.ts";
import { useDropAsk } from "../forms/ask-dialog.tsx";
import { missing } from "../forms/checks.ts";
import { FormFoot } from "../forms/form-foot.tsx";
import { tell } from "../page/tell.ts";

/** Decides a proposed settlement: confirmed, the credit is issued; declined, the premium stays due (LEAD-4). */
export function DecidePremium({ work, confirm }: { readonly work: DeliverableView; readonly confirm: boolean }) {
  const close = useDropAsk();
  const api = useApi();
  const form = useForm({ initialValues: { reason: "" }, validate: { reason: confirm ? () => null : missing } });
  const done = (what: string) => ({
    onSuccess: () => {
      void tell(what);
      close();
    },
    onError: (error: unknown) => form.setErrors(faultsOf(error)),
  });
  const confirming = useMutation(
    api.premium.confirm.mutationOptions(done(t`The settlement is confirmed; its credit shows under Lead time.`)),
  );
  const declining = useMutation(api.premium.decline.mutationOptions(done(t`Declined: the premium stays due.`)));
  const decision = work.premiumDecision;
  if (decision?.state !== "proposed")
    return (
      <Text>
        <Trans>Nothing is to be decided.</Trans>
      </Text>
    );
  const about = { account: work.account, deliverable: work.id };
  const credit = formatMoney(decision.settlement.credit, decision.settlement.currency);
  return (
    <form
      onSubmit={form.onSubmit(({ reason }) =>
        confirm
          ? confirming.mutate({ ...about, reason: reason.trim() === "" ? null : reason })
          : declining.mutate({ ...about, reason }),
      )}
    >
      <Stack gap="sm">
        <Text size="sm">
          {confirm
            ? t`${credit} of premium comes back: what was invoiced as a credit memo, the rest at the settled rate.`
            : t`The customer would get ${credit} back. Declined, the premium stays due in full.`}
        </Text>
        <Textarea
          label={confirm ? t`Note` : t`Reason`}
          autosize
          minRows={2}
          data-autofocus
          {...form.getInputProps("reason")}
        />
        <FormFoot
          submit={confirm ? t`Confirm` : t`Decline`}
          {...(confirm ? {} : { danger: true as const })}
          busy={confirming.isPending || declining.isPending}
          error={confirming.error ?? declining.error}
        />
      </Stack>
    </form>
  );
}
