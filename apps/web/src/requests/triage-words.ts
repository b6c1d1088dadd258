import type { AcceptedAs, RequestSize } from "@cimpro/domain";
import type { MessageDescriptor } from "@lingui/core";
import { i18n } from "@lingui/core";
import { msg, t } from "@lingui/core/macro";

/** How large a request was judged to be (REQ-3). */
export const sizeWord = (size: RequestSize): string => (size === "small" ? t`Small` : t`Large`);

const choices: Readonly<Record<AcceptedAs, MessageDescriptor>> = {
  deliverable: msg`A deliverable`,
  "allowance-work": msg`Work on the allowance`,
  package: msg`A labor package`,
  "support-ticket": msg`A support ticket`,
  "product-bug": msg`A product bug`,
};

/** What a request can become, as the team chooses it. */
export const acceptedWord = (as: AcceptedAs): string => i18n._(choices[as]);

/** Confirms in passing what a request was accepted as. */
export function acceptedSentence(title: string, as: AcceptedAs | undefined): string {
  switch (as) {
    case undefined:
      return t`${title} is accepted.`;
    case "deliverable":
      return t`${title} is a deliverable now; estimate it next.`;
    case "allowance-work":
      return t`${title} is accepted as work on the allowance.`;
    case "package":
      return t`${title} is accepted as a labor package.`;
    case "support-ticket":
      return t`${title} is accepted as a support ticket.`;
    case "product-bug":
      return t`${title} is accepted as a product bug.`;
  }
}

const told: Readonly<Record<AcceptedAs, MessageDescriptor>> = {
  deliverable: msg`Accepted as a deliverable`,
  "allowance-work": msg`Accepted as work on the allowance`,
  package: msg`Accepted as a labor package`,
  "support-ticket": msg`Accepted as a support ticket`,
  "product-bug": msg`Accepted as a product bug`,
};

/** The same, as a line of the request's history. */
export const acceptedTitle = (as: AcceptedAs): string => i18n._(told[as]);

const turns: Readonly<Record<AcceptedAs, MessageDescriptor>> = {
  deliverable: msg`Became a deliverable`,
  "allowance-work": msg`Became work on the allowance`,
  package: msg`Became a labor package`,
  "support-ticket": msg`Became a support ticket`,
  "product-bug": msg`Became a product bug`,
};

/** The same, beside what leads to it. */
export const becameTitle = (as: AcceptedAs): string => i18n._(turns[as]);
