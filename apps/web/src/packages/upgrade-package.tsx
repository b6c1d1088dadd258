import { addDays, isDay, offersOf } from "@cimpro/domain";
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Select, Skeleton, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation } from "@tanstack/react-query";
import type { PackageRow, PolicyView } from "../api/answers.ts";
import { useApi } from "../api/context.ts";
import { usePolicy } from "../api/policy.ts";
import { faultsOf } from "../api/refusal.ts";
import { useToday } from "../api/session.ts";
import { formatDay } from "../figures/day-text.ts";
import { parseAmount } from "../figures/parse-amount.ts";
import { useDropAsk } from "../forms/ask-dialog.tsx";
import { amountFault, said } from "../forms/checks.ts";
import { DayField } from "../forms/day-field.tsx";
import { FormFoot } from "../forms/form-foot.tsx";
import { capWords, usePackageTitle } from "../package-use/package-title.ts";
import { tell } from "../page/tell.ts";
import { offerWords } from "./offer-words.ts";

interface Upgrade {
  /** `guide 2`: a package and its units. */
  readonly offer: string | null;
  readonly from: string | null;
  readonly fee: string;
  readonly note: string;
}

interface Beginning {
  readonly row: PackageRow;
  readonly wanted: string | undefined;
  readonly units: number | undefined;
}

/** Goes over from one package to another in one step: the old one ends with the day before the new one begins (PKG-7). */
export function UpgradePackage(beginning: Beginning) {
  const policy = usePolicy()?.policy;
  return policy === undefined ? <Skeleton h={320} /> : <UpgradeForm policy={policy} {...beginning} />;
}

function UpgradeForm({ policy, row, wanted, units }: Beginning & { readonly policy: PolicyView["policy"] }) {
  const close = useDropAsk();
  const today = useToday();
  const titleOf = usePackageTitle();
  const { currency } = policy;
  const offers = offersOf(policy.packages)
    .filter((offer) => offer.package !== row.package || offer.units !== row.units)
    .map((offer) => ({ ...offer, value: `${offer.package} ${offer.units}` }));
  const form = useForm<Upgrade>({
    initialValues: {
      ...{ from: today, fee: "", note: "" },
      offer: offers.find((offer) => offer.package === wanted && offer.units === (units ?? 1))?.value ?? null,
    },
    validate: {
      offer: (value) => (value === null ? t`must be chosen` : null),
      from: (value) => (value === null ? t`name the day` : null),
      fee: (value) => (value.trim() === "" ? null : amountFault(value, currency)),
    },
  });
  const upgrade = useMutation(
    useApi().package.upgrade.mutationOptions({
      onSuccess: ({ subscription, warnings }) => {
        const [title, day] = [titleOf(subscription), formatDay(subscription.orderedOn, today)];
        void tell(t`${title} runs from ${day}.`);
        for (const { message } of warnings) void tell(message);
        close();
      },
      onError: (error) => form.setErrors(faultsOf(error)),
    }),
  );
  const offer = offers.find(({ value }) => value === form.values.offer);
  const { from } = form.values;
  return (
    <form
      onSubmit={form.onSubmit(({ from: day, fee, note }) => {
        if (offer === undefined) return;
        upgrade.mutate({
          ...{ account: row.account, subscription: row.id, package: offer.package, units: offer.units },
          ...said("from", day),
          ...said("note", note),
          monthlyFee: fee.trim() === "" ? null : parseAmount(fee, currency),
        });
      })}
    >
      <Stack gap="sm">
        <Select
          label={t`New package`}
          data-autofocus
          data={offers.map((each) => ({
            value: each.value,
            label: offerWords(titleOf(each), capWords(each.capMinutes)),
          }))}
          {...form.getInputProps("offer")}
        />
        <DayField
          label={t`Runs from`}
          description={t`Its day of the month begins every month of the new package.`}
          {...form.getInputProps("from")}
        />
        <TextInput
          label={t`Monthly fee (${currency})`}
          description={t`As agreed. Prices are not published: leave it empty if none was agreed.`}
          inputMode="decimal"
          {...form.getInputProps("fee")}
        />
        <TextInput label={t`Note`} {...form.getInputProps("note")} />
        {offer === undefined || from === null || !isDay(from) ? null : (
          <Consequence row={row} next={titleOf(offer)} hours={capWords(offer.capMinutes)} from={from} />
        )}
        <FormFoot submit={t`Upgrade package`} busy={upgrade.isPending} error={upgrade.error} />
      </Stack>
    </form>
  );
}

/** What will run, and what no longer will. */
function Consequence({
  row,
  next,
  hours,
  from,
}: {
  readonly row: PackageRow;
  readonly next: string;
  readonly hours: string;
  readonly from: string;
}) {
  const today = useToday();
  const old = usePackageTitle()(row);
  const [last, first] = [formatDay(addDays(from, -1), today), formatDay(from, today)];
  return (
    <Text size="sm" role="status">
      {row.context === "project" ? (
        <Trans>
          {old} ends with {last}; {next} runs from {first} with {hours}, for a project.
        </Trans>
      ) : (
        <Trans>
          {old} ends with {last}; {next} runs from {first} with {hours}, for an active program.
        </Trans>
      )}
    </Text>
  );
}
