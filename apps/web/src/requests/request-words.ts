import type { AcceptedAs, Day, RequestState } from "@cimpro/domain";
import type { MessageDescriptor } from "@lingui/core";
import { i18n } from "@lingui/core";
import { msg, t } from "@lingui/core/macro";
import type { RequestView } from "../api/answers.ts";
import { formatDay } from "../figures/day-text.ts";
import type { Tone } from "../theme/tones.ts";

const states: Readonly<Record<RequestState, { readonly tone: Tone; readonly word: MessageDescriptor }>> = {
  submitted: { tone: "soon", word: msg`Submitted` },
  "in-review": { tone: "soon", word: msg`In review` },
  "followed-up": { tone: "good", word: msg`Followed up` },
  accepted: { tone: "good", word: msg`Accepted` },
  declined: { tone: "quiet", word: msg`Declined` },
  withdrawn: { tone: "quiet", word: msg`Withdrawn` },
};

/** How far a request is, in a word with its tone. */
export function requestState(state: RequestState): { readonly tone: Tone; readonly word: string } {
  const { tone, word } = states[state];
  return { tone, word: i18n._(word) };
}

type Asked = Pick<RequestView, "state" | "followUp" | "followedUpOn" | "acceptance" | "decidedOn">;

/** Whether anybody can still take it back or add to it. */
export const isUndecided = ({ state }: Pick<Asked, "state">): boolean =>
  state === "submitted" || state === "in-review" || state === "followed-up";

/** Where the first word back to who asked stands (REQ-1), or what became of the request (REQ-4). */
export function followUpWords({ state, followUp, followedUpOn, acceptance, decidedOn }: Asked, today: Day): string {
  if (decidedOn !== null && acceptance !== null) return becameWords(acceptance.as, formatDay(decidedOn, today));
  if (decidedOn !== null) {
    const day = formatDay(decidedOn, today);
    return state === "withdrawn" ? t`Withdrawn on ${day}.` : t`Declined on ${day}.`;
  }
  if (followedUpOn !== null) {
    const day = formatDay(followedUpOn, today);
    return t`We came back to you on ${day}.`;
  }
  const dueDay = formatDay(followUp.dueOn, today);
  return followUp.state === "late"
    ? t`Our follow-up was due ${dueDay} and is late.`
    : t`We follow up by ${dueDay} at the latest.`;
}

function becameWords(as: AcceptedAs, day: string): string {
  switch (as) {
    case "deliverable":
      return t`Became a piece of work on ${day}.`;
    case "allowance-work":
      return t`Became work on your pre-paid hours on ${day}.`;
    case "package":
      return t`Became a labor package on ${day}.`;
    case "support-ticket":
      return t`Became a support ticket on ${day}.`;
    case "product-bug":
      return t`Became a task of the product team on ${day}.`;
  }
}
