import { formatDuration } from "../values/duration.ts";
import { formatMoney } from "../values/money.ts";
import type { Policy } from "./policy.ts";

/** What a setting's value is, and so how people read and write it. */
export type SettingKind =
  /** Cents for an hour, in the policy's currency. */
  | { readonly kind: "rate" }
  /** Whole minutes; `zero` is what none of them means. */
  | { readonly kind: "duration"; readonly zero?: string }
  /** A number of something. */
  | { readonly kind: "count"; readonly unit: "day" | "business day" | "invoice"; readonly zero?: string }
  | { readonly kind: "percent" }
  | { readonly kind: "percents" }
  | { readonly kind: "day" }
  | { readonly kind: "days" }
  | { readonly kind: "texts" }
  /** One of some words; what each means. */
  | { readonly kind: "choice"; readonly words: Readonly<Record<string, string>> }
  /** One of the policy's own phases, or none. */
  | { readonly kind: "phase" }
  /** From so many weeks or months to so many. */
  | { readonly kind: "window" };

/** A value of the policy that a practice decides. Which clauses it belongs to, the clauses say. */
export type PolicySetting = SettingKind & {
  /** Where it stands in the policy, by which clauses name it. */
  readonly path: string;
  readonly label: string;
};

/**
 * The parts of a policy that are tables of their own, or say what the policy is: everything else in it is a setting, and
 * stands in `policySettings` or the tests fail.
 */
export const policyTables = [
  "id",
  "title",
  "currency",
  "rateCard",
  "documents",
  "clauses",
  "packages",
  "implementation",
  "process.phases",
] as const;

/** Every setting, in the order people ask for them: what screens, the command line and the documentation list. */
export const policySettings: readonly PolicySetting[] = [
  { path: "premiums.expedited", label: "Premium of an Expedited lead time", kind: "rate" },
  { path: "premiums.rush", label: "Premium of a Rush lead time", kind: "rate" },
  { path: "expectedRise.lowPercent", label: "Least expected rise of the rate in a year", kind: "percent" },
  { path: "expectedRise.highPercent", label: "Most expected rise of the rate in a year", kind: "percent" },
  { path: "billing.periodDays", label: "Length of a billing period", kind: "count", unit: "day" },
  { path: "billing.anchor", label: "Billing periods are counted from", kind: "day" },
  { path: "billing.incrementMinutes", label: "Time of an entry is rounded up to a multiple of", kind: "duration" },
  { path: "billing.mostInvoicesADay", label: "Most invoices of an account in a day", kind: "count", unit: "invoice" },
  {
    path: "invoices.graceDays",
    label: "Grace before an open invoice is past due",
    kind: "count",
    unit: "day",
    zero: "none",
  },
  { path: "allowances.usualLumpMinutes.min", label: "Usual lump sum, at least", kind: "duration" },
  { path: "allowances.usualLumpMinutes.max", label: "Usual lump sum, at most", kind: "duration" },
  {
    path: "allowances.activation",
    label: "Bought hours may be used",
    kind: "choice",
    words: { "on-purchase": "at once", "on-payment": "when their invoice is settled" },
  },
  {
    path: "allowances.rolloverCapMinutes",
    label: "Unused hours of a month that go into the next, at most",
    kind: "duration",
    zero: "none: they lapse",
  },
  { path: "allowances.alertPercents", label: "Alerts when this much of a grant is used", kind: "percents" },
  { path: "allowances.categories", label: "What allowances are for", kind: "texts" },
  {
    path: "leadTimes.changeOrderEffect",
    label: "A change order without new dates",
    ...{
      kind: "choice",
      words: { lapse: "ends the guarantee", exclude: "leaves the guarantee, without its own minutes" },
    },
  },
  {
    path: "leadTimes.clientResponseBusinessDays",
    label: "Days of each wait for the client that do not stop the clock",
    kind: "count",
    unit: "business day",
    zero: "none",
  },
  {
    path: "leadTimes.deliveryMilestone",
    label: "A lead time is met by",
    kind: "choice",
    words: { uat: "handing the work over for testing", published: "publishing the work" },
  },
  {
    path: "requests.amberAfterBusinessDays",
    label: "A request without follow-up is amber after",
    kind: "count",
    unit: "business day",
  },
  {
    path: "requests.lateAfterBusinessDays",
    label: "A request without follow-up is late after",
    kind: "count",
    unit: "business day",
  },
  { path: "requests.startWindows.small", label: "Small work begins within", kind: "window" },
  { path: "requests.startWindows.large", label: "Large work begins within", kind: "window" },
  { path: "deliverables.sowValidDays", label: "An issued SOW can be approved for", kind: "count", unit: "day" },
  {
    path: "deliverables.overrun",
    label: "Time beyond what was approved",
    kind: "choice",
    words: { hold: "is held until it is approved", bill: "is billed all the same" },
  },
  { path: "process.stabilizationPhase", label: "The phase in which what is live is stabilized", kind: "phase" },
  { path: "process.stabilizationDays", label: "Stabilization lasts", kind: "count", unit: "day" },
  { path: "process.criticalWorkflows", label: "Workflows whose users are told before a deployment", kind: "texts" },
  { path: "holidays", label: "Holidays beside Saturdays and Sundays", kind: "days" },
];

/** What a policy says at a path; undefined where it has no such part. */
export function settingValue(policy: Policy, path: string): unknown {
  let value: unknown = policy;
  for (const key of path.split("."))
    value = typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
  return value;
}

/** How a reader writes what numbers and days stand for. */
export interface SettingWriting {
  readonly money: (cents: number) => string;
  readonly duration: (minutes: number) => string;
  readonly day: (day: string) => string;
}

/** A setting's value in words: days as `YYYY-MM-DD` and money as in the United States, unless the reader writes otherwise. */
export function settingWords(
  setting: PolicySetting,
  policy: Policy,
  { money, duration, day }: SettingWriting = {
    money: (cents) => formatMoney(cents, policy.currency),
    duration: formatDuration,
    day: (said) => said,
  },
): string {
  const value = settingValue(policy, setting.path);
  const listed = Array.isArray(value) ? value.map(String) : [];
  switch (setting.kind) {
    case "rate":
      return `${money(Number(value))} an hour`;
    case "duration":
      return value === 0 ? (setting.zero ?? duration(0)) : duration(Number(value));
    case "count":
      return value === 0 && setting.zero !== undefined ? setting.zero : counted(Number(value), setting.unit);
    case "percent":
      return `${String(value)} %`;
    case "percents":
      return orNone(listed.map((percent) => `${percent} %`).join(", "));
    case "day":
      return day(String(value));
    case "days":
      return orNone(listed.map(day).join(", "));
    case "texts":
      return orNone(listed.join("; "));
    case "choice":
      return setting.words[String(value)] ?? String(value);
    case "phase":
      return policy.process.phases.find(({ id }) => id === value)?.title ?? "none";
    case "window":
      return windowWords(value);
  }
}

const counted = (count: number, unit: string): string => `${count} ${unit}${count === 1 ? "" : "s"}`;

const orNone = (said: string): string => (said === "" ? "none" : said);

function windowWords(value: unknown): string {
  if (typeof value !== "object" || value === null) return "none";
  const [from, to, unit] = ["from", "to", "unit"].map((key) => String(Reflect.get(value, key)));
  return from === to ? `${from} ${unit}` : `${from} to ${to} ${unit}`;
}

/** The clauses that a setting belongs to, by their ids. */
export const clausesOfSetting = ({ path }: Pick<PolicySetting, "path">, { clauses }: Pick<Policy, "clauses">) =>
  clauses.filter(({ settings }) => settings.some((named) => path === named || path.startsWith(`${named}.`)));
