import type { DeliverableKind } from "@cimpro/domain";
import { i18n, type MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";

const kindWords: Readonly<Record<DeliverableKind, MessageDescriptor>> = {
  "application-configuration": msg`Application configuration`,
  "solution-architecting": msg`Solution architecting`,
  "custom-development": msg`Custom development`,
  "platform-enhancement": msg`Platform enhancement`,
  "new-platform-feature": msg`New platform feature`,
  "erp-sync-customization": msg`ERP sync customization`,
  "design-and-ui": msg`Design and UI`,
};

/** One of the seven kinds of discrete deliverables, as people say it (DLV-1). */
export const kindWord = (kind: DeliverableKind): string => i18n._(kindWords[kind]);
