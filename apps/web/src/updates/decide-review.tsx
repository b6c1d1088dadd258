import { Radio, Stack, Text, Textarea } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation } from "@tanstack/react-query";
import { useAccountName } from "../api/accounts.ts";
import { useApi } from "../api/context.ts";
import { faultsOf } from "../api/refusal.ts";
import { useToday } from "../api/session.ts";
import { DayLabel } from "../figures/day-label.tsx";
import { useDropAsk } from "../forms/ask-dialog.tsx";
import { said } from "../forms/checks.ts";
import { DayField } from "../forms/day-field.tsx";
import { FormFoot } from "../forms/form-foot.tsx";
import { tell } from "../page/tell.ts";
import { type Outcome, outcomes, outcomeWords } from "./review-words.ts";
import type { ReviewToDecide } from "./update-search.ts";

interface Decision {
  readonly outcome: Outcome | null;
  readonly note: string;
  readonly on: string | null;
}

/** Says whether a customization works with an update, and what follows (PROC-9). */
export function DecideReview({ asked: { review, update, name } }: { readonly asked: ReviewToDecide }) {
  const close = useDropAsk();
  const today = useToday();
  const nameOf = useAccountName();
  const form = useForm<Decision>({
    initialValues: { outcome: null, note: "", on: today },
    validate: { outcome: (outcome) => (outcome === null ? "must be chosen" : null) },
  });
  const decide = useMutation(
    useApi().update.review.mutationOptions({
      onSuccess: ({ review: { state }, work }) => {
        void tell(
          work === null
            ? `${name}: ${state === "retired" ? "retired" : "compatible"} with ${update.version}.`
            : `${work.name} is added as a deliverable.`,
        );
        close();
      },
      onError: (error) => form.setErrors(faultsOf(error)),
    }),
  );
  return (
    <form
      onSubmit={form.onSubmit(({ outcome, note, on }) => {
        if (outcome === null) return;
        decide.mutate({
          ...{ account: review.account, customization: review.customization, update: review.update, outcome },
          ...said("note", note),
          ...said("on", on),
        });
      })}
    >
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {nameOf(review.account)} gets version {update.version} on <DayLabel day={update.on} />.
        </Text>
        <Radio.Group label="The customization is" {...form.getInputProps("outcome")}>
          <Stack gap={8} mt="xs">
            {outcomes.map((outcome, at) => (
              <Radio
                key={outcome}
                value={outcome}
                label={outcomeWords[outcome].label}
                description={outcomeWords[outcome].follows}
                data-autofocus={at === 0 || undefined}
              />
            ))}
          </Stack>
        </Radio.Group>
        <Textarea
          label="Note"
          description={form.values.outcome === "needs-work" ? "Becomes the requirements of the new work." : undefined}
          autosize
          minRows={2}
          {...form.getInputProps("note")}
        />
        <DayField label="Decided on" {...form.getInputProps("on")} />
        <FormFoot submit="Decide" busy={decide.isPending} error={decide.error} />
      </Stack>
    </form>
  );
}
