import { DeliverableKind } from "@cimpro/domain";
import { Checkbox, Select, SimpleGrid, Stack, Switch, Textarea, TextInput } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { DayField } from "../forms/day-field.tsx";
import { kindWords } from "./kind-words.ts";

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
        label="Name"
        description="As invoice lines will say it."
        data-autofocus
        {...form.getInputProps("name")}
      />
      <Select
        label="Kind"
        clearable
        data={DeliverableKind.options.map((kind) => ({ value: kind, label: kindWords[kind] }))}
        {...form.getInputProps("kind")}
      />
      <Textarea label="Requirements" autosize minRows={2} {...form.getInputProps("requirements")} />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <DayField label="Planned to begin" clearable {...form.getInputProps("beginsOn")} />
        <DayField label="Planned to end" clearable {...form.getInputProps("endsOn")} />
      </SimpleGrid>
      {others.length === 0 ? null : (
        <Select
          label="Part of"
          clearable
          data={others.map(({ id, name }) => ({ value: id, label: name }))}
          {...form.getInputProps("parent")}
        />
      )}
      {workflows.length === 0 ? null : (
        <Checkbox.Group
          label="Critical workflows it touches"
          description="The customer confirms that its customer-facing staff knows, before deployment."
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
        label="After its deposit it draws on the account's allowances"
        {...form.getInputProps("drawFromAllowance", { type: "checkbox" })}
      />
    </Stack>
  );
}
