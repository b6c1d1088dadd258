import { conditionOf, type EvidenceGiver } from "@cimpro/domain";
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { NativeSelect, Stack, Text, Textarea } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation } from "@tanstack/react-query";
import type { WorkPhases } from "../api/answers.ts";
import { useApi } from "../api/context.ts";
import { usePeopleOf } from "../api/people.ts";
import { usePolicy } from "../api/policy.ts";
import { faultsOf } from "../api/refusal.ts";
import { useSession, useToday } from "../api/session.ts";
import { useDropAsk } from "../forms/ask-dialog.tsx";
import { missing, said } from "../forms/checks.ts";
import { DayField } from "../forms/day-field.tsx";
import { FormFoot } from "../forms/form-foot.tsx";
import { PersonField } from "../forms/person-field.tsx";
import { tell } from "../page/tell.ts";
import { roleWord } from "./giver-words.ts";
import { givers, isOwn, mayState } from "./who-may.ts";

interface Said {
  readonly what: string;
  readonly by: EvidenceGiver | "";
  readonly person: string;
  readonly on: string | null;
  readonly deploymentOn: string | null;
}

/** States what a gate needs, in one's own name or put on record for somebody (PROC-7, ROLE-5). */
export function RecordEvidence({ phases, condition: id }: { readonly phases: WorkPhases; readonly condition: string }) {
  const close = useDropAsk();
  const { role, account: own } = useSession();
  const today = useToday();
  const process = usePolicy(phases.policyVersion)?.policy.process;
  const condition = phases.phases
    .flatMap(({ gates }) => gates.flatMap((gate) => gate.conditions))
    .find((each) => each.condition === id);
  const by = condition?.by ?? [];
  const record = mayState(role, by) === "record" || role === "admin" || role === "coordinator";
  const form = useForm<Said>({
    initialValues: { what: "", by: givers(role, by)[0] ?? "", person: "", on: today, deploymentOn: null },
    validate: { what: missing },
  });
  const side = form.values.by === "program-manager" || form.values.by === "customer" ? "customer" : "team";
  const people = usePeopleOf(phases.account, side);
  const state = useMutation(
    useApi().phase.record.mutationOptions({
      onSuccess: ({ creditMemos }) => {
        const title = condition?.title ?? id;
        void tell(own === null ? t`Stated: ${title}.` : t`Confirmed: ${title}. The services team takes it from here.`);
        for (const { number } of creditMemos) void tell(t`The lead time was settled with credit memo ${number}.`);
        close();
      },
      onError: (error) => form.setErrors(faultsOf(error)),
    }),
  );
  if (condition === undefined || condition.by === null)
    return (
      <Text>
        <Trans>No such condition can be stated.</Trans>
      </Text>
    );
  const needed = process === undefined ? undefined : conditionOf(id, process)?.evidence;
  const statement = needed?.kind === "statement" ? needed : undefined;
  const forOther = form.values.by !== "" && !isOwn(role, form.values.by);
  return (
    <form
      onSubmit={form.onSubmit(({ what, by: giver, person, on, deploymentOn }) =>
        state.mutate({
          ...{ account: phases.account, deliverable: phases.deliverable, condition: id, what },
          ...(giver === "" ? {} : { by: giver }),
          ...said("person", person),
          ...said("on", on),
          ...said("deploymentOn", deploymentOn),
        }),
      )}
    >
      <Stack gap="sm">
        <Text size="sm" fw={500}>
          {condition.title}
        </Text>
        <Textarea
          label={own === null ? t`What shows it` : (statement?.what ?? t`What shows it`)}
          description={own === null ? statement?.what : null}
          autosize
          minRows={2}
          data-autofocus
          {...form.getInputProps("what")}
        />
        {statement?.schedules === "deployment" ? (
          <DayField label={t`Deployment scheduled for`} clearable {...form.getInputProps("deploymentOn")} />
        ) : null}
        {record ? (
          <>
            <NativeSelect
              label={t`Stated by`}
              data={givers(role, by).map((giver) => ({ value: giver, label: roleWord(giver) }))}
              {...form.getInputProps("by")}
            />
            <PersonField
              label={t`Name`}
              description={forOther ? t`Whose statement it is.` : t`Yours, unless you name somebody else.`}
              clearable
              people={people}
              newcomer={(who) => t`“${who}”, who is not known here yet`}
              {...form.getInputProps("person")}
              onChange={(person) => form.setFieldValue("person", person ?? "")}
            />
          </>
        ) : null}
        <DayField label={t({ message: "On", context: "the day something was stated" })} {...form.getInputProps("on")} />
        {statement?.after === undefined || own !== null ? null : (
          <Text size="sm" c="dimmed">
            <Trans>It rests on what was stated before it: when that is stated anew, this must be too.</Trans>
          </Text>
        )}
        <FormFoot submit={own === null ? t`State it` : t`Confirm`} busy={state.isPending} error={state.error} />
      </Stack>
    </form>
  );
}
