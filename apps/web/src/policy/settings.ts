import { formatDuration, type Policy } from "@cimpro/domain";

/** A value of the policy that a practice decides, in words. */
export interface Setting {
  /** Its path in the policy, by which clauses name it. */
  readonly path: string;
  readonly label: string;
  readonly value: string;
}

/** The settings that are not rates, in the order people ask for them. */
export function settingsOf({ allowances, invoices, billing, holidays }: Policy): readonly Setting[] {
  const { usualLumpMinutes, activation, rolloverCapMinutes, alertPercents, categories } = allowances;
  return [
    { path: "billing.periodDays", label: "Length of a billing period", value: days(billing.periodDays) },
    { path: "billing.anchor", label: "Billing periods are counted from", value: billing.anchor },
    {
      path: "billing.incrementMinutes",
      label: "Time is billed by",
      value:
        billing.incrementMinutes === 1
          ? "the exact minute"
          : `${billing.incrementMinutes} minutes, rounded up for each entry`,
    },
    {
      path: "invoices.graceDays",
      label: "Days of grace before an invoice is past due",
      value: invoices.graceDays === 0 ? "none" : days(invoices.graceDays),
    },
    {
      path: "allowances.usualLumpMinutes",
      label: "Usual size of a lump sum",
      value: `${formatDuration(usualLumpMinutes.min)} to ${formatDuration(usualLumpMinutes.max)}`,
    },
    {
      path: "allowances.activation",
      label: "Bought hours may be used",
      value: activation === "on-purchase" ? "at once" : "when their invoice is settled",
    },
    {
      path: "allowances.rolloverCapMinutes",
      label: "Unused hours of a month",
      value:
        rolloverCapMinutes === 0
          ? "lapse"
          : `roll over into the next month, up to ${formatDuration(rolloverCapMinutes)}`,
    },
    {
      path: "allowances.alertPercents",
      label: "Alerts when this much of a grant is used",
      value: alertPercents.map((percent) => `${percent} %`).join(", "),
    },
    { path: "allowances.categories", label: "What allowances are for", value: categories.join("; ") },
    { path: "holidays", label: "Holidays", value: holidays.length === 0 ? "none set" : holidays.join(", ") },
  ];
}

const days = (count: number): string => (count === 1 ? "1 day" : `${count} days`);
