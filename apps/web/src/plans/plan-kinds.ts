import type { ConnectPackage, ProjectChange, ProjectKind } from "@cimpro/domain";

export const projectWords: Readonly<Record<ProjectKind, string>> = {
  first: "First project",
  upgrade: "Upgrade: new software",
  "erp-switch": "ERP switch",
  later: "Later project",
};

export const connectWords: Readonly<Record<ConnectPackage, string>> = {
  select: "Select Connect",
  starter: "Starter Connect",
};

export const changeWords: Readonly<Record<ProjectChange, string>> = {
  "new-software": "New software is bought",
  deployment: "A deployment is needed",
  "manager-changed": "The program or project manager changed",
  "implementer-changed": "The lead implementer or an implementer changed",
};
