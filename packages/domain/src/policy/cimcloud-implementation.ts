import type { ChecklistItem, ImplementationTerms } from "../implementation/stages.ts";

const named = (id: string, title: string, by: string): ChecklistItem => ({ id, title, by, origin: "seed" });

/** The implementation process, with labels as the source prints them (IMPL-1 to IMPL-6). */
export const cimcloudImplementation: ImplementationTerms = {
  milestones: [
    { id: "order-placed", title: "Order Placed" },
    { id: "connected", title: "Connected" },
    { id: "go-live", title: "Go Live" },
  ],
  stages: [
    { number: 1, title: "Stage 1 – Getting Connected", from: "order-placed", to: "connected" },
    { number: 2, title: "Stage 2 – Implementation", from: "connected", to: "go-live" },
    { number: 3, title: "Stage 3 – Live Roll-out", from: "go-live", to: null },
  ],
  steps: [
    {
      id: "S1.1",
      label: "Step 1: Assemble Your Core Team",
      stage: 1,
      side: "theirs",
      responsible: ["program-manager"],
      assembles: [
        "program-manager",
        "lead-project-manager",
        "lead-implementer",
        "it-network-admin-expert",
        "erp-business-data-expert",
      ],
      needs: [],
      tasks: ["Identify the Program Manager", "Assign the Other 4 Critical Roles (Program Manager)"],
      recurs: ["new-software"],
      weeks: { select: { from: 1, to: 1 }, starter: { from: 1, to: 1 } },
    },
    {
      id: "S1.2",
      label: "Step 2: Complete Your Deployment Prerequisites",
      stage: 1,
      side: "theirs",
      responsible: ["it-network-admin-expert", "erp-business-data-expert"],
      assembles: [],
      needs: [],
      tasks: [
        "ERP Sync Pre-Install Checklist (by IT / Network Admin Expert)",
        "ERP Sync Configuration Questionnaire (by ERP / Financial & Business Data Expert)",
      ],
      recurs: ["deployment"],
      weeks: { select: { from: 1, to: 1 }, starter: { from: 1, to: 1 } },
    },
    {
      id: "S1.3",
      label: "Step 3: Support the Platform Deployment",
      stage: 1,
      side: "ours",
      responsible: ["cimcloud-deployment-team"],
      assembles: [],
      needs: ["S1.2"],
      tasks: ["Deploy the Platform", "Deploy the ERP Sync Tool & Test"],
      recurs: ["deployment"],
      weeks: { select: { from: 2, to: 3 }, starter: { from: 2, to: 2 } },
    },
    {
      id: "S1.4",
      label: "Step 4: Complete the Self-Service “Manager” Onboarding",
      stage: 1,
      side: "theirs",
      responsible: ["program-manager", "lead-project-manager"],
      assembles: [],
      needs: [],
      tasks: [
        "Program Manager Onboarding Checklist (Program Manager)",
        "Project Manager Onboarding Checklist (Project Manager)",
      ],
      recurs: ["manager-changed"],
      weeks: { select: { from: 2, to: 5 }, starter: { from: 2, to: 3, latest: 4 } },
    },
    {
      id: "S1.5",
      label: "Step 5: Complete the Self-Service “Implementer” Onboarding",
      stage: 1,
      side: "theirs",
      responsible: ["lead-implementer", "implementer"],
      assembles: [],
      needs: ["S1.3"],
      tasks: [
        "Lead Implementer Onboarding Checklist (Lead Implementer)",
        "Implementer Onboarding Checklist (Implementers)",
      ],
      recurs: ["implementer-changed"],
      weeks: { select: { from: 4, to: 5 }, starter: { from: 3, to: 3, latest: 4 } },
    },
    {
      id: "S2.5",
      label: "Step 5: Self-Service Implementation",
      stage: 2,
      side: "theirs",
      responsible: ["lead-implementer", "implementer"],
      assembles: [],
      needs: [],
      tasks: [
        "Content Work",
        "Product Work",
        "Settings Work",
        "Testing",
        "Customizations (optional, requires extra fees and work by a pro services / implementation partner)",
      ],
      recurs: "always",
      weeks: null,
    },
    {
      id: "S3.6",
      label: "Step 6: Live Roll-out (Grow Usage And Adoption)",
      stage: 3,
      side: "theirs",
      responsible: ["lead-implementer", "implementer"],
      assembles: [],
      needs: [],
      tasks: [
        "The Cycle = Promotion, Onboarding, Training, Feedback, and Changes",
        "Target #1: Your Customers",
        "Target #2: Your Reps (CRM Workers)",
      ],
      recurs: "always",
      weeks: null,
    },
  ],
  teams: [{ id: "cimcloud-deployment-team", title: "CIMcloud deployment team" }],
  projects: {
    first: ["new-software", "deployment", "manager-changed", "implementer-changed"],
    upgrade: ["new-software"],
    "erp-switch": ["deployment"],
    later: [],
  },
  // The source names these and does not say what is in them: the practice adds the items.
  checklists: [
    {
      step: "S1.2",
      items: [
        named("erp-sync-pre-install-checklist", "ERP Sync Pre-Install Checklist", "it-network-admin-expert"),
        named(
          "erp-sync-configuration-questionnaire",
          "ERP Sync Configuration Questionnaire",
          "erp-business-data-expert",
        ),
      ],
    },
    {
      step: "S1.4",
      items: [
        named("program-manager-onboarding-checklist", "Program Manager Onboarding Checklist", "program-manager"),
        named("project-manager-onboarding-checklist", "Project Manager Onboarding Checklist", "lead-project-manager"),
      ],
    },
    {
      step: "S1.5",
      items: [
        named("lead-implementer-onboarding-checklist", "Lead Implementer Onboarding Checklist", "lead-implementer"),
        named("implementer-onboarding-checklist", "Implementer Onboarding Checklist", "implementer"),
      ],
    },
  ],
  goLive: { earliestDays: 30, latestMonths: 6 },
};
