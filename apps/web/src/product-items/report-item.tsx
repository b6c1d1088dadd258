import { SegmentedControl, Select, Stack, Switch, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useAccounts } from "../api/accounts.ts";
import type { ProductItem } from "../api/answers.ts";
import { useApi } from "../api/context.ts";
import { faultsOf } from "../api/refusal.ts";
import { useDropAsk } from "../forms/ask-dialog.tsx";
import { missing, said } from "../forms/checks.ts";
import { FormFoot } from "../forms/form-foot.tsx";
import { tell } from "../page/tell.ts";
import { itemKinds } from "./item-words.ts";

interface Report {
  readonly account: string | null;
  readonly kind: ProductItem["kind"];
  readonly title: string;
  readonly description: string;
  readonly deliverable: string | null;
  readonly blocks: boolean;
}

/** Tells the product team of a building block that is needed or a bug that was found (PROD-1, PROD-2). */
export function ReportItem() {
  const close = useDropAsk();
  const api = useApi();
  const accounts = useAccounts();
  const form = useForm<Report>({
    initialValues: { account: null, kind: "bug", title: "", description: "", deliverable: null, blocks: false },
    validate: {
      account: (account) => (account === null ? "must be chosen" : null),
      title: missing,
      deliverable: (deliverable, { blocks }) =>
        blocks && deliverable === null ? "name the deliverable that it blocks" : null,
    },
  });
  const { account } = form.values;
  const deliverables = useQuery({
    ...api.deliverable.list.queryOptions({ account: account ?? "", states: ["open"] }),
    enabled: account !== null,
  }).data?.items;
  const report = useMutation(
    api.productItem.report.mutationOptions({
      onSuccess: ({ title, blocks, deliverable }) => {
        void tell(blocks ? `${title} is reported; ${deliverable} waits for it.` : `${title} is reported.`);
        close();
      },
      onError: (error) => form.setErrors(faultsOf(error)),
    }),
  );
  return (
    <form
      onSubmit={form.onSubmit(({ account: of, kind, title, description, deliverable, blocks }) =>
        report.mutate({
          ...{ account: of ?? "", kind, title: title.trim(), blocks },
          ...said("description", description),
          ...said("deliverable", deliverable),
        }),
      )}
    >
      <Stack gap="sm">
        <Select
          label="Account"
          searchable
          data-autofocus
          data={accounts.map(({ id, name }) => ({ value: id, label: name }))}
          {...form.getInputProps("account")}
          onChange={(value) => form.setValues({ account: value, deliverable: null })}
        />
        <SegmentedControl
          aria-label="Kind"
          data={Object.entries(itemKinds).map(([value, label]) => ({ value, label }))}
          {...form.getInputProps("kind")}
        />
        <TextInput label="Title" {...form.getInputProps("title")} />
        <Textarea label="Description" autosize minRows={2} {...form.getInputProps("description")} />
        <Select
          label="Deliverable"
          description="The one it was found in or is needed for."
          placeholder={account === null ? "Choose the account first" : "None"}
          disabled={account === null}
          searchable
          clearable
          data={(deliverables ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          {...form.getInputProps("deliverable")}
        />
        <Switch
          label="Work cannot go on without it"
          description="Its lead-time clock stops from today until the item is deployed or rejected."
          {...form.getInputProps("blocks", { type: "checkbox" })}
        />
        <FormFoot submit="Report" busy={report.isPending} error={report.error} />
      </Stack>
    </form>
  );
}
