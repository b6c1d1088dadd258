import type { Course, DemoProject } from "./project.ts";

/** The usual way from the approval to long-term support, evenly spread over so many business days. */
function throughAllPhases(approved: number, stable: number): Course {
  const at = (part: number): number => Math.round(approved - (approved - stable) * part);
  return {
    ...{ planWritten: at(0.1), planApproved: at(0.15), onStaging: at(0.5), tested: at(0.55) },
    ...{ handedOver: at(0.6), accepted: at(0.7), scheduled: { ago: at(0.72), for: at(0.8) }, staffTold: at(0.76) },
    ...{ published: at(0.8), stable },
  };
}

/** What went live in the course of the year and is in long-term support (PROC-8). */
export const liveProjects: readonly DemoProject[] = [
  {
    account: "harbor-electric",
    id: "erp-sync",
    kind: "erp-sync-customization",
    requirements: "Contract prices of the ERP are on the site the morning after they change.",
    touches: ["Product catalog"],
    drawsFromAllowance: true,
    hours: { discovery: 4, "technical-planning": 6, implementation: 30, testing: 10, deployment: 2, stabilization: 4 },
    sows: [{ issued: 245, approved: 242 }],
    course: throughAllPhases(242, 160),
  },
  {
    account: "ridgeline-outdoor",
    id: "dealer-portal",
    kind: "design-and-ui",
    requirements: "Dealers find orders, invoices and marketing material on one page.",
    drawsFromAllowance: true,
    hours: { discovery: 2, "technical-planning": 1, implementation: 9, testing: 3, deployment: 1 },
    sows: [{ issued: 240, approved: 238 }],
    course: throughAllPhases(238, 150),
  },
  {
    account: "northfield-dental",
    id: "reorder",
    kind: "custom-development",
    requirements: "A clinic reorders a whole operatory with one list.",
    touches: ["Ordering"],
    drawsFromAllowance: true,
    hours: { discovery: 2, "technical-planning": 2, implementation: 11, testing: 3, deployment: 1 },
    sows: [{ issued: 236, approved: 233 }],
    course: throughAllPhases(233, 150),
  },
  {
    account: "cascade-packaging",
    id: "quote-tool",
    kind: "custom-development",
    requirements: "A customer configures a box and has a price at once, by board grade, flute and run.",
    touches: ["Product catalog", "Ordering"],
    drawsFromAllowance: true,
    hours: { discovery: 2, "technical-planning": 2, implementation: 10, testing: 3, deployment: 1 },
    sows: [{ issued: 232, approved: 230 }],
    course: throughAllPhases(230, 150),
  },
  {
    account: "cascade-packaging",
    id: "freight",
    kind: "custom-development",
    requirements: "The checkout shows what LTL freight costs before the order is placed.",
    touches: ["Ordering"],
    drawsFromAllowance: true,
    hours: { discovery: 1, "technical-planning": 1, implementation: 7, testing: 3, deployment: 1 },
    sows: [{ issued: 142, approved: 140 }],
    course: throughAllPhases(140, 60),
  },
  {
    account: "lakeshore-janitorial",
    id: "punchout",
    kind: "custom-development",
    requirements: "School districts order from their own purchasing system by cXML.",
    touches: ["Ordering"],
    hours: { discovery: 2, "technical-planning": 2, implementation: 12, testing: 4, deployment: 1 },
    sows: [{ issued: 228, approved: 225 }],
    course: throughAllPhases(225, 145),
  },
  {
    account: "ironwood-tools",
    id: "warranty",
    kind: "custom-development",
    requirements: "Whoever bought a tool registers it with its serial number and a photo of the receipt.",
    hours: { discovery: 2, "technical-planning": 3, implementation: 22, testing: 6, deployment: 2 },
    sows: [{ issued: 220, approved: 218 }],
    course: throughAllPhases(218, 140),
  },
  {
    // Rush missed, Expedited met: downgraded, and its premium credited.
    account: "maple-street-foods",
    id: "recall-list",
    added: { ago: 126, name: "Recall list for the state inspection" },
    kind: "custom-development",
    requirements: "One list of who received a lot, for the inspection next month.",
    hours: { discovery: 1, "technical-planning": 2, implementation: 16, testing: 4, deployment: 1 },
    sows: [{ issued: 122, approved: 120, leadTime: "rush", rushBy: 104, expeditedBy: 96 }],
    work: [{ from: 119, to: 84, hours: 23, by: ["Tom Okafor", "Elena Soto"] }],
    notes: ["Lots by ship-to address", "Export in the inspector's format", "Tested with last year's recall"],
    course: { ...throughAllPhases(120, 74), onStaging: 103, tested: 101, handedOver: 99 },
    decision: { ago: 98, reason: "Three days late; they had it in time for the inspection" },
  },
  {
    // Expedited missed: its premium came back by itself.
    account: "northfield-dental",
    id: "licence-check",
    added: { ago: 108, name: "Licence check at checkout" },
    kind: "platform-enhancement",
    requirements: "Anaesthetics can be ordered only for a clinic with a valid licence.",
    touches: ["Ordering"],
    hours: { discovery: 2, "technical-planning": 4, implementation: 22, testing: 8, deployment: 2, stabilization: 2 },
    sows: [{ issued: 103, approved: 100, leadTime: "expedited", expeditedBy: 72 }],
    work: [{ from: 99, to: 46, hours: 38, by: ["Marcus Webb", "Priya Raman"] }],
    notes: [
      "Licence types by product group",
      "State registry answers in its own time: cached overnight",
      "Message for buyers whose licence expired",
    ],
    course: { ...throughAllPhases(100, 40), onStaging: 71, tested: 69, handedOver: 68 },
  },
];
