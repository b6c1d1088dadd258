import { t } from "@lingui/core/macro";
import { Stack, Textarea } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation } from "@tanstack/react-query";
import type { RequestView } from "../api/answers.ts";
import { useApi } from "../api/context.ts";
import { useDropAsk } from "../forms/ask-dialog.tsx";
import { said } from "../forms/checks.ts";
import { FormFoot } from "../forms/form-foot.tsx";
import { tell } from "../page/tell.ts";

/** Adds to a request, or says why it is wanted sooner. */
export function NoteRequest({ request: { account, id, expediteWish: wished } }: { readonly request: RequestView }) {
  const close = useDropAsk();
  const form = useForm({
    initialValues: { text: "", expediteWish: "" },
    validate: {
      text: (text, { expediteWish }) =>
        text.trim() === "" && expediteWish.trim() === "" ? t`must not be empty` : null,
    },
  });
  const note = useMutation(
    useApi().request.note.mutationOptions({
      onSuccess: ({ title }) => {
        void tell(t`Added to “${title}”.`);
        close();
      },
    }),
  );
  return (
    <form
      onSubmit={form.onSubmit(({ text, expediteWish }) =>
        note.mutate({ account, request: id, ...said("text", text), ...said("expediteWish", expediteWish) }),
      )}
    >
      <Stack gap="sm">
        <Textarea label={t`Note`} autosize minRows={3} data-autofocus {...form.getInputProps("text")} />
        <Textarea
          label={wished === null ? t`Do you need it sooner? Say why` : t`Why it is wanted sooner, said anew`}
          description={t`A wish is no promise: a lead time exists only in an agreed SOW.`}
          autosize
          minRows={2}
          {...form.getInputProps("expediteWish")}
        />
        <FormFoot submit={t`Add`} busy={note.isPending} error={note.error} />
      </Stack>
    </form>
  );
}
