import { t } from "@lingui/core/macro";
import { Stack } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation, useSuspenseQuery } from "@tanstack/react-query";
import type { DeliverableView } from "../api/answers.ts";
import { useApi } from "../api/context.ts";
import { usePolicy } from "../api/policy.ts";
import { faultsOf } from "../api/refusal.ts";
import { useDropAsk } from "../forms/ask-dialog.tsx";
import { missing } from "../forms/checks.ts";
import { FormFoot } from "../forms/form-foot.tsx";
import { onlyChanged } from "../forms/only-changed.ts";
import { tell } from "../page/tell.ts";
import { DeliverableFields, type SaidOfDeliverable } from "./said-of-deliverable.tsx";

/** Changes what is said of it; what its approved SOW says never changes (DLV-2). */
export function EditDeliverable({ work }: { readonly work: DeliverableView }) {
  const close = useDropAsk();
  const api = useApi();
  const others = useSuspenseQuery(api.deliverable.list.queryOptions({ account: work.account, limit: 500 })).data.items;
  const workflows = usePolicy()?.policy.process.criticalWorkflows ?? [];
  const { name, kind, parent, requirements, beginsOn, endsOn, drawFromAllowance, criticalWorkflows } = work;
  const form = useForm<SaidOfDeliverable>({
    initialValues: {
      ...{ name, kind, parent, requirements, beginsOn, endsOn, drawFromAllowance },
      criticalWorkflows: [...criticalWorkflows],
    },
    validate: { name: missing },
  });
  const edit = useMutation(
    api.deliverable.edit.mutationOptions({
      onSuccess: () => {
        void tell(t`Changed.`);
        close();
      },
      onError: (error) => form.setErrors(faultsOf(error)),
    }),
  );
  return (
    <form
      onSubmit={form.onSubmit((said) =>
        edit.mutate({ account: work.account, deliverable: work.id, ...onlyChanged(form, said) }),
      )}
    >
      <Stack gap="sm">
        <DeliverableFields form={form} others={others.filter(({ id }) => id !== work.id)} workflows={workflows} />
        <FormFoot submit={t`Save`} busy={edit.isPending} error={edit.error} />
      </Stack>
    </form>
  );
}
