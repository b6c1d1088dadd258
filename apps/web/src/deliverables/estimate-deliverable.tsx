import { formatDuration } from "@cimpro/domain";
import { t } from "@lingui/core/macro";
import { Stack } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation } from "@tanstack/react-query";
import type { DeliverableView, WorkPhases } from "../api/answers.ts";
import { useApi } from "../api/context.ts";
import { useDropAsk } from "../forms/ask-dialog.tsx";
import { FormFoot } from "../forms/form-foot.tsx";
import { tell } from "../page/tell.ts";
import { EstimateFields, estimatesIn, estimateTexts, faultsOfEstimateTexts } from "./estimate-fields.tsx";

/** States how long the phases will take; a phase left empty has no estimate (DLV-1). */
export function EstimateDeliverable({ work, phases }: { readonly work: DeliverableView; readonly phases: WorkPhases }) {
  const close = useDropAsk();
  const named = phases.phases.filter(({ number }) => number !== null);
  const form = useForm<{ estimates: Record<string, string> }>({
    initialValues: { estimates: estimateTexts(work.estimates) },
    validate: ({ estimates }) => faultsOfEstimateTexts(estimates),
  });
  const estimate = useMutation(
    useApi().deliverable.estimate.mutationOptions({
      onSuccess: (_, { estimates }) => {
        const total = formatDuration(estimates.reduce((sum, { minutes }) => sum + minutes, 0));
        void tell(work.sows.length === 0 ? t`Estimated at ${total}. Its SOW comes next.` : t`Estimated at ${total}.`);
        close();
      },
    }),
  );
  return (
    <form
      onSubmit={form.onSubmit(({ estimates }) => {
        const stated = estimatesIn(estimates);
        estimate.mutate({
          account: work.account,
          deliverable: work.id,
          estimates: named.map(({ phase }) => stated.find((each) => each.phase === phase) ?? { phase, minutes: 0 }),
        });
      })}
    >
      <Stack gap="sm">
        <EstimateFields phases={named} form={form} first />
        <FormFoot submit={t`Save estimates`} busy={estimate.isPending} error={estimate.error} />
      </Stack>
    </form>
  );
}
