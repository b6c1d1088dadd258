import { t } from "@lingui/core/macro";
import { Stack, Textarea } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation } from "@tanstack/react-query";
import type { RequestView } from "../api/answers.ts";
import { useApi } from "../api/context.ts";
import { missing } from "../forms/checks.ts";
import { FormFoot } from "../forms/form-foot.tsx";
import { tell } from "../page/tell.ts";

/** Records that somebody followed up, which stops the clock (REQ-1). */
export function FollowUpRequest({ request, onDone }: { readonly request: RequestView; readonly onDone: () => void }) {
  const followUp = useMutation(
    useApi().request.followUp.mutationOptions({
      onSuccess: ({ title }) => {
        void tell(t`${title}: followed up. Accept or decline it when you know.`);
        onDone();
      },
    }),
  );
  return (
    <SayIt
      label={t`What was said`}
      description={t`The first follow-up stops the clock. The customer can read it.`}
      submit={t`Record follow-up`}
      busy={followUp.isPending}
      error={followUp.error}
      onSay={(note) => followUp.mutate({ account: request.account, request: request.id, note })}
    />
  );
}

export function DeclineRequest({ request, onDone }: { readonly request: RequestView; readonly onDone: () => void }) {
  const decline = useMutation(
    useApi().request.decline.mutationOptions({
      onSuccess: ({ title }) => {
        void tell(t`${title} is declined.`);
        onDone();
      },
    }),
  );
  return (
    <SayIt
      label={t`Why`}
      description={t`The customer reads this reason. A declined request takes no other turn.`}
      submit={t`Decline`}
      busy={decline.isPending}
      error={decline.error}
      onSay={(reason) => decline.mutate({ account: request.account, request: request.id, reason })}
    />
  );
}

function SayIt({
  label,
  description,
  submit,
  busy,
  error,
  onSay,
}: {
  readonly label: string;
  readonly description: string;
  readonly submit: string;
  readonly busy: boolean;
  readonly error: unknown;
  readonly onSay: (text: string) => void;
}) {
  const form = useForm({ initialValues: { text: "" }, validate: { text: missing } });
  return (
    <form onSubmit={form.onSubmit(({ text }) => onSay(text.trim()))}>
      <Stack gap="sm">
        <Textarea
          label={label}
          description={description}
          autosize
          minRows={3}
          data-autofocus
          {...form.getInputProps("text")}
        />
        <FormFoot submit={submit} busy={busy} error={error} />
      </Stack>
    </form>
  );
}
