import { DeliverableKind } from "@cimpro/domain";
import { t } from "@lingui/core/macro";
import { Radio, SegmentedControl, Select, Stack, TextInput } from "@mantine/core";
import { type UseFormReturnType, useForm } from "@mantine/form";
import { useMutation, useQuery } from "@tanstack/react-query";
import type { RequestView } from "../api/answers.ts";
import { useApi } from "../api/context.ts";
import { faultsOf } from "../api/refusal.ts";
import { kindWord } from "../deliverables/kind-words.ts";
import { FormFoot } from "../forms/form-foot.tsx";
import { tell } from "../page/tell.ts";
import { acceptedSentence, acceptedWord } from "../requests/triage-words.ts";
import { type AcceptForm, acceptFaults, acceptInput } from "./accept-input.ts";

const choices: readonly AcceptForm["as"][] = [
  "deliverable",
  "allowance-work",
  "package",
  "support-ticket",
  "product-bug",
];

/** Accepts a request as what it becomes; a new deliverable or product item is added with it (REQ-4). */
export function AcceptRequest({ request, onDone }: { readonly request: RequestView; readonly onDone: () => void }) {
  const form = useForm<AcceptForm>({
    initialValues: {
      ...{ as: "deliverable", which: "new", name: request.title, kind: null },
      ...{ deliverable: null, productItem: null, reference: "" },
    },
    validate: acceptFaults,
  });
  const accept = useMutation(
    useApi().request.accept.mutationOptions({
      onSuccess: ({ title, acceptance }) => {
        void tell(acceptedSentence(title, acceptance?.as));
        onDone();
      },
      onError: (error) => form.setErrors(faultsOf(error)),
    }),
  );
  return (
    <form onSubmit={form.onSubmit((values) => accept.mutate(acceptInput(values, request)))}>
      <Stack gap="sm">
        <Radio.Group
          label={t`It becomes`}
          value={form.values.as}
          onChange={(as) => form.setValues({ as: as as AcceptForm["as"], which: "new" })}
        >
          <Stack gap={8} mt="xs">
            {choices.map((as) => (
              <Radio key={as} value={as} label={acceptedWord(as)} data-autofocus={as === "deliverable" || undefined} />
            ))}
          </Stack>
        </Radio.Group>
        {form.values.as === "deliverable" ? <AsDeliverable form={form} account={request.account} /> : null}
        {form.values.as === "product-bug" ? <AsBug form={form} account={request.account} /> : null}
        {form.values.as === "deliverable" || form.values.as === "product-bug" ? null : (
          <TextInput
            label={t`Where it goes on`}
            description={t`A word that leads to it, such as a ticket's number. May stay empty.`}
            {...form.getInputProps("reference")}
          />
        )}
        <FormFoot submit={t`Accept`} busy={accept.isPending} error={accept.error} />
      </Stack>
    </form>
  );
}

type Form = Pick<UseFormReturnType<AcceptForm>, "getInputProps" | "values">;

function AsDeliverable({ form, account }: { readonly form: Form; readonly account: string }) {
  const known =
    useQuery(useApi().deliverable.list.queryOptions({ account, states: ["open"], limit: 500 })).data?.items ?? [];
  return (
    <>
      <SegmentedControl
        aria-label={t`Which deliverable`}
        data={[
          { value: "new", label: t`A new one` },
          { value: "known", label: t`One that is there` },
        ]}
        {...form.getInputProps("which")}
      />
      {form.values.which === "known" ? (
        <Select
          label={t`Deliverable`}
          placeholder={known.length === 0 ? t`The account has no open deliverable` : t`Choose`}
          searchable
          data={known.map(({ id, name }) => ({ value: id, label: name }))}
          {...form.getInputProps("deliverable")}
        />
      ) : (
        <>
          <TextInput label={t`Name`} description={t`As invoice lines will say it.`} {...form.getInputProps("name")} />
          <Select
            label={t`Kind`}
            placeholder={t`Not said yet`}
            clearable
            data={DeliverableKind.options.map((kind) => ({ value: kind, label: kindWord(kind) }))}
            {...form.getInputProps("kind")}
          />
        </>
      )}
    </>
  );
}

function AsBug({ form, account }: { readonly form: Form; readonly account: string }) {
  const items = useQuery(useApi().productItem.list.queryOptions({ account })).data?.items ?? [];
  return (
    <>
      <SegmentedControl
        aria-label={t`Which product item`}
        data={[
          { value: "new", label: t`Report it` },
          { value: "known", label: t`One that is there` },
          { value: "elsewhere", label: t`Kept elsewhere` },
        ]}
        {...form.getInputProps("which")}
      />
      {form.values.which === "known" ? (
        <Select
          label={t`Product item`}
          placeholder={items.length === 0 ? t`The account has no product item` : t`Choose`}
          searchable
          data={items.map(({ id, title }) => ({ value: id, label: title }))}
          {...form.getInputProps("productItem")}
        />
      ) : null}
      {form.values.which === "elsewhere" ? (
        <TextInput label={t`Where it is kept`} {...form.getInputProps("reference")} />
      ) : null}
    </>
  );
}
