import { type HatId, hatOf } from "@cimpro/domain";
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Checkbox, Fieldset, Group, Select, Stack, Text } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation } from "@tanstack/react-query";
import type { PersonView } from "../api/answers.ts";
import { useApi } from "../api/context.ts";
import { useDropAsk } from "../forms/ask-dialog.tsx";
import { AskLink } from "../forms/ask-link.tsx";
import { FormFoot } from "../forms/form-foot.tsx";
import { Empty } from "../page/empty.tsx";
import { tell } from "../page/tell.ts";
import { wearersOf } from "./wearers.ts";

/** Gives a hat to a person with the three answers, or takes it off again (ROLE-3). */
export function AssignHat({
  account,
  hat,
  people,
}: {
  readonly account: string;
  readonly hat: HatId;
  readonly people: readonly PersonView[];
}) {
  const close = useDropAsk();
  const api = useApi();
  const { title } = hatOf(hat);
  const form = useForm({
    initialValues: { person: null as string | null, getsIt: true, wantsIt: true, hasCapacity: true },
    validate: { person: (person) => (person === null ? t`choose somebody` : null) },
  });
  const assign = useMutation(
    api.person.assign.mutationOptions({
      onSuccess: ({ person, standing }) => {
        const { name } = person;
        void tell(
          standing.filled ? t`${name} wears ${title}: it is filled.` : t`${name} wears ${title}: it is not filled yet.`,
        );
        close();
      },
    }),
  );
  const unassign = useMutation(
    api.person.unassign.mutationOptions({
      onSuccess: ({ person: { name } }) => tell(t`${name} no longer wears ${title}.`),
    }),
  );
  if (people.length === 0)
    return (
      <Empty title={t`Nobody is known yet`} next={t`Add the people who take part first.`}>
        <AskLink ask="person" variant="filled" size="xs">
          <Trans>Add a person</Trans>
        </AskLink>
      </Empty>
    );
  return (
    <form
      onSubmit={form.onSubmit(({ person, ...answers }) => {
        if (person !== null) assign.mutate({ account, person, hat, answers });
      })}
    >
      <Stack gap="sm">
        {wearersOf(people, hat).map(({ person, name, plan }) => (
          <Group key={`${person} ${plan}`} justify="space-between">
            <Text size="sm">
              <Trans>{name} wears it</Trans>
            </Text>
            <Button
              size="compact-xs"
              variant="default"
              loading={unassign.isPending}
              onClick={() => unassign.mutate({ account, person, hat, plan })}
            >
              <Trans>Take it off</Trans>
            </Button>
          </Group>
        ))}
        <Select
          label={t`Person`}
          searchable
          data={people.map(({ id, name }) => ({ value: id, label: name }))}
          {...form.getInputProps("person")}
        />
        <Fieldset legend={t`All three make it filled`}>
          <Stack gap="xs">
            <Checkbox label={t`Gets it`} {...form.getInputProps("getsIt", { type: "checkbox" })} />
            <Checkbox label={t`Wants it`} {...form.getInputProps("wantsIt", { type: "checkbox" })} />
            <Checkbox label={t`Has the capacity`} {...form.getInputProps("hasCapacity", { type: "checkbox" })} />
          </Stack>
        </Fieldset>
        <FormFoot submit={t`Assign`} busy={assign.isPending} error={assign.error ?? unassign.error} />
      </Stack>
    </form>
  );
}
