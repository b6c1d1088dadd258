import { t } from "@lingui/core/macro";
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
import { kindWord } from "./item-words.ts";

interface Report {
  readonly account: string | null;
  readonly kind: ProductItem["kind"];
  readonly title: string;
  readonly description: string;
  readonly deliverable: string | null;
  readonly blocks: boolean;
}

const kinds: readonly ProductItem["kind"][] = ["building-block", "bug"];

/** Tells the product team of a building block that is needed or a bug that was found (PROD-1, PROD-2). */
export function ReportItem() {
  const close = useDropAsk();
  const api = useApi();
  const accounts = useAccounts();
  const form = useForm<Report>({
    initialValues: { account: null, kind: "bug", title: "", description: "", deliverable: null, blocks: false },
    validate: {
      account: (account) => (account === null ? t`must be chosen` : null),
      title: missing,
      deliverable: (deliverable, { blocks }) =>
        blocks && deliverable === null ? t`name the deliverable that it blocks` : null,
    },
  });
  const { account } = form.values;
  const deliverables = useQuery({
    ...api.deliverable.list.queryOptions({ account: account ?? "", states: ["open"], limit: 500 }),
    enabled: account !== null,
  }).data?.items;
  const report = useMutation(
    api.productItem.report.mutationOptions({
      onSuccess: ({ title, blocks, deliverableName: work }) => {
        void tell(blocks && work !== null ? t`${title} is reported; ${work} waits for it.` : t`${title} is reported.`);
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
          label={t`Account`}
          searchable
          data-autofocus
          data={accounts.map(({ id, name }) => ({ value: id, label: name }))}
          {...form.getInputProps("account")}
          onChange={(value) => form.setValues({ account: value, deliverable: null })}
        />
        <SegmentedControl
          aria-label={t`Kind`}
          data={kinds.map((value) => ({ value, label: kindWord(value) }))}
          {...form.getInputProps("kind")}
        />
        <TextInput label={t`Title`} {...form.getInputProps("title")} />
        <Textarea label={t`Description`} autosize minRows={2} {...form.getInputProps("description")} />
        <Select
          label={t`Deliverable`}
          description={t`The one it was found in or is needed for.`}
          placeholder={account === null ? t`Choose the account first` : t`None`}
          disabled={account === null}
          searchable
          clearable
          data={(deliverables ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          {...form.getInputProps("deliverable")}
        />
        <Switch
          label={t`Work cannot go on without it`}
          description={t`Its lead-time clock stops from today until the item is deployed or rejected.`}
          {...form.getInputProps("blocks", { type: "checkbox" })}
        />
        <FormFoot submit={t`Report`} busy={report.isPending} error={report.error} />
      </Stack>
    </form>
  );
}
