import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { NumberInput, Stack, Text } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation } from "@tanstack/react-query";
import type { WorkPhases } from "../api/answers.ts";
import { useApi } from "../api/context.ts";
import { useDropAsk } from "../forms/ask-dialog.tsx";
import { FormFoot } from "../forms/form-foot.tsx";
import { tell } from "../page/tell.ts";

/** Plans how long what is live stays open for fringe issues, by complexity and usage (PROC-6). */
export function PlanStabilization({ phases }: { readonly phases: WorkPhases }) {
  const close = useDropAsk();
  const form = useForm({ initialValues: { days: phases.stabilization.days } });
  const plan = useMutation(
    useApi().phase.planStabilization.mutationOptions({
      onSuccess: () => {
        void tell(t`Planned.`);
        close();
      },
    }),
  );
  return (
    <form
      onSubmit={form.onSubmit(({ days }) =>
        plan.mutate({ account: phases.account, deliverable: phases.deliverable, days: Number(days) }),
      )}
    >
      <Stack gap="sm">
        <Text size="sm">
          <Trans>
            Once it is live it stays open for fringe issues for so many days; a person still has to close it.
          </Trans>
        </Text>
        <NumberInput
          label={t`Days`}
          min={0}
          max={366}
          allowDecimal={false}
          data-autofocus
          {...form.getInputProps("days")}
        />
        <FormFoot submit={t({ message: "Plan", context: "verb" })} busy={plan.isPending} error={plan.error} />
      </Stack>
    </form>
  );
}
