import { t } from "@lingui/core/macro";

/** `Guide, 2 units: 20 h a month`. */
export const offerWords = (title: string, hours: string): string => t`${title}: ${hours}`;
