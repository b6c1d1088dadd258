import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Stack, Text, Textarea } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation } from "@tanstack/react-query";
import type { CustomerHome, CustomerTurn } from "../api/answers.ts";
import { useApi } from "../api/context.ts";
import { useToday } from "../api/session.ts";
import { formatDay } from "../figures/day-text.ts";
import { AskDialog, useDropAsk } from "../forms/ask-dialog.tsx";
import { missing } from "../forms/checks.ts";
import { FormFoot } from "../forms/form-foot.tsx";
import { tell } from "../page/tell.ts";
import { ClauseLink } from "../why/clause-link.tsx";

type Asked = Extract<CustomerTurn, { kind: "wait" }>;

/** Answers what the services team asked; nothing is left to answer once somebody did. */
export function AnswerDialog({ home, wait }: { readonly home: CustomerHome; readonly wait: string | undefined }) {
  const asked = home.turns.find((turn): turn is Asked => turn.kind === "wait" && turn.id === wait);
  return (
    <AskDialog open title={asked?.name ?? t`Answered`}>
      {asked === undefined ? (
        <Text size="sm">{t`This was answered already.`}</Text>
      ) : (
        <Answer account={home.account.id} asked={asked} />
      )}
    </AskDialog>
  );
}

function Answer({ account, asked }: { readonly account: string; readonly asked: Asked }) {
  const close = useDropAsk();
  const { name } = asked;
  const since = formatDay(asked.since, useToday());
  const form = useForm({ initialValues: { text: "" }, validate: { text: missing } });
  const answer = useMutation(
    useApi().wait.answer.mutationOptions({
      onSuccess: () => {
        void tell(t`Your answer is with us: ${name}.`);
        close();
      },
    }),
  );
  return (
    <form onSubmit={form.onSubmit(({ text }) => answer.mutate({ account, wait: asked.id, text }))}>
      <Stack gap="sm">
        <div>
          <Text>{asked.what}</Text>
          <Text size="sm" c="dimmed">
            <Trans>We asked on {since}.</Trans>
          </Text>
        </div>
        <Textarea label={t`Your answer`} autosize minRows={3} data-autofocus {...form.getInputProps("text")} />
        <Text size="sm" c="dimmed" component="div">
          {asked.movesDates ? (
            <Trans>
              The promised date moves while we wait; its clock runs on once we found in your answer what we asked for
            </Trans>
          ) : (
            <Trans>No date is promised, so none moves; the work goes on once we found what we asked for</Trans>
          )}{" "}
          <ClauseLink id="LEAD-6" />
        </Text>
        <FormFoot submit={t`Send answer`} busy={answer.isPending} error={answer.error} />
      </Stack>
    </form>
  );
}
