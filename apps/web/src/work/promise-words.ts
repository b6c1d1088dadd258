import type { LeadTimeClock } from "@cimpro/domain";
import { plural, t } from "@lingui/core/macro";
import type { Tone } from "../theme/tones.ts";

/** How a promise stands, in a word or two with its tone. */
export function promiseWords({
  state,
  daysLeft,
  atRisk,
  guaranteed,
}: Pick<LeadTimeClock, "state" | "daysLeft" | "atRisk" | "guaranteed">): {
  readonly tone: Tone;
  readonly word: string;
} {
  if (state === "delivered") return { tone: "good", word: t`Delivered` };
  if (!guaranteed) return { tone: "quiet", word: t`Guarantee lapsed` };
  if (state === "not-started") return { tone: "quiet", word: t`Clock not started` };
  if (state === "stopped") return { tone: "late", word: t`Clock stopped` };
  if (daysLeft !== null && daysLeft < 0) return { tone: "late", word: t`Past its date` };
  if (state === "waiting-on-client") return { tone: "soon", word: t`Waits for you` };
  if (state === "waiting-on-product") return { tone: "soon", word: t`Waits for the product team` };
  if (daysLeft === 0) return { tone: "soon", word: t`Due today` };
  return {
    tone: atRisk ? "soon" : "good",
    word: plural(daysLeft ?? 0, { one: "# business day left", other: "# business days left" }),
  };
}
