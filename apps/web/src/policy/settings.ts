import { formatDuration, type Policy } from "@cimpro/domain";
import { plural, t } from "@lingui/core/macro";
import { formatDay } from "../figures/day-text.ts";

/** No day is of this year: a setting says its year. */
const noYear = "0001-01-01";

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
    { path: "billing.periodDays", label: t`Length of a billing period`, value: days(billing.periodDays) },
    { path: "billing.anchor", label: t`Billing periods are counted from`, value: formatDay(billing.anchor, noYear) },
    {
      path: "billing.incrementMinutes",
      label: t`Time is billed by`,
      value: increment(billing.incrementMinutes),
    },
    {
      path: "invoices.graceDays",
      label: t`Days of grace before an invoice is past due`,
      value: invoices.graceDays === 0 ? t`none` : days(invoices.graceDays),
    },
    {
      path: "allowances.usualLumpMinutes",
      label: t`Usual size of a lump sum`,
      value: between(formatDuration(usualLumpMinutes.min), formatDuration(usualLumpMinutes.max)),
    },
    {
      path: "allowances.activation",
      label: t`Bought hours may be used`,
      value: activation === "on-purchase" ? t`at once` : t`when their invoice is settled`,
    },
    {
      path: "allowances.rolloverCapMinutes",
      label: t`Unused hours of a month`,
      value: rolloverCapMinutes === 0 ? t`lapse` : rollOver(formatDuration(rolloverCapMinutes)),
    },
    {
      path: "allowances.alertPercents",
      label: t`Alerts when this much of a grant is used`,
      value: alertPercents.map((percent) => `${percent} %`).join(", "),
    },
    { path: "allowances.categories", label: t`What allowances are for`, value: categories.join("; ") },
    {
      path: "holidays",
      label: t`Holidays`,
      value: holidays.length === 0 ? t`none set` : holidays.map((day) => formatDay(day, noYear)).join(", "),
    },
  ];
}

const days = (count: number): string => plural(count, { one: "# day", other: "# days" });

const increment = (minutes: number): string =>
  minutes === 1
    ? t`the exact minute`
    : plural(minutes, { one: "# minute, rounded up for each entry", other: "# minutes, rounded up for each entry" });

const between = (least: string, most: string): string => t`${least} to ${most}`;

const rollOver = (cap: string): string => t`roll over into the next month, up to ${cap}`;
