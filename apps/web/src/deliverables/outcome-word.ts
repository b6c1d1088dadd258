import type { PremiumSettlement } from "@cimpro/domain";
import { i18n, type MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";

const words: Readonly<Record<PremiumSettlement["outcome"], MessageDescriptor>> = {
  met: msg`The lead time was met: the premium is due.`,
  downgraded: msg`Rush was missed and Expedited met: the premium may be downgraded.`,
  credited: msg`The lead time was missed: the premium comes back.`,
  lapsed: msg`It was missed after a change order had ended the guarantee: the premium is due in full.`,
};

/** What becomes of a premium, in a sentence (LEAD-3, LEAD-4, LEAD-5). */
export const outcomeWord = (outcome: PremiumSettlement["outcome"]): string => i18n._(words[outcome]);
