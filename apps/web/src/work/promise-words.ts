import type { LeadTimeClock } from "@cimpro/domain";
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
  if (state === "delivered") return { tone: "good", word: "Delivered" };
  if (!guaranteed) return { tone: "quiet", word: "Guarantee lapsed" };
  if (state === "not-started") return { tone: "quiet", word: "Clock not started" };
  if (state === "stopped") return { tone: "late", word: "Clock stopped" };
  if (daysLeft !== null && daysLeft < 0) return { tone: "late", word: "Past its date" };
  if (state === "waiting-on-client") return { tone: "soon", word: "Waits for you" };
  if (state === "waiting-on-product") return { tone: "soon", word: "Waits for the product team" };
  if (daysLeft === 0) return { tone: "soon", word: "Due today" };
  return { tone: atRisk ? "soon" : "good", word: `${daysLeft} business ${daysLeft === 1 ? "day" : "days"} left` };
}
