import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Stack, Text, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation } from "@tanstack/react-query";
import { useApi } from "../api/context.ts";
import { useToday } from "../api/session.ts";
import { formatDay } from "../figures/day-text.ts";
import { useDropAsk } from "../forms/ask-dialog.tsx";
import { missing, said } from "../forms/checks.ts";
import { FormFoot } from "../forms/form-foot.tsx";
import { tell } from "../page/tell.ts";
import { ClauseLink } from "../why/clause-link.tsx";

/** Where writing begins. */
const begin = { "data-autofocus": true };

/** Puts a request into the queue, and says by when it is followed up (REQ-1, REQ-2). */
export function SubmitRequest({ account, about = "" }: { readonly account: string; readonly about?: string }) {
  const close = useDropAsk();
  const today = useToday();
  const form = useForm({
    initialValues: { title: about, description: "", expediteWish: "" },
    validate: { title: missing },
  });
  const submit = useMutation(
    useApi().request.submit.mutationOptions({
      onSuccess: ({ title, followUp }) => {
        const day = formatDay(followUp.dueOn, today);
        void tell(t`“${title}” is in our queue. We follow up by ${day}.`);
        close();
      },
    }),
  );
  return (
    <form
      onSubmit={form.onSubmit(({ title, description, expediteWish }) =>
        submit.mutate({
          account,
          title: title.trim(),
          ...said("description", description),
          ...said("expediteWish", expediteWish),
        }),
      )}
    >
      <Stack gap="sm">
        <TextInput label={t`What do you need?`} {...(about === "" ? begin : {})} {...form.getInputProps("title")} />
        <Textarea
          label={t`Details`}
          description={t`What it should do, for whom, and what happens today`}
          autosize
          minRows={4}
          {...(about === "" ? {} : begin)}
          {...form.getInputProps("description")}
        />
        <Textarea
          label={t`Do you need it sooner? Say why`}
          description={t`A wish is no promise: an expedited or rush lead time exists only in a SOW that both sides agreed.`}
          autosize
          minRows={2}
          {...form.getInputProps("expediteWish")}
        />
        <Text size="sm" c="dimmed" component="div">
          <Trans>Somebody comes back to you within 3 business days</Trans> <ClauseLink id="REQ-1" />
        </Text>
        <FormFoot submit={t`Send request`} busy={submit.isPending} error={submit.error} />
      </Stack>
    </form>
  );
}
