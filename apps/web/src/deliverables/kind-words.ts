import type { DeliverableKind } from "@cimpro/domain";

/** The seven kinds of discrete deliverables, as people say them (DLV-1). */
export const kindWords: Readonly<Record<DeliverableKind, string>> = {
  "application-configuration": "Application configuration",
  "solution-architecting": "Solution architecting",
  "custom-development": "Custom development",
  "platform-enhancement": "Platform enhancement",
  "new-platform-feature": "New platform feature",
  "erp-sync-customization": "ERP sync customization",
  "design-and-ui": "Design and UI",
};
