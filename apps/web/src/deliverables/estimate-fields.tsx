import { formatDuration } from "@cimpro/domain";
import { t } from "@lingui/core/macro";
import { Fieldset, SimpleGrid, TextInput } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";

import { estimatesIn } from "./estimate-texts.ts";

export { estimatesIn, estimateTexts, faultsOfEstimateTexts } from "./estimate-texts.ts";

/** How long each phase takes. */
export function EstimateFields<Said extends { readonly estimates: Record<string, string> }>({
  phases,
  form,
  first = false,
}: {
  readonly phases: readonly { readonly phase: string; readonly title: string }[];
  readonly form: UseFormReturnType<Said>;
  /** They are what the form begins with. */
  readonly first?: boolean;
}) {
  const minutes = estimatesIn(form.values.estimates).reduce((sum, each) => sum + each.minutes, 0);
  const total = formatDuration(minutes);
  return (
    <Fieldset legend={minutes === 0 ? t`Estimates` : t`Estimates: ${total} in all`}>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs" style={{ alignItems: "end" }}>
        {phases.map(({ phase, title }, at) => (
          <TextInput
            key={phase}
            data-autofocus={(first && at === 0) || undefined}
            size="xs"
            label={title}
            placeholder="8h"
            {...form.getInputProps(`estimates.${phase}`)}
            value={form.values.estimates[phase] ?? ""}
          />
        ))}
      </SimpleGrid>
    </Fieldset>
  );
}
