import { t } from "@lingui/core/macro";
import { Radio, Stack } from "@mantine/core";

/** The two ends a credit can have (INV-3). */
export function CreditReasonField() {
  return (
    <Stack gap="xs" mt="xs">
      <Radio value="rebill" label={t`Bill again`} description={t`It is open again and joins the next run.`} />
      <Radio value="waive" label={t`Waive`} description={t`It counts as written off and is never billed.`} />
    </Stack>
  );
}
