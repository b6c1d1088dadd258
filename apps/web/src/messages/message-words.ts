import { i18n, type MessageDescriptor } from "@lingui/core";
import { msg, t } from "@lingui/core/macro";
import type { Message } from "../api/answers.ts";

const kinds: Readonly<Record<string, MessageDescriptor>> = {
  invitation: msg`Invitation`,
  "password-reset": msg`New password`,
  "approval-asked": msg`Approval asked`,
  "invoice-issued": msg`Invoice`,
  "work-stopped": msg`Work stopped`,
  "work-resumed": msg`Work goes on`,
  "allowance-alert": msg`Allowance alert`,
  "lead-time-at-risk": msg`Lead time at risk`,
};

const states: Readonly<Record<Message["state"], MessageDescriptor>> = {
  queued: msg`Waiting`,
  sent: msg`Sent`,
  failed: msg`Not sent`,
  dropped: msg`Dropped`,
};

/** What a message is about, in a word or two. */
export function kindName(kind: string): string {
  const name = kinds[kind];
  return name === undefined ? kind : i18n._(name);
}

/** How far it came. */
export const stateName = (state: Message["state"]): string => i18n._(states[state]);

/** The kinds and states to choose from. */
export const kindChoices = () => Object.keys(kinds).map((value) => ({ value, label: kindName(value) }));
export const stateChoices = () =>
  (["queued", "sent", "failed", "dropped"] as const).map((value) => ({ value, label: stateName(value) }));

/** What became of a message that was to be sent again: it waits, or holds no longer. */
export const retried = ({ dropReason }: { readonly dropReason: string | null }): string =>
  dropReason === null ? t`It waits to be sent again.` : t`It is not sent: ${dropReason}`;
