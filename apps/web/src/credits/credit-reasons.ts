import type { CreditMemoReason } from "@cimpro/domain";
import { i18n, type MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";

const creditReasons: Readonly<Record<CreditMemoReason, MessageDescriptor>> = {
  rebill: msg`Bill again`,
  waive: msg`Waived`,
  premium: msg`Premium settled`,
};

/** What becomes of the minutes that a credit names. */
export const creditReasonName = (reason: CreditMemoReason): string => i18n._(creditReasons[reason]);
