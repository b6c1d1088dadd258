import type { ConnectPackage, ProjectChange, ProjectKind } from "@cimpro/domain";
import { i18n, type MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";

const projects: Readonly<Record<ProjectKind, MessageDescriptor>> = {
  first: msg`First project`,
  upgrade: msg`Upgrade: new software`,
  "erp-switch": msg`ERP switch`,
  later: msg`Later project`,
};

const connects: Readonly<Record<ConnectPackage, MessageDescriptor>> = {
  select: msg`Select Connect`,
  starter: msg`Starter Connect`,
};

const changes: Readonly<Record<ProjectChange, MessageDescriptor>> = {
  "new-software": msg`New software is bought`,
  deployment: msg`A deployment is needed`,
  "manager-changed": msg`The program or project manager changed`,
  "implementer-changed": msg`The lead implementer or an implementer changed`,
};

export const projectWords = (kind: ProjectKind): string => i18n._(projects[kind]);

export const connectWords = (connect: ConnectPackage): string => i18n._(connects[connect]);

export const changeWords = (change: ProjectChange): string => i18n._(changes[change]);
