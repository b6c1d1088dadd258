import type { Day, RequestState } from "@cimpro/domain";
import type { RequestView } from "../api/answers.ts";
import { formatDay } from "../figures/day-text.ts";
import type { Tone } from "../theme/tones.ts";

export const requestStates: Readonly<Record<RequestState, { readonly tone: Tone; readonly word: string }>> = {
  submitted: { tone: "soon", word: "Submitted" },
  "in-review": { tone: "soon", word: "In review" },
  "followed-up": { tone: "good", word: "Followed up" },
  accepted: { tone: "good", word: "Accepted" },
  declined: { tone: "quiet", word: "Declined" },
  withdrawn: { tone: "quiet", word: "Withdrawn" },
};

const becameWords = {
  deliverable: "a piece of work",
  "allowance-work": "work on your pre-paid hours",
  package: "a labor package",
  "support-ticket": "a support ticket",
  "product-bug": "a task of the product team",
} as const;

type Asked = Pick<RequestView, "state" | "followUp" | "followedUpOn" | "acceptance" | "decidedOn">;

/** Whether anybody can still take it back or add to it. */
export const isUndecided = ({ state }: Pick<Asked, "state">): boolean =>
  state === "submitted" || state === "in-review" || state === "followed-up";

/** Where the first word back to who asked stands (REQ-1), or what became of the request (REQ-4). */
export function followUpWords({ state, followUp, followedUpOn, acceptance, decidedOn }: Asked, today: Day): string {
  if (state === "accepted" && acceptance !== null)
    return `Became ${becameWords[acceptance.as]}${decidedOn === null ? "" : ` on ${formatDay(decidedOn, today)}`}.`;
  if (state === "declined" || state === "withdrawn")
    return `${requestStates[state].word}${decidedOn === null ? "" : ` on ${formatDay(decidedOn, today)}`}.`;
  if (followedUpOn !== null) return `We came back to you on ${formatDay(followedUpOn, today)}.`;
  if (followUp.state === "late") return `Our follow-up was due ${formatDay(followUp.dueOn, today)} and is late.`;
  return `We follow up by ${formatDay(followUp.dueOn, today)} at the latest.`;
}
