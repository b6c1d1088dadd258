import { lastDayOf, type Period } from "@cimpro/domain";
import { t } from "@lingui/core/macro";

/** `2025-11-03 to 2025-11-16`: for exports, where other programs read the days. */
export function periodText(period: Period): string {
  const first = period.start;
  const last = lastDayOf(period);
  return t`${first} to ${last}`;
}
