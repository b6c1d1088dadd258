import type { ProcessTerms } from "../process/phases.ts";

/** The six phases that bring a customization live, and long-term support (PROC-1 to PROC-9). */
export const cimcloudProcess: ProcessTerms = {
  phases: [
    {
      id: "discovery",
      title: "Discovery, commercial planning and scoping",
      clauses: ["DLV-2"],
      gates: [
        {
          id: "sow-approval",
          title: "SOW approved",
          clauses: ["PROC-1"],
          conditions: [
            {
              id: "sow-approved",
              title: "Approval of the SOW by the budget holder",
              evidence: {
                kind: "statement",
                what: "The approved SOW",
                by: ["program-manager"],
                records: "sow-approval",
              },
            },
          ],
        },
      ],
    },
    {
      id: "technical-planning",
      title: "Technical planning",
      clauses: [],
      gates: [
        {
          id: "plan-approval",
          title: "Technical plan approved",
          clauses: ["PROC-2"],
          conditions: [
            {
              id: "plan-written",
              title: "Technical plan",
              evidence: { kind: "statement", what: "The technical plan, or its amendment", by: ["developer"] },
            },
            {
              id: "plan-approved",
              title: "Approval of the technical plan by another developer or the solution architect",
              evidence: {
                kind: "statement",
                what: "The outcome of the peer review",
                by: ["developer", "consultant"],
                notBy: "plan-written",
                after: "plan-written",
              },
            },
          ],
        },
      ],
    },
    {
      id: "implementation",
      title: "Implementation",
      clauses: [],
      gates: [
        {
          id: "on-staging",
          title: "On staging and reviewed",
          clauses: ["PROC-3"],
          conditions: [
            {
              id: "deployed-to-staging",
              title: "Deployment to the staging environment",
              evidence: {
                kind: "statement",
                what: "What was deployed to staging",
                by: ["developer"],
                after: "plan-approved",
              },
            },
            {
              id: "code-reviewed",
              title: "Peer review of the code",
              evidence: {
                kind: "statement",
                what: "The outcome of the code review",
                by: ["developer", "consultant"],
                notBy: "deployed-to-staging",
                after: "deployed-to-staging",
              },
            },
          ],
        },
      ],
    },
    {
      id: "testing",
      title: "Internal testing and UAT",
      clauses: [],
      gates: [
        {
          id: "internal-testing",
          title: "Ready for customer testing",
          clauses: ["PROC-4"],
          conditions: [
            {
              id: "internally-tested",
              title: "Passed internal testing",
              evidence: {
                kind: "statement",
                what: "What was tested",
                by: ["developer", "consultant"],
                after: "deployed-to-staging",
              },
            },
          ],
        },
        {
          id: "customer-approval",
          title: "Approved by the customer",
          clauses: ["PROC-4"],
          conditions: [
            {
              id: "uat-link-sent",
              title: "Link to the staging environment for the customer's testing",
              evidence: {
                kind: "statement",
                what: "The link, and whom it was sent to",
                by: ["coordinator", "consultant", "developer"],
                after: "internally-tested",
                delivers: "uat",
              },
            },
            {
              id: "customer-approved",
              title: "Final approval by the budget holder",
              evidence: {
                kind: "statement",
                what: "The final approval",
                by: ["program-manager"],
                after: "uat-link-sent",
              },
            },
            {
              id: "punch-list-done",
              title: "End of all open punch-list items",
              evidence: { kind: "none-open", of: "punch-list-item" },
            },
          ],
        },
      ],
    },
    {
      id: "deployment",
      title: "Deployment and publishing",
      clauses: [],
      gates: [
        {
          id: "deployment-clearance",
          title: "Cleared for deployment",
          clauses: ["PROC-5"],
          conditions: [
            {
              id: "deployment-scheduled",
              title: "Day of the deployment",
              evidence: {
                kind: "statement",
                what: "When the deployment is scheduled",
                by: ["coordinator", "consultant", "developer"],
                after: "customer-approved",
                schedules: "deployment",
              },
            },
            {
              id: "staff-told",
              title: "Word that the customer-facing staff was told",
              when: "critical-workflow",
              evidence: {
                kind: "statement",
                what: "Who was told",
                by: ["program-manager", "customer"],
                after: "deployment-scheduled",
              },
            },
          ],
        },
        {
          id: "publishing",
          title: "Published and verified",
          clauses: ["PROC-5"],
          conditions: [
            {
              id: "published",
              title: "Publishing to the live platform",
              evidence: {
                kind: "statement",
                what: "What was published",
                by: ["coordinator", "consultant", "developer"],
                after: "deployment-scheduled",
                delivers: "published",
              },
            },
            {
              id: "verified",
              title: "Verification on the live platform by Pro Services",
              evidence: {
                kind: "statement",
                what: "What was verified",
                by: ["coordinator", "consultant", "developer"],
                after: "published",
              },
            },
            {
              id: "customer-told",
              title: "Word to the customer to test the live site",
              evidence: {
                kind: "statement",
                what: "Who was told to test the live site",
                by: ["coordinator", "consultant", "developer"],
                after: "verified",
              },
            },
          ],
        },
      ],
    },
    {
      id: "stabilization",
      title: "Stabilization",
      clauses: [],
      gates: [
        {
          id: "stabilized",
          title: "Ready for long-term support",
          clauses: ["PROC-6"],
          conditions: [
            {
              id: "stabilization-ended",
              title: "End of stabilization, stated by a person",
              evidence: {
                kind: "statement",
                what: "Why it may end",
                by: ["coordinator", "consultant", "developer"],
                after: "customer-told",
              },
            },
            {
              id: "issues-done",
              title: "End of all open issues",
              evidence: { kind: "none-open", of: "issue" },
            },
          ],
        },
      ],
    },
    { id: "support", title: "Long-term support", clauses: ["PROC-8", "PROC-9"], gates: [] },
  ],
  criticalWorkflows: ["Product catalog", "Ordering", "Payment processing"],
  stabilizationPhase: "stabilization",
  stabilizationDays: 14,
};
