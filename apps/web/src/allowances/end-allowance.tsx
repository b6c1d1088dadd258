import { addMonths, formatDuration, type Month, monthOf } from "@cimpro/domain";
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { NativeSelect, Stack, Text } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation, useSuspenseQuery } from "@tanstack/react-query";
import { useApi } from "../api/context.ts";
import { useToday } from "../api/session.ts";
import { formatMonth } from "../figures/day-text.ts";
import { useDropAsk } from "../forms/ask-dialog.tsx";
import { FormFoot } from "../forms/form-foot.tsx";
import { tell } from "../page/tell.ts";

/** Names the last month of a monthly allowance (ALW-4). */
export function EndAllowance({
  account,
  allowance,
}: {
  readonly account: string;
  readonly allowance: string | undefined;
}) {
  const close = useDropAsk();
  const api = useApi();
  const today = useToday();
  const ending = useSuspenseQuery(api.allowance.list.queryOptions({ account })).data.items.find(
    ({ id }) => id === allowance,
  );
  const form = useForm({ initialValues: { lastMonth: monthOf(today) } });
  const end = useMutation(
    api.allowance.end.mutationOptions({
      onSuccess: () => {
        void tell(t`Ended; hours of later months are neither granted nor invoiced.`);
        close();
      },
    }),
  );
  if (ending?.kind !== "monthly")
    return (
      <Text>
        <Trans>There is no monthly allowance to end.</Trans>
      </Text>
    );
  const [hours, first] = [formatDuration(ending.minutes), formatMonth(ending.firstMonth)];
  return (
    <form onSubmit={form.onSubmit(({ lastMonth }) => end.mutate({ account, allowance: ending.id, lastMonth }))}>
      <Stack gap="sm">
        <Text size="sm">
          <Trans>
            The allowance of {hours} a month, since {first}.
          </Trans>
        </Text>
        <NativeSelect
          label={t`Last month it grants`}
          data={choices(monthOf(today)).map((month) => ({ value: month, label: formatMonth(month) }))}
          {...form.getInputProps("lastMonth")}
        />
        <FormFoot submit={t`End allowance`} danger busy={end.isPending} error={end.error} />
      </Stack>
    </form>
  );
}

const choices = (month: Month): readonly Month[] => [-1, 0, 1, 2, 3, 6, 11].map((months) => addMonths(month, months));
