import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { SimpleGrid, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query";
import type { DeliverableView } from "../api/answers.ts";
import { useApi } from "../api/context.ts";
import { faultsOf } from "../api/refusal.ts";
import { consequenceRows, guaranteeSentence } from "../approve/consequence-rows.tsx";
import { Meaning } from "../approve/meaning.tsx";
import { Money } from "../figures/money.tsx";
import { useDropAsk } from "../forms/ask-dialog.tsx";
import { hoursFault, minutesIn, said } from "../forms/checks.ts";
import { DayField } from "../forms/day-field.tsx";
import { FormFoot } from "../forms/form-foot.tsx";
import { RefusalNote } from "../page/refusal-note.tsx";
import { tell } from "../page/tell.ts";

interface Said {
  readonly scope: string;
  readonly duration: string;
  readonly newRushBy: string | null;
  readonly newExpeditedBy: string | null;
}

/** Proposes more time or new dates; what would follow shows while it is written (DLV-4, LEAD-5). */
export function ProposeChangeOrder({ work }: { readonly work: DeliverableView }) {
  const close = useDropAsk();
  const api = useApi();
  const lead = work.sows.find(({ state }) => state === "approved")?.leadTime ?? "standard";
  const form = useForm<Said>({
    initialValues: { scope: "", duration: "", newRushBy: null, newExpeditedBy: null },
    validate: { duration: (text) => (text.trim() === "" ? null : hoursFault(text)) },
  });
  const propose = useMutation(
    api.changeOrder.propose.mutationOptions({
      onSuccess: ({ changeOrder }) => {
        const { number } = changeOrder;
        void tell(t`Change order ${number} proposed: the customer decides.`);
        close();
      },
      onError: (error) => form.setErrors(faultsOf(error)),
    }),
  );
  const { duration, newRushBy, newExpeditedBy } = form.values;
  const stated = {
    ...{ account: work.account, deliverable: work.id, minutes: minutesIn(duration, "hours") },
    ...(lead === "rush" ? said("newRushBy", newRushBy) : {}),
    ...(lead === "standard" ? {} : said("newExpeditedBy", newExpeditedBy)),
  };
  const [asked] = useDebouncedValue(stated, 250);
  const saysSomething = asked.minutes > 0 || "newExpeditedBy" in asked || "newRushBy" in asked;
  const preview = useQuery({
    ...api.changeOrder.preview.queryOptions(asked),
    enabled: saysSomething,
    placeholderData: keepPreviousData,
    retry: false,
  });
  const consequence = saysSomething && preview.error === null ? preview.data?.consequence : undefined;
  const guarantee = consequence === undefined ? null : guaranteeSentence(consequence);
  return (
    <form onSubmit={form.onSubmit(({ scope }) => propose.mutate({ ...stated, scope }))}>
      <Stack gap="sm">
        <Textarea
          label={t`What changes, and why`}
          autosize
          minRows={2}
          data-autofocus
          {...form.getInputProps("scope")}
        />
        <TextInput label={t`More time`} placeholder="4h" {...form.getInputProps("duration")} />
        {lead === "standard" ? null : (
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            {lead === "rush" ? (
              <DayField
                label={t`New rush date`}
                description={t`Both dates, or none.`}
                clearable
                {...form.getInputProps("newRushBy")}
              />
            ) : null}
            <DayField
              label={t`New expedited date`}
              description={t`Not before the one it replaces.`}
              clearable
              {...form.getInputProps("newExpeditedBy")}
            />
          </SimpleGrid>
        )}
        <div role="status">
          {consequence === undefined ? (
            <Text size="sm" c="dimmed">
              <Trans>What follows from it shows here as soon as it says something.</Trans>
            </Text>
          ) : (
            <>
              <Text size="sm" fw={600}>
                <Trans>
                  What follows: <Money amount={consequence.addedPrice} currency={work.currency} /> more
                </Trans>
              </Text>
              <Meaning label={t`What follows from the change order`} rows={consequenceRows(consequence)} />
              {guarantee === null ? null : (
                <Text size="sm" c="dimmed">
                  {guarantee}.
                </Text>
              )}
            </>
          )}
        </div>
        {saysSomething ? <RefusalNote error={preview.error} /> : null}
        <FormFoot submit={t`Propose`} busy={propose.isPending} error={propose.error} />
      </Stack>
    </form>
  );
}
