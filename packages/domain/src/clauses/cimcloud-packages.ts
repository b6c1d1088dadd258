import type { Clause } from "./clause.ts";

const options = { document: "S1", section: "The Labor Package Options" };

/** PKG: the Expert Help labor packages. */
export const packageClauses: readonly Clause[] = [
  {
    id: "PKG-1",
    title: "The three packages",
    source: options,
    parts: [
      {
        origin: "seed",
        text: "All three packages include a designated contact and unlimited implementation support by ticket.",
      },
      {
        origin: "seed",
        text: "An Advocate (skill level 1) gives up to 5 hours a month, does not log into the Worker Portal after the onboarding call, and can be the CIMcloud Representative.",
      },
      {
        origin: "seed",
        text: "A Guide (skill level 2) gives up to 10 or 20 hours a month, works in the CRM, Product, Content and Settings workspaces but not in Dev Tools, and can be Expert Help for settings, product and content, or the Account Manager for project success.",
      },
      {
        origin: "seed",
        text: "A Consultant (skill level 3) gives up to 10, 20, 30, 40, 50 or 60 hours a month and has developer-level access, ERP sync configuration included. The roles are Assistant Solver (Solution Architect), Expert Help for settings, product and content, Expert Help for Dev Tools, ERP integration and customizations, coordinator or lead consultant of customization projects, and their planner.",
      },
      {
        origin: "ours",
        text: "The source prints the Consultant's Assistant Solver role twice; it is counted as one role.",
      },
    ],
    settings: ["packages.roles", "packages.levels"],
  },
  {
    id: "PKG-2",
    title: "Projects and programs",
    source: options,
    parts: [
      {
        origin: "seed",
        text: "An Advocate fills its role on a self-service project; a Guide and a Consultant fill theirs on a self-service project or an active program.",
      },
      {
        origin: "ours",
        text: "An Advocate may be bought for a program, but its role then counts as one it cannot fill.",
      },
    ],
    settings: ["packages.levels"],
  },
  {
    id: "PKG-3",
    title: "When a package applies",
    source: { document: "S1", section: "When These Labor Packages Apply" },
    parts: [
      {
        origin: "seed",
        text: "The packages are required or available for the initial project, for upgrade projects (software upgrades, ERP switches, large or complex version updates) and for active programs.",
      },
    ],
    settings: [],
  },
  {
    id: "PKG-4",
    title: "When a higher level is needed",
    source: options,
    parts: [
      {
        origin: "seed",
        text: "More than 5 hours a month takes a Guide or a Consultant, and more than a Guide's two units, 20 hours a month, takes a Consultant.",
      },
    ],
    settings: ["packages.levels"],
  },
  {
    id: "PKG-5",
    title: "Roles are not inherited",
    source: null,
    parts: [
      {
        origin: "ours",
        text: "A package fills the roles listed for it and no others: a higher level does not take over the roles of a lower one.",
      },
    ],
    settings: ["packages.levels"],
  },
  {
    id: "PKG-6",
    title: "How a package is recommended",
    source: null,
    parts: [
      {
        origin: "ours",
        text: "All nine offers are tested against the roles wanted, the portal access wanted, the hours a month, and whether it is for a project or a program. The recommended one is the lowest skill level that satisfies all of them, with the fewest units, and each other offer says why it fails or what makes it worse.",
      },
      {
        origin: "ours",
        text: "If none fits, the answer names the wishes that conflict and the nearest offers. For more than 60 hours a month it points to an allowance or a SOW.",
      },
    ],
    settings: [],
  },
  {
    id: "PKG-7",
    title: "Hours over the cap, and fees",
    source: null,
    parts: [
      {
        origin: "ours",
        text: "Hours over the monthly cap are recorded and flagged with the upgrade that would cover them. They are never billed by the hour, do not roll over and are separate from allowances; a billing month starts on the day of the month of the order.",
      },
      {
        origin: "ours",
        text: "Package prices are not published, so the monthly fee is left empty unless it was agreed.",
      },
    ],
    settings: ["packages.levels"],
  },
];
