import { mayBecome } from "@cimpro/domain";
import { i18n, type MessageDescriptor } from "@lingui/core";
import { msg, t } from "@lingui/core/macro";
import { Radio, Stack, Textarea } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation } from "@tanstack/react-query";
import type { ProductItem } from "../api/answers.ts";
import { useApi } from "../api/context.ts";
import { faultsOf } from "../api/refusal.ts";
import { useToday } from "../api/session.ts";
import { useDropAsk } from "../forms/ask-dialog.tsx";
import { said } from "../forms/checks.ts";
import { DayField } from "../forms/day-field.tsx";
import { FormFoot } from "../forms/form-foot.tsx";
import { tell } from "../page/tell.ts";
import type { ItemState } from "./item-words.ts";

type News = Exclude<ItemState, "requested">;

interface Update {
  readonly state: News | null;
  readonly scheduledFor: string | null;
  readonly on: string | null;
  readonly note: string;
}

const meaning: Readonly<Record<News, MessageDescriptor>> = {
  confirmed: msg`Confirmed: they will do it`,
  rejected: msg`Rejected: they will not, and it blocks nothing any more`,
  scheduled: msg`Scheduled for a day`,
  deployed: msg`Deployed: work goes on`,
};

const isNews = (state: ItemState): state is News => state !== "requested";

function keptWords(item: string, state: ItemState): string {
  if (state === "confirmed") return t`${item} is confirmed.`;
  if (state === "scheduled") return t`${item} is scheduled.`;
  if (state === "deployed") return t`${item} is deployed.`;
  return state === "rejected" ? t`${item} is rejected.` : t`${item} is requested.`;
}

/** Keeps what the product team says of an item (PROD-2). */
export function UpdateItem({ item }: { readonly item: ProductItem }) {
  const close = useDropAsk();
  const today = useToday();
  const may = mayBecome(item).filter(isNews);
  const form = useForm<Update>({
    initialValues: { state: may[0] ?? null, scheduledFor: null, on: today, note: "" },
    validate: {
      scheduledFor: (day, { state }) => (state === "scheduled" && day === null ? t`name the day` : null),
    },
  });
  const update = useMutation(
    useApi().productItem.update.mutationOptions({
      onSuccess: ({ title, state }) => {
        void tell(keptWords(title, state));
        close();
      },
      onError: (error) => form.setErrors(faultsOf(error)),
    }),
  );
  return (
    <form
      onSubmit={form.onSubmit(({ state, scheduledFor, on, note }) => {
        if (state === null) return;
        update.mutate({
          ...{ account: item.account, item: item.id, state },
          ...(state === "scheduled" ? said("scheduledFor", scheduledFor) : {}),
          ...said("on", on),
          ...said("note", note),
        });
      })}
    >
      <Stack gap="sm">
        <Radio.Group label={t`The product team says`} {...form.getInputProps("state")}>
          <Stack gap={8} mt="xs">
            {may.map((state, at) => (
              <Radio key={state} value={state} label={i18n._(meaning[state])} data-autofocus={at === 0 || undefined} />
            ))}
          </Stack>
        </Radio.Group>
        {form.values.state === "scheduled" ? (
          <DayField label={t`To be deployed on`} {...form.getInputProps("scheduledFor")} />
        ) : null}
        <DayField label={t`Said on`} {...form.getInputProps("on")} />
        <Textarea label={t`Note`} autosize minRows={2} {...form.getInputProps("note")} />
        <FormFoot submit={t`Save`} busy={update.isPending} error={update.error} />
      </Stack>
    </form>
  );
}
