import { addDays } from "@cimpro/domain";
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Stack, Text } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation } from "@tanstack/react-query";
import type { PackageRow } from "../api/answers.ts";
import { useApi } from "../api/context.ts";
import { faultsOf } from "../api/refusal.ts";
import { useToday } from "../api/session.ts";
import { formatDay } from "../figures/day-text.ts";
import { useDropAsk } from "../forms/ask-dialog.tsx";
import { DayField } from "../forms/day-field.tsx";
import { FormFoot } from "../forms/form-foot.tsx";
import { tell } from "../page/tell.ts";

/** Ends a package with a day; one that ends may end earlier, not later (PKG-7). */
export function EndPackage({ row: { account, id, month, lastOn } }: { readonly row: PackageRow }) {
  const close = useDropAsk();
  const today = useToday();
  const form = useForm<{ readonly lastOn: string | null }>({
    initialValues: { lastOn: lastOn ?? (month === null ? today : addDays(month.end, -1)) },
    validate: { lastOn: (day) => (day === null ? t`name the day` : null) },
  });
  const end = useMutation(
    useApi().package.end.mutationOptions({
      onSuccess: ({ subscription, warnings }) => {
        const day = formatDay(subscription.lastOn ?? today, today);
        void tell(t`It ends with ${day}.`);
        for (const { message } of warnings) void tell(message);
        close();
      },
      onError: (error) => form.setErrors(faultsOf(error)),
    }),
  );
  return (
    <form
      onSubmit={form.onSubmit(({ lastOn: day }) => {
        if (day !== null) end.mutate({ account, subscription: id, lastOn: day });
      })}
    >
      <Stack gap="sm">
        <Text size="sm">
          <Trans>
            From the day after, time no longer counts toward it. What was recorded stays; a package that ends may end
            earlier, not later.
          </Trans>
        </Text>
        <DayField label={t`Last day`} data-autofocus {...form.getInputProps("lastOn")} />
        <FormFoot submit={t`End package`} busy={end.isPending} error={end.error} danger />
      </Stack>
    </form>
  );
}
