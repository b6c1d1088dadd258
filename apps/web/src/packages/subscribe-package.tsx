import { offersOf, type PackageContext } from "@cimpro/domain";
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { SegmentedControl, Select, Skeleton, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation } from "@tanstack/react-query";
import { useAccounts } from "../api/accounts.ts";
import type { PolicyView } from "../api/answers.ts";
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
import { TextLink } from "../page/text-link.tsx";
import { offerWords } from "./offer-words.ts";

interface Order {
  readonly account: string | null;
  /** `guide 2`: a package and its units. */
  readonly offer: string | null;
  readonly context: PackageContext;
  readonly orderedOn: string | null;
  readonly fee: string;
  readonly note: string;
}

interface Beginning {
  readonly account: string | undefined;
  readonly wanted: string | undefined;
  readonly units: number | undefined;
}

/** Orders a labor package for an account; prices are not published, so a fee is stated or left open (PKG-7). */
export function SubscribePackage(beginning: Beginning) {
  const policy = usePolicy()?.policy;
  return policy === undefined ? <Skeleton h={320} /> : <OrderForm policy={policy} {...beginning} />;
}

function OrderForm({ policy, account, wanted, units }: Beginning & { readonly policy: PolicyView["policy"] }) {
  const close = useDropAsk();
  const today = useToday();
  const accounts = useAccounts();
  const titleOf = usePackageTitle();
  const { currency } = policy;
  const offers = offersOf(policy.packages).map((offer) => ({ ...offer, value: `${offer.package} ${offer.units}` }));
  const form = useForm<Order>({
    initialValues: {
      ...{ account: account ?? null, context: "project", orderedOn: today, fee: "", note: "" },
      offer: offers.find((offer) => offer.package === wanted && offer.units === (units ?? 1))?.value ?? null,
    },
    validate: {
      account: (value) => (value === null ? t`must be chosen` : null),
      offer: (value) => (value === null ? t`must be chosen` : null),
      fee: (value) => (value.trim() === "" ? null : amountFault(value, currency)),
    },
  });
  const subscribe = useMutation(
    useApi().package.subscribe.mutationOptions({
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
  const portalWords = offer?.level.portalWords;
  return (
    <form
      onSubmit={form.onSubmit(({ account: of, context, orderedOn, fee, note }) => {
        if (of === null || offer === undefined) return;
        subscribe.mutate({
          ...{ account: of, package: offer.package, units: offer.units, context },
          ...said("orderedOn", orderedOn),
          ...said("note", note),
          monthlyFee: fee.trim() === "" ? null : parseAmount(fee, currency),
        });
      })}
    >
      <Stack gap="sm">
        <Select
          label={t`Account`}
          searchable
          data-autofocus={account === undefined || undefined}
          data={accounts.map(({ id, name }) => ({ value: id, label: name }))}
          {...form.getInputProps("account")}
        />
        <Select
          label={t`Package`}
          data={offers.map((each) => ({
            value: each.value,
            label: offerWords(titleOf(each), capWords(each.capMinutes)),
          }))}
          {...form.getInputProps("offer")}
        />
        {offer === undefined ? (
          <Text size="sm">
            <TextLink to="/package-finder">{t`Which package fits?`}</TextLink>
          </Text>
        ) : (
          <Text size="sm" c="dimmed">
            <Trans>Portal: {portalWords}</Trans>
          </Text>
        )}
        <SegmentedControl
          aria-label={t`What it is for`}
          data={[
            { value: "project", label: t`A project` },
            { value: "program", label: t`An active program` },
          ]}
          {...form.getInputProps("context")}
        />
        <DayField
          label={t`Ordered on`}
          description={t`Its day of the month begins every month of the package.`}
          {...form.getInputProps("orderedOn")}
        />
        <TextInput
          label={t`Monthly fee (${currency})`}
          description={t`As agreed. Prices are not published: leave it empty if none was agreed.`}
          inputMode="decimal"
          {...form.getInputProps("fee")}
        />
        <TextInput label={t`Note`} {...form.getInputProps("note")} />
        <FormFoot submit={t`Order package`} busy={subscribe.isPending} error={subscribe.error} />
      </Stack>
    </form>
  );
}
