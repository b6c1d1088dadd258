import type { Policy } from "@cimpro/domain";
import { t } from "@lingui/core/macro";
import { formatMoney } from "../figures/money-text.ts";

/** A value of a policy as people read it: money as money, lists and records by their parts. */
export function changeText(path: string, value: unknown, currency: Policy["currency"]): string {
  if (value === undefined) return "–";
  if (value === null) return t`none`;
  if (typeof value === "number") return isMoney(path) ? formatMoney(value, currency) : String(value);
  if (typeof value === "boolean") return value ? t`yes` : t`no`;
  if (Array.isArray(value) && value.length === 0) return t`none`;
  if (Array.isArray(value)) return value.map((each) => changeText(path, each, currency)).join("; ");
  if (typeof value === "object")
    return Object.entries(value)
      .map(([key, part]) => `${key}: ${changeText(`${path}.${key}`, part, currency)}`)
      .join(", ");
  return String(value);
}

const isMoney = (path: string): boolean => /(^premiums\.\w+|ratePerHour|monthlyFee)$/.test(path);
