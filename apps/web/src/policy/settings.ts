import { formatDuration, type Policy, type PolicySetting, policySettings, settingWords } from "@cimpro/domain";
import { formatDay } from "../figures/day-text.ts";
import { formatMoney } from "../figures/money-text.ts";

/** No day is of this year: a setting says its year. */
const noYear = "0001-01-01";

/** A setting of the policy with its value, as whoever looks writes days and money. */
export interface SettingRow {
  readonly setting: PolicySetting;
  readonly value: string;
}

/** All settings of a policy, in the domain's words (RATE-2). */
export const settingsOf = (policy: Policy): readonly SettingRow[] =>
  policySettings.map((setting) => ({
    setting,
    value: settingWords(setting, policy, {
      money: (cents) => formatMoney(cents, policy.currency),
      duration: formatDuration,
      day: (day) => formatDay(day, noYear),
    }),
  }));
