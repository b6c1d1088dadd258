import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
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
import { followsWords, type Outcome, outcomes, reviewWord } from "./review-words.ts";
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
  const { version } = update;
  const accountName = nameOf(review.account);
  const form = useForm<Decision>({
    initialValues: { outcome: null, note: "", on: today },
    validate: { outcome: (outcome) => (outcome === null ? t`must be chosen` : null) },
  });
  const decide = useMutation(
    useApi().update.review.mutationOptions({
      onSuccess: ({ review: { state }, work }) => {
        void tell(decidedWords({ name, version, isRetired: state === "retired", work: work?.name }));
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
          <Trans>
            {accountName} gets version {version} on <DayLabel day={update.on} />.
          </Trans>
        </Text>
        <Radio.Group label={t`The customization is`} {...form.getInputProps("outcome")}>
          <Stack gap={8} mt="xs">
            {outcomes.map((outcome, at) => (
              <Radio
                key={outcome}
                value={outcome}
                label={reviewWord(outcome)}
                description={followsWords(outcome)}
                data-autofocus={at === 0 || undefined}
              />
            ))}
          </Stack>
        </Radio.Group>
        <Textarea
          label={t`Note`}
          description={form.values.outcome === "needs-work" ? t`Becomes the requirements of the new work.` : undefined}
          autosize
          minRows={2}
          {...form.getInputProps("note")}
        />
        <DayField label={t`Decided on`} {...form.getInputProps("on")} />
        <FormFoot submit={t`Decide`} busy={decide.isPending} error={decide.error} />
      </Stack>
    </form>
  );
}

interface Decided {
  readonly name: string;
  readonly version: string;
  readonly isRetired: boolean;
  /** The deliverable that was added for it. */
  readonly work: string | undefined;
}

function decidedWords({ name, version, isRetired, work }: Decided): string {
  if (work !== undefined) return t`${work} is added as a deliverable.`;
  return isRetired ? t`${name}: retired with ${version}.` : t`${name}: compatible with ${version}.`;
}
