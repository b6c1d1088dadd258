import { t } from "@lingui/core/macro";
import { Autocomplete, SimpleGrid, Textarea, TextInput } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { useSession } from "../api/session.ts";
import { said } from "../forms/checks.ts";
import { DayField } from "../forms/day-field.tsx";

/** What is kept of a customer beside the name, as a form has it. */
export interface AccountFieldValues {
  readonly address: string;
  readonly email: string;
  readonly timeZone: string;
  readonly billingAnchor: string | null;
}

/** Where invoices go and how days and periods are counted, for an account that is opened or changed. */
export function AccountFields<Values extends AccountFieldValues>({
  form,
}: {
  readonly form: UseFormReturnType<Values>;
}) {
  const { timeZone } = useSession().practice;
  return (
    <>
      <Textarea
        label={t`Address`}
        description={t`As printed on invoices.`}
        autosize
        minRows={2}
        {...form.getInputProps("address")}
      />
      <TextInput label={t`Email for invoices`} type="email" {...form.getInputProps("email")} />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <Autocomplete
          label={t`Time zone`}
          description={t`Says which day is today for them.`}
          placeholder={t`${timeZone} (the practice's)`}
          data={timeZones()}
          limit={50}
          {...form.getInputProps("timeZone")}
        />
        <DayField
          label={t`Billing periods from`}
          description={t`Counted from this day.`}
          placeholder={t`as the practice`}
          clearable
          clearButtonProps={{ "aria-label": t`As the practice` }}
          {...form.getInputProps("billingAnchor")}
        />
      </SimpleGrid>
    </>
  );
}

/** What opening an account says of these fields: an empty one is the practice's. */
export const detailsSaid = ({ address, email, timeZone, billingAnchor }: AccountFieldValues) => ({
  ...said("address", address),
  ...said("email", email),
  ...said("timeZone", timeZone),
  ...said("billingAnchor", billingAnchor),
});

/** What a change says of them: all, so that an emptied one is the practice's again. */
export const detailsChanged = ({ address, email, timeZone, billingAnchor }: AccountFieldValues) => ({
  address,
  email: email.trim(),
  timeZone: timeZone.trim() || null,
  billingAnchor: billingAnchor || null,
});

/** The zones a browser knows; older ones know none, there one types. */
const timeZones = (): string[] =>
  typeof Intl.supportedValuesOf === "function" ? Intl.supportedValuesOf("timeZone") : [];
