import type { Day } from "@cimpro/domain";
import { t } from "@lingui/core/macro";
import { formatDay } from "../figures/day-text.ts";

/** `Ends Sun 30 Nov`, or `Ended` once that day is over. */
export function endWords(lastOn: Day, today: Day): string {
  const day = formatDay(lastOn, today);
  return lastOn < today ? t`Ended ${day}` : t`Ends ${day}`;
}
