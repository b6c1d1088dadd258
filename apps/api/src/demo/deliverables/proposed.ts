import type { DemoProject } from "./project.ts";

/** SOWs that nobody has approved yet (DLV-2). */
export const proposedProjects: readonly DemoProject[] = [
  {
    // The first one expired; the second one waits.
    account: "harbor-electric",
    id: "quote-pdf",
    added: { ago: 56, name: "Quotes as PDF" },
    kind: "design-and-ui",
    requirements: "A rep sends a quote with the customer's own part numbers as a PDF file.",
    hours: { discovery: 2, "technical-planning": 2, implementation: 14, testing: 4, deployment: 1, stabilization: 1 },
    sows: [
      { issued: 50, leadTime: "expedited", expeditedBy: 20, deposit: 235_000 },
      { issued: 4, leadTime: "expedited", expeditedBy: -26, deposit: 235_000 },
    ],
  },
  {
    account: "bluewater-marine",
    id: "engine-import",
    added: { ago: 14, name: "Import of new engine models" },
    kind: "application-configuration",
    requirements: "The manufacturers' new model year is on the site a week after it is published.",
    touches: ["Product catalog"],
    hours: { discovery: 1, "technical-planning": 1, implementation: 8, testing: 2, deployment: 1 },
    sows: [{ issued: 6 }],
  },
  {
    // Expired, and nobody asked again.
    account: "tri-county-plumbing",
    id: "counter-app",
    added: { ago: 60, name: "Counter app for branches" },
    kind: "new-platform-feature",
    requirements: "Counter staff take orders on a tablet.",
    hours: { discovery: 4, "technical-planning": 4, implementation: 40, testing: 10, deployment: 2, stabilization: 4 },
    sows: [{ issued: 45, deposit: 940_000 }],
  },
];
