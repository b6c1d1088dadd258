import type { Message } from "../api/answers.ts";

/** What a message is about, in a word or two. */
export const messageKinds: Readonly<Record<string, string>> = {
  invitation: "Invitation",
  "password-reset": "New password",
  "approval-asked": "Approval asked",
  "invoice-issued": "Invoice",
  "work-stopped": "Work stopped",
  "work-resumed": "Work goes on",
  "allowance-alert": "Allowance alert",
  "lead-time-at-risk": "Lead time at risk",
};

export const kindName = (kind: string): string => messageKinds[kind] ?? kind;

/** How far it came. */
export const stateNames: Readonly<Record<Message["state"], string>> = {
  queued: "Waiting",
  sent: "Sent",
  failed: "Not sent",
};
