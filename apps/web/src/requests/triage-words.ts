import type { AcceptedAs, RequestSize } from "@cimpro/domain";

export const sizeWords: Readonly<Record<RequestSize, string>> = { small: "Small", large: "Large" };

/** What a request can become, as the team chooses it. */
export const acceptedWords: Readonly<Record<AcceptedAs, string>> = {
  deliverable: "A deliverable",
  "allowance-work": "Work on the allowance",
  package: "A labor package",
  "support-ticket": "A support ticket",
  "product-bug": "A product bug",
};

/** `1 business day`, `4 business days`. */
export const businessDays = (count: number): string => `${count} business ${count === 1 ? "day" : "days"}`;
