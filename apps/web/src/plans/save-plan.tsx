import {
  ConnectPackage,
  isDay,
  type PlanRequest,
  ProjectChange,
  ProjectKind,
  planImplementation,
  type SavedPlan,
} from "@cimpro/domain";
import { plural, t } from "@lingui/core/macro";
import { Checkbox, SegmentedControl, Select, SimpleGrid, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useAccounts } from "../api/accounts.ts";
import { useApi } from "../api/context.ts";
import { usePolicyOn } from "../api/policy.ts";
import { faultsOf } from "../api/refusal.ts";
import { useToday } from "../api/session.ts";
import { said } from "../forms/checks.ts";
import { DayField } from "../forms/day-field.tsx";
import { FormFoot } from "../forms/form-foot.tsx";
import { tell } from "../page/tell.ts";
import { PlanRibbon } from "../plan-ribbon/plan-ribbon.tsx";
import { connectedWords } from "./plan-answer.ts";
import { changeWords, connectWords, projectWords } from "./plan-kinds.ts";

interface Facts {
  readonly account: string | null;
  readonly name: string;
  readonly orderedOn: string | null;
  readonly connect: ConnectPackage;
  readonly project: ProjectKind;
  readonly changed: ProjectChange[];
}

/** Keeps the facts of an implementation; beside them stands, while one types, the plan that follows from them. */
export function SavePlan({ account, plan }: { readonly account?: string | undefined; readonly plan?: SavedPlan }) {
  const navigate = useNavigate();
  const today = useToday();
  const accounts = useAccounts();
  const form = useForm<Facts>({
    initialValues: {
      account: account ?? null,
      name: plan?.name ?? "",
      orderedOn: plan?.orderedOn ?? today,
      connect: plan?.connect ?? "select",
      project: plan?.project ?? "first",
      changed: [...(plan?.changed ?? [])],
    },
    validate: {
      account: (value) => (value === null ? t`must be chosen` : null),
      orderedOn: (value) => (value === null ? t`name the day` : null),
    },
  });
  const save = useMutation(
    useApi().plan.save.mutationOptions({
      onSuccess: ({ plan: { account: of, id, name } }) => {
        void tell(t`${name} is planned.`);
        void navigate({ to: "/plans/$account/$plan", params: { account: of, plan: id }, replace: true });
      },
      onError: (error) => form.setErrors(faultsOf(error)),
    }),
  );
  const { orderedOn, connect, project, changed } = form.values;
  return (
    <form
      onSubmit={form.onSubmit(({ account: of, name, orderedOn: on }) => {
        if (of === null || on === null) return;
        save.mutate({
          ...{ account: of, orderedOn: on, connect, project, changed },
          ...said("name", name),
          ...said("id", plan?.id ?? null),
        });
      })}
    >
      <Stack gap="md">
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
          <Stack gap="sm">
            {plan === undefined ? (
              <Select
                label={t`Account`}
                searchable
                data-autofocus
                data={accounts.map(({ id, name }) => ({ value: id, label: name }))}
                {...form.getInputProps("account")}
              />
            ) : null}
            <TextInput
              label={t`Name`}
              placeholder={projectWords(project)}
              data-autofocus={plan !== undefined || undefined}
              {...form.getInputProps("name")}
            />
            <DayField
              label={t`Ordered on`}
              description={t`The weeks count from it.`}
              {...form.getInputProps("orderedOn")}
            />
          </Stack>
          <Stack gap="sm">
            <Select
              label={t`Kind of project`}
              allowDeselect={false}
              data={ProjectKind.options.map((kind) => ({ value: kind, label: projectWords(kind) }))}
              {...form.getInputProps("project")}
            />
            <SegmentedControl
              aria-label={t`Connect package`}
              data={ConnectPackage.options.map((value) => ({ value, label: connectWords(value) }))}
              {...form.getInputProps("connect")}
            />
            <Checkbox.Group label={t`What changed besides`} {...form.getInputProps("changed")}>
              <Stack gap={8} mt="xs">
                {ProjectChange.options.map((change) => (
                  <Checkbox key={change} value={change} label={changeWords(change)} />
                ))}
              </Stack>
            </Checkbox.Group>
          </Stack>
        </SimpleGrid>
        <FormFoot submit={t`Save plan`} busy={save.isPending} error={save.error} />
        {orderedOn !== null && isDay(orderedOn) ? (
          <Preview request={{ orderedOn, connect, project, changed, done: plan?.done ?? {}, today }} today={today} />
        ) : null}
      </Stack>
    </form>
  );
}

/** The plan as it follows from the facts, worked out here (IMPL-3 to IMPL-6). */
function Preview({ request, today }: { readonly request: PlanRequest; readonly today: string }) {
  const terms = usePolicyOn(request.orderedOn)?.policy.implementation;
  if (terms === undefined) return null;
  const planned = planImplementation(request, terms);
  if (!planned.ok)
    return (
      <Text size="sm" role="status">
        {planned.rejection.message}
      </Text>
    );
  return (
    <section aria-label={t`What follows`}>
      <Text size="sm" fw={550} role="status">
        {plural(planned.value.steps.length, { one: "# step.", other: "# steps." })}{" "}
        {connectedWords(planned.value, today)}
      </Text>
      <PlanRibbon
        plan={planned.value}
        terms={terms}
        orderedOn={request.orderedOn}
        done={request.done}
        today={today}
        audience="team"
      />
    </section>
  );
}
