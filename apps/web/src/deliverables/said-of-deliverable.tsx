import { DeliverableKind } from "@cimpro/domain";
import { t } from "@lingui/core/macro";
import { Checkbox, Select, SimpleGrid, Stack, Switch, Textarea, TextInput } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { DayField } from "../forms/day-field.tsx";
import { kindWord } from "./kind-words.ts";

/** What is said of a deliverable, as it stands in a form (DLV-1). */
export interface SaidOfDeliverable {
  readonly name: string;
  readonly kind: DeliverableKind | null;
  readonly parent: string | null;
  readonly requirements: string;
  readonly beginsOn: string | null;
  readonly endsOn: string | null;
  readonly drawFromAllowance: boolean;
  readonly criticalWorkflows: string[];
}

/** The fields of a deliverable, for adding and for changing one. */
export function DeliverableFields({
  form,
  others,
  workflows,
}: {
  readonly form: UseFormReturnType<SaidOfDeliverable>;
  /** What it could be part of. */
  readonly others: readonly { readonly id: string; readonly name: string }[];
  /** The critical workflows, in the words of the process (PROC-5). */
  readonly workflows: readonly string[];
}) {
  return (
    <Stack gap="sm">
      <TextInput
        label={t`Name`}
        description={t`As invoice lines will say it.`}
        data-autofocus
        {...form.getInputProps("name")}
      />
      <Select
        label={t`Kind`}
        clearable
        data={DeliverableKind.options.map((kind) => ({ value: kind, label: kindWord(kind) }))}
        {...form.getInputProps("kind")}
      />
      <Textarea label={t`Requirements`} autosize minRows={2} {...form.getInputProps("requirements")} />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <DayField label={t`Planned to begin`} clearable {...form.getInputProps("beginsOn")} />
        <DayField label={t`Planned to end`} clearable {...form.getInputProps("endsOn")} />
      </SimpleGrid>
      {others.length === 0 ? null : (
        <Select
          label={t`Part of`}
          clearable
          data={others.map(({ id, name }) => ({ value: id, label: name }))}
          {...form.getInputProps("parent")}
        />
      )}
      {workflows.length === 0 ? null : (
        <Checkbox.Group
          label={t`Critical workflows it touches`}
          description={t`The customer confirms that its customer-facing staff knows, before deployment.`}
          {...form.getInputProps("criticalWorkflows")}
        >
          <Stack gap={6} mt={6}>
            {workflows.map((workflow) => (
              <Checkbox key={workflow} value={workflow} label={workflow} />
            ))}
          </Stack>
        </Checkbox.Group>
      )}
      <Switch
        label={t`After its deposit it draws on the account's allowances`}
        {...form.getInputProps("drawFromAllowance", { type: "checkbox" })}
      />
    </Stack>
  );
}
