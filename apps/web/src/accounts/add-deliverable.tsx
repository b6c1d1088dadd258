import { t } from "@lingui/core/macro";
import { Stack } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation, useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useApi } from "../api/context.ts";
import { usePolicy } from "../api/policy.ts";
import { faultsOf } from "../api/refusal.ts";
import { DeliverableFields, type SaidOfDeliverable } from "../deliverables/said-of-deliverable.tsx";
import { missing, said } from "../forms/checks.ts";
import { FormFoot } from "../forms/form-foot.tsx";
import { tell } from "../page/tell.ts";

/** Adds a piece of work: time can be logged on it at once, a statement of work makes it approved work (DLV-1). */
export function AddDeliverable({ account }: { readonly account: string }) {
  const api = useApi();
  const navigate = useNavigate();
  const others = useSuspenseQuery(api.deliverable.list.queryOptions({ account, limit: 500 })).data.items;
  const workflows = usePolicy()?.policy.process.criticalWorkflows ?? [];
  const form = useForm<SaidOfDeliverable>({
    initialValues: {
      ...{ name: "", kind: null, parent: null, requirements: "", beginsOn: null, endsOn: null },
      ...{ drawFromAllowance: false, criticalWorkflows: [] },
    },
    validate: { name: missing },
  });
  const add = useMutation(
    api.deliverable.add.mutationOptions({
      onSuccess: ({ name, id }) => {
        void tell(t`Time can be logged on ${name} now.`);
        void navigate({
          to: "/accounts/$id/deliverables/$deliverable",
          params: { id: account, deliverable: id },
          replace: true,
        });
      },
      onError: (error) => form.setErrors(faultsOf(error)),
    }),
  );
  return (
    <form
      onSubmit={form.onSubmit(({ name, kind, parent, beginsOn, endsOn, ...rest }) =>
        add.mutate({
          ...{ account, name, ...rest },
          ...(kind === null ? {} : { kind }),
          ...said("parent", parent),
          ...said("beginsOn", beginsOn),
          ...said("endsOn", endsOn),
        }),
      )}
    >
      <Stack gap="sm">
        <DeliverableFields form={form} others={others} workflows={workflows} />
        <FormFoot submit={t`Add deliverable`} busy={add.isPending} error={add.error} />
      </Stack>
    </form>
  );
}
