import { addMonths, formatDuration, type Month, monthOf } from "@cimpro/domain";
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
        void tell("Ended; hours of later months are neither granted nor invoiced.");
        close();
      },
    }),
  );
  if (ending?.kind !== "monthly") return <Text>There is no monthly allowance to end.</Text>;
  return (
    <form onSubmit={form.onSubmit(({ lastMonth }) => end.mutate({ account, allowance: ending.id, lastMonth }))}>
      <Stack gap="sm">
        <Text size="sm">
          The allowance of {formatDuration(ending.minutes)} a month, since {formatMonth(ending.firstMonth)}.
        </Text>
        <NativeSelect
          label="Last month it grants"
          data={choices(monthOf(today)).map((month) => ({ value: month, label: formatMonth(month) }))}
          {...form.getInputProps("lastMonth")}
        />
        <FormFoot submit="End allowance" danger busy={end.isPending} error={end.error} />
      </Stack>
    </form>
  );
}

const choices = (month: Month): readonly Month[] => [-1, 0, 1, 2, 3, 6, 11].map((months) => addMonths(month, months));
