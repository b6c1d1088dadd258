import type { PremiumSettlement } from "@cimpro/domain";
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Stack, Text } from "@mantine/core";
import { useForm } from "@mantine/form";
import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query";
import type { DeliverableView, WorkPhases } from "../api/answers.ts";
import { useApi } from "../api/context.ts";
import { faultsOf } from "../api/refusal.ts";
import { useToday } from "../api/session.ts";
import { Meaning } from "../approve/meaning.tsx";
import { DayLabel } from "../figures/day-label.tsx";
import { Money } from "../figures/money.tsx";
import { useDropAsk } from "../forms/ask-dialog.tsx";
import { missing } from "../forms/checks.ts";
import { DayField } from "../forms/day-field.tsx";
import { FormFoot } from "../forms/form-foot.tsx";
import { RefusalNote } from "../page/refusal-note.tsx";
import { tell } from "../page/tell.ts";
import { ClauseLink } from "../why/clause-link.tsx";
import { outcomeWord } from "./outcome-word.ts";

/** Works the settlement of a premium out on the present records; what it comes to shows first (LEAD-3, LEAD-4, LEAD-8). */
export function ProposePremium({ work, phases }: { readonly work: DeliverableView; readonly phases: WorkPhases }) {
  const close = useDropAsk();
  const api = useApi();
  const today = useToday();
  const known = work.premiumDecision?.deliveredOn ?? phases.deliveredOn;
  const form = useForm<{ deliveredOn: string | null }>({
    initialValues: { deliveredOn: null },
    validate: { deliveredOn: (day) => (known === null ? missing(day ?? "") : null) },
  });
  const { deliveredOn } = form.values;
  const asked = {
    ...{ account: work.account, deliverable: work.id },
    ...(known === null && deliveredOn !== null ? { deliveredOn } : {}),
  };
  const preview = useQuery({
    ...api.premium.preview.queryOptions(asked),
    enabled: known !== null || deliveredOn !== null,
    placeholderData: keepPreviousData,
    retry: false,
  });
  const propose = useMutation(
    api.premium.propose.mutationOptions({
      onSuccess: ({ decision, creditMemos }) => {
        const memos = creditMemos.map(({ number }) => number).join(", ");
        void tell(
          decision.state === "proposed"
            ? t`Proposed: confirm or decline it.`
            : memos === ""
              ? t`Settled by rule.`
              : t`Settled by rule, with credit memo ${memos}.`,
        );
        close();
      },
      onError: (error) => form.setErrors(faultsOf(error)),
    }),
  );
  const settlement = preview.error === null ? preview.data?.settlement : undefined;
  return (
    <form onSubmit={form.onSubmit(() => propose.mutate(asked))}>
      <Stack gap="sm">
        {known === null ? (
          <DayField
            label={t`Delivered on`}
            description={t`Only for a delivery that the gates do not state, such as one before these books were kept. It counts from then on.`}
            maxDate={today}
            {...form.getInputProps("deliveredOn")}
          />
        ) : (
          <Text size="sm">
            <Trans>
              Delivered <DayLabel day={known} />. The settlement is worked out on the records as they stand now.
            </Trans>
          </Text>
        )}
        <div role="status">{settlement === undefined ? null : <Outcome settlement={settlement} />}</div>
        {propose.error === null ? <RefusalNote error={preview.error} /> : null}
        <FormFoot
          submit={settlement?.decision === "automatic" ? t`Settle it` : t`Propose it`}
          busy={propose.isPending}
          error={propose.error}
        />
      </Stack>
    </form>
  );
}

function Outcome({ settlement }: { readonly settlement: PremiumSettlement }) {
  const money = (amount: number) => <Money amount={amount} currency={settlement.currency} />;
  return (
    <Stack gap="sm">
      <Text size="sm" fw={600}>
        {outcomeWord(settlement.outcome)}
      </Text>
      <Meaning
        label={t`The premium`}
        rows={[
          { label: t`Premium charged`, after: money(settlement.premiumCharged) },
          { label: t`Premium due`, after: money(settlement.premiumDue) },
          { label: t`Comes back`, after: money(settlement.credit) },
        ]}
      />
      <Text size="sm" c="dimmed">
        {settlement.decision === "proposed" ? (
          <Trans>It is proposed only: nothing comes back before it is confirmed.</Trans>
        ) : settlement.credit === 0 ? (
          <Trans>It is settled at once, and only once.</Trans>
        ) : (
          <Trans>
            It is settled at once, and only once: what was invoiced of it comes back as a credit memo for each invoice.
          </Trans>
        )}{" "}
        <ClauseLink id={settlement.decision === "automatic" ? "LEAD-3" : "LEAD-4"} /> <ClauseLink id="LEAD-8" />
      </Text>
    </Stack>
  );
}
