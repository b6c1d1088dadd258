import type { Invoice } from "@cimpro/domain";
import { t } from "@lingui/core/macro";
import { SegmentedControl, Stack, Switch, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation } from "@tanstack/react-query";
import { useApi } from "../api/context.ts";
import { faultsOf } from "../api/refusal.ts";
import { useToday } from "../api/session.ts";
import { formatMoney } from "../figures/money-text.ts";
import { useDropAsk } from "../forms/ask-dialog.tsx";
import { hoursFault, minutesIn, said, understood } from "../forms/checks.ts";
import { DayField } from "../forms/day-field.tsx";
import { FormFoot } from "../forms/form-foot.tsx";
import { tell } from "../page/tell.ts";
import { PurchasePrice } from "./purchase-price.tsx";

interface Purchase {
  readonly kind: "lump-sum" | "monthly";
  readonly hours: string;
  readonly on: string | null;
  readonly paid: boolean;
  readonly opening: boolean;
  readonly note: string;
}

/** Sells pre-paid hours; buying issues their invoice at once (ALW-3). */
export function BuyAllowance({ account }: { readonly account: string }) {
  const close = useDropAsk();
  const today = useToday();
  const form = useForm<Purchase>({
    initialValues: { kind: "lump-sum", hours: "", on: today, paid: false, opening: false, note: "" },
    validate: { hours: hoursFault },
  });
  const buy = useMutation(
    useApi().allowance.buy.mutationOptions({
      onSuccess: ({ invoice, warnings }, { paid }) => {
        void tell(invoice === null ? t`Hours recorded; they cover work from now on.` : soldBy(invoice, paid === true));
        for (const { message } of warnings) void tell(message);
        close();
      },
      onError: (error) => form.setErrors(faultsOf(error)),
    }),
  );
  const monthly = form.values.kind === "monthly";
  return (
    <form
      onSubmit={form.onSubmit(({ kind, hours, on, paid, opening, note }) =>
        buy.mutate({
          account,
          kind,
          minutes: minutesIn(hours, "hours"),
          paid,
          opening,
          ...said("on", on),
          ...said("note", note),
        }),
      )}
    >
      <Stack gap="sm">
        <SegmentedControl
          aria-label={t`Kind`}
          data={[
            { value: "lump-sum", label: t`Lump sum` },
            { value: "monthly", label: t`Every month` },
          ]}
          {...form.getInputProps("kind")}
        />
        <TextInput
          label={monthly ? t`Hours a month` : t`Hours`}
          placeholder={monthly ? "30h" : "20h"}
          description={
            understood(form.values.hours, "hours") ??
            (monthly ? t`Unused hours lapse at the end of the month.` : t`No expiry, no refund; usually 10 h to 50 h.`)
          }
          data-autofocus
          {...form.getInputProps("hours")}
        />
        <DayField
          label={t`Valid from`}
          description={monthly ? t`Its whole calendar month is granted.` : t`Its standard rate is the price for good.`}
          {...form.getInputProps("on")}
        />
        <Switch
          label={t`Standing payment: its invoices are paid on issue`}
          disabled={form.values.opening}
          {...form.getInputProps("paid", { type: "checkbox" })}
        />
        <Switch
          label={t`Opening balance: bought before, no invoice`}
          {...form.getInputProps("opening", { type: "checkbox" })}
        />
        <TextInput label={t`Note`} {...form.getInputProps("note")} />
        {form.values.opening ? null : (
          <PurchasePrice hours={form.values.hours} on={form.values.on ?? today} monthly={monthly} />
        )}
        <FormFoot
          submit={form.values.opening ? t`Record hours` : t`Sell and invoice`}
          busy={buy.isPending}
          error={buy.error}
        />
      </Stack>
    </form>
  );
}

/** What was issued, and what comes next. */
function soldBy({ number, total, currency }: Invoice, paid: boolean): string {
  const amount = formatMoney(total, currency);
  return paid
    ? t`The hours are sold with ${number} over ${amount}, which is paid.`
    : t`The hours are sold with ${number} over ${amount}, due today.`;
}
