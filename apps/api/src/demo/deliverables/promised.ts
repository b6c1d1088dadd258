import type { DemoProject } from "./project.ts";

/** Lead times that are running, to be settled, or were met; two older ones are among the live projects (LEAD). */
export const promisedProjects: readonly DemoProject[] = [
  {
    // Running, and at risk: the rush date is the next business day, moved there by a wait on the customer.
    account: "harbor-electric",
    id: "price-api",
    added: { ago: 18, name: "Contract prices for their app" },
    kind: "custom-development",
    requirements: "Their contractors' app asks for prices; the answer takes less than a second.",
    touches: ["Product catalog"],
    hours: { discovery: 2, "technical-planning": 3, implementation: 15, testing: 4, deployment: 1 },
    sows: [{ issued: 14, approved: 12, leadTime: "rush", rushBy: 1, expeditedBy: -6, deposit: 285_000 }],
    work: [{ from: 11, to: 1, hours: 17, by: ["Marcus Webb", "Elena Soto"] }],
    notes: ["Interface agreed with their app's vendor", "Price lookup without the ERP", "Load test: 400 a minute"],
    course: { planWritten: 11, planApproved: 10 },
    waits: [{ from: 9, to: 5, what: "Test access to their app" }],
  },
  {
    // Delivered after the rush date, before the expedited one: what becomes of the premium is to be decided.
    account: "cascade-packaging",
    id: "plant-routing",
    added: { ago: 40, name: "Orders to the nearest plant" },
    kind: "erp-sync-customization",
    requirements: "An order goes to the plant that is nearest and has the board.",
    touches: ["Ordering"],
    hours: { discovery: 2, "technical-planning": 3, implementation: 18, testing: 5, deployment: 1, stabilization: 1 },
    sows: [{ issued: 36, approved: 34, leadTime: "rush", rushBy: 10, expeditedBy: 2, deposit: 167_500 }],
    work: [{ from: 33, to: 3, hours: 26, by: ["Elena Soto", "Tom Okafor"] }],
    notes: ["Distances by postal code", "Board on hand by plant", "Orders that two plants share"],
    course: { planWritten: 31, planApproved: 30, onStaging: 7, tested: 5, handedOver: 4 },
    findings: [{ kind: "punch-list-item", ago: 2, what: "Alaska goes to Portland, not Tacoma" }],
  },
  {
    // A change order with new dates, a wait for the product team; met.
    account: "lakeshore-janitorial",
    id: "school-budgets",
    added: { ago: 97, name: "Budgets by school" },
    kind: "platform-enhancement",
    requirements: "A school orders up to its budget, and the district sees what is left.",
    touches: ["Ordering"],
    hours: { discovery: 2, "technical-planning": 3, implementation: 14, testing: 4, deployment: 1, stabilization: 2 },
    sows: [{ issued: 93, approved: 90, leadTime: "expedited", expeditedBy: 62, deposit: 142_500 }],
    changes: [{ proposed: 73, hours: 5, scope: "Budgets of departments as well", expeditedBy: 50, approved: 70 }],
    work: [{ from: 88, to: 24, hours: 28, by: ["Tom Okafor", "Priya Raman"] }],
    notes: ["Fiscal years that begin in July", "What happens at the limit", "District report by school and month"],
    course: {
      ...{ planWritten: 86, planApproved: 84, onStaging: 58, tested: 55, handedOver: 52, accepted: 40 },
      ...{ scheduled: { ago: 38, for: 30 }, staffTold: 33, published: 30 },
    },
    findings: [{ kind: "issue", ago: 12, what: "Returns do not go back to the budget" }],
  },
];
