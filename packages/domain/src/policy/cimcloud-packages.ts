import type { PackageTable } from "../packages/package-table.ts";
import type { RoleFill } from "../packages/roles.ts";

const anywhere = (role: string): RoleFill => ({ role, contexts: ["project", "program"] });

const size = (units: number, hours: number) => ({ units, capMinutes: hours * 60, monthlyFee: null });

/** The three Expert Help packages, with titles as the source prints them (PKG-1, PKG-2). */
export const cimcloudPackages: PackageTable = {
  roles: [
    { id: "cimcloud-representative", title: "CIMcloud Representative (Support & Success Services)" },
    { id: "expert-help-settings-product-content", title: "CIMcloud Expert Help (Settings, Product, Content)" },
    { id: "project-success-account-manager", title: "Project Success / Advocate (Account Manager)" },
    { id: "assistant-solver-solution-architect", title: "Assistant Solver (CIMcloud / Ecom): Solution Architect" },
    {
      id: "expert-help-dev-tools-erp-customizations",
      title: "CIMcloud Expert Help (Dev Tools, ERP Integration, Customizations)",
    },
    {
      id: "customizations-coordinator-lead-consultant",
      title: "Customizations Project(s) Coordinator / Lead Consultant",
    },
    { id: "customizations-planner", title: "Customizations Project(s) Planner" },
  ],
  levels: [
    {
      id: "advocate",
      title: "Advocate",
      level: 1,
      portalAccess: "none",
      portalWords: "none after the onboarding call",
      fills: [{ role: "cimcloud-representative", contexts: ["project"] }],
      sizes: [size(1, 5)],
    },
    {
      id: "guide",
      title: "Guide",
      level: 2,
      portalAccess: "workspaces",
      portalWords: "the CRM, Product, Content and Settings workspaces, but not Dev Tools",
      fills: [anywhere("expert-help-settings-product-content"), anywhere("project-success-account-manager")],
      sizes: [size(1, 10), size(2, 20)],
    },
    {
      id: "consultant",
      title: "Consultant",
      level: 3,
      portalAccess: "dev-tools",
      portalWords: "developer level, with Dev Tools and ERP mappings",
      fills: [
        anywhere("assistant-solver-solution-architect"),
        anywhere("expert-help-settings-product-content"),
        anywhere("expert-help-dev-tools-erp-customizations"),
        anywhere("customizations-coordinator-lead-consultant"),
        anywhere("customizations-planner"),
      ],
      sizes: [size(1, 10), size(2, 20), size(3, 30), size(4, 40), size(5, 50), size(6, 60)],
    },
  ],
};
