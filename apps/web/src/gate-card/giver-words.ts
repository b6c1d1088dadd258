import type { EvidenceGiver } from "@cimpro/domain";
import { i18n, type MessageDescriptor } from "@lingui/core";
import { msg, t } from "@lingui/core/macro";

const giverWords: Readonly<Record<EvidenceGiver, MessageDescriptor>> = {
  "program-manager": msg`the customer's program manager`,
  customer: msg`the customer's people`,
  coordinator: msg`a coordinator`,
  consultant: msg`a consultant`,
  developer: msg`a developer`,
};

/** The same, said to the customer's own people. */
const ownWords: Partial<typeof giverWords> = {
  "program-manager": msg`your program manager`,
  customer: msg`your people`,
};

const roleWords: Readonly<Record<EvidenceGiver, MessageDescriptor>> = {
  "program-manager": msg`program manager`,
  customer: msg`customer`,
  coordinator: msg`coordinator`,
  consultant: msg`consultant`,
  developer: msg`developer`,
};

/** Who can state a condition, as people say it: "a coordinator, a consultant or a developer". */
export const giversInWords = (by: readonly EvidenceGiver[], to: "customer" | "team" = "team"): string =>
  by
    .map((giver) => i18n._((to === "customer" ? ownWords[giver] : undefined) ?? giverWords[giver]))
    .reduce((others, giver, at) => (at === by.length - 1 ? t`${others} or ${giver}` : t`${others}, ${giver}`));

/** The role of who stated something. */
export const roleWord = (giver: EvidenceGiver): string => i18n._(roleWords[giver]);
