import type { EvidenceGiver } from "@cimpro/domain";

/** Who can state a condition, as people say it. */
export const giverWords: Readonly<Record<EvidenceGiver, string>> = {
  "program-manager": "the customer's program manager",
  customer: "the customer's people",
  coordinator: "a coordinator",
  consultant: "a consultant",
  developer: "a developer",
};

/** The role of who stated something. */
export const roleWords: Readonly<Record<EvidenceGiver, string>> = {
  "program-manager": "program manager",
  customer: "customer",
  coordinator: "coordinator",
  consultant: "consultant",
  developer: "developer",
};
