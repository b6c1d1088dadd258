import type { DemoProject } from "./project.ts";

/** Work in each phase on its way to the live site, and what it waits for there. */
export const projectsUnderWay: readonly DemoProject[] = [
  {
    // A larger piece of work, in parts (DLV-1).
    account: "atlas-medical",
    id: "regulated-products",
    added: { ago: 250, name: "Regulated products" },
    kind: "solution-architecting",
    requirements: "Everything a distributor of regulated products must check, ask and prove.",
  },
  {
    // In discovery still: what it finds becomes the other parts.
    account: "atlas-medical",
    id: "discovery",
    parent: "regulated-products",
    kind: "solution-architecting",
    requirements: "Who may buy what, who approves it, and who must be told.",
    hours: { discovery: 120 },
  },
  {
    // Blocked by a bug of the platform.
    account: "atlas-medical",
    id: "approvals",
    parent: "regulated-products",
    kind: "custom-development",
    requirements: "Orders above a limit wait for whoever may approve them.",
    touches: ["Ordering"],
    drawsFromAllowance: true,
    hours: { discovery: 3, "technical-planning": 3, implementation: 16, testing: 6, deployment: 2 },
    sows: [{ issued: 64, approved: 60 }],
    course: { planWritten: 55, planApproved: 52 },
  },
  {
    // Nothing but hours of the allowance.
    account: "tri-county-plumbing",
    id: "branch-stock",
    kind: "application-configuration",
    requirements: "Stock by branch, set up as questions come up.",
  },
  {
    // Its technical plan waits for a review.
    account: "cascade-packaging",
    id: "pallet-planner",
    added: { ago: 20, name: "Pallet planner" },
    kind: "new-platform-feature",
    requirements: "The cart shows how many pallets an order fills, and what would fill the last one.",
    touches: ["Ordering"],
    hours: { discovery: 3, "technical-planning": 5, implementation: 26, testing: 6, deployment: 2, stabilization: 2 },
    sows: [{ issued: 16, approved: 11, deposit: 470_000 }],
    work: [{ from: 10, to: 2, hours: 6, by: ["Marcus Webb"] }],
    notes: ["Pallet patterns of three plants", "Sketched the planner's rules"],
    course: { planWritten: 2 },
  },
  {
    // Waits for the customer.
    account: "northfield-dental",
    id: "clinic-sign-on",
    added: { ago: 34, name: "Sign-on with the clinic's own account" },
    kind: "platform-enhancement",
    requirements: "Clinics of two groups sign in with the account they have already.",
    hours: { discovery: 2, "technical-planning": 3, implementation: 14, testing: 4, deployment: 1 },
    sows: [{ issued: 30, approved: 26 }],
    work: [{ from: 24, to: 8, hours: 9, by: ["Priya Raman", "Tom Okafor"] }],
    notes: ["Test tenant set up", "Mapped their groups to our roles", "Sign-out from both sides"],
    course: { planWritten: 22, planApproved: 20 },
    waits: [{ from: 6, what: "The certificate of their identity provider" }],
  },
  {
    // More was worked than approved: the rest is held until the change order is decided.
    account: "harbor-electric",
    id: "ship-notices",
    added: { ago: 48, name: "Advance ship notices" },
    kind: "erp-sync-customization",
    requirements: "Contractors see what is on the truck before it leaves.",
    hours: { discovery: 2, "technical-planning": 2, implementation: 12, testing: 3, deployment: 1 },
    sows: [{ issued: 44, approved: 40 }],
    changes: [{ proposed: 2, hours: 8, scope: "Partial shipments were not foreseen: a notice for each truck" }],
    work: [
      { from: 39, to: 22, hours: 16, by: ["Marcus Webb", "Elena Soto"] },
      { from: 10, to: 1, hours: 7, by: ["Elena Soto"] },
    ],
    notes: ["Shipment lines from the ERP", "Notice mail with the carrier's link", "Partial shipments, first tests"],
    course: { planWritten: 36, planApproved: 34 },
    waits: [{ from: 4, what: "Three orders that went on two trucks, to test with" }],
  },
  {
    // Stopped in the middle: invoices are past due (INV-5).
    account: "bluewater-marine",
    id: "parts-finder",
    kind: "custom-development",
    requirements: "From an engine's model and year to the parts that fit it.",
    touches: ["Product catalog"],
    hours: { discovery: 4, "technical-planning": 5, implementation: 36, testing: 10, deployment: 2 },
    sows: [{ issued: 154, approved: 150 }],
    changes: [{ proposed: 7, hours: 6, scope: "A third manufacturer's list, in another format" }],
    course: { planWritten: 140, planApproved: 136 },
  },
  {
    // Went back from testing.
    account: "prairie-seed",
    id: "seasonal",
    kind: "custom-development",
    requirements: "The catalog changes from one season to the next on a day they choose.",
    touches: ["Product catalog"],
    hours: { discovery: 3, "technical-planning": 3, implementation: 18, testing: 5, deployment: 1 },
    sows: [{ issued: 94, approved: 90 }],
    course: { planWritten: 84, planApproved: 81, onStaging: 34, tested: 31, handedOver: 28 },
    wentBack: { ago: 15, to: "implementation", reason: "Pre-season orders need two price lists, not one" },
    findings: [
      { kind: "punch-list-item", ago: 25, what: "Spring prices on a summer order" },
      {
        kind: "punch-list-item",
        ago: 24,
        what: "Pictures of discontinued varieties still show",
        done: { ago: 20, note: "They go with the variety" },
      },
    ],
  },
  {
    // The customer tests; its final approval is what is missing, and two items of the punch list.
    account: "harbor-electric",
    id: "rep-dashboard",
    kind: "custom-development",
    requirements: "Reps see orders on hold and open quotes of their customers, with the reason.",
    drawsFromAllowance: true,
    hours: { discovery: 5, "technical-planning": 5, implementation: 36, testing: 12, deployment: 2, stabilization: 4 },
    sows: [{ issued: 104, approved: 100 }],
    course: { planWritten: 94, planApproved: 91, onStaging: 16, tested: 11, handedOver: 8 },
    findings: [
      {
        kind: "punch-list-item",
        ago: 7,
        what: "Holds older than a year are listed first",
        done: { ago: 4, note: "Newest first" },
      },
      { kind: "punch-list-item", ago: 6, what: "The reason is cut off on a phone" },
      { kind: "punch-list-item", ago: 3, what: "Quotes of the Baltimore branch are missing" },
    ],
  },
  {
    // Deployment is scheduled; their staff was not told yet.
    account: "harbor-electric",
    id: "order-texts",
    added: { ago: 70, name: "Order status by text message" },
    kind: "application-configuration",
    requirements: "Counter customers get a text when their order is ready.",
    touches: ["Ordering"],
    hours: { discovery: 1, "technical-planning": 1, implementation: 7, testing: 2, deployment: 1 },
    sows: [{ issued: 66, approved: 62 }],
    work: [{ from: 60, to: 12, hours: 10, by: ["Elena Soto", "Marcus Webb"] }],
    notes: ["Texts in both languages", "Opt-out by reply", "Tried at two counters"],
    course: {
      ...{ planWritten: 58, planApproved: 56, onStaging: 22, tested: 18, handedOver: 16, accepted: 9 },
      scheduled: { ago: 5, for: -4 },
    },
  },
  {
    // A change order was declined; the deployment is the day after tomorrow.
    account: "maple-street-foods",
    id: "lot-tracking",
    kind: "custom-development",
    requirements: "Lot and best-before date from the warehouse to the packing slip.",
    touches: ["Ordering"],
    hours: { discovery: 3, "technical-planning": 3, implementation: 20, testing: 6, deployment: 2 },
    sows: [{ issued: 76, approved: 72 }],
    changes: [
      {
        proposed: 40,
        hours: 9,
        scope: "Labels with the lot as a bar code",
        declined: { ago: 37, reason: "The warehouse prints its own" },
      },
    ],
    course: {
      ...{ planWritten: 67, planApproved: 65, onStaging: 30, tested: 26, handedOver: 24, accepted: 12 },
      ...{ scheduled: { ago: 8, for: -2 }, staffTold: 4 },
    },
    findings: [
      {
        kind: "punch-list-item",
        ago: 22,
        what: "Two lots of one item need two lines",
        done: { ago: 17, note: "A line for each lot" },
      },
    ],
  },
  {
    // Approved by the customer; the deployment cannot go on while invoices are past due.
    account: "summit-fasteners",
    id: "bulk-pricing",
    kind: "custom-development",
    requirements: "Prices break by box and keg, and the cart says how far the next break is.",
    touches: ["Product catalog", "Ordering"],
    hours: { discovery: 3, "technical-planning": 4, implementation: 24, testing: 7, deployment: 2 },
    sows: [{ issued: 114, approved: 110 }],
    course: { planWritten: 104, planApproved: 102, onStaging: 50, tested: 46, handedOver: 44, accepted: 36 },
  },
  {
    // Live, and watched.
    account: "ridgeline-outdoor",
    id: "tax-exempt",
    kind: "custom-development",
    requirements: "Exempt customers upload their certificate and check out without tax.",
    touches: ["Payment processing"],
    drawsFromAllowance: true,
    hours: { discovery: 1, "technical-planning": 2, implementation: 8, testing: 3, deployment: 1, stabilization: 1 },
    sows: [{ issued: 74, approved: 70 }],
    course: {
      ...{ planWritten: 66, planApproved: 64, onStaging: 32, tested: 29, handedOver: 27, accepted: 18 },
      ...{ scheduled: { ago: 17, for: 7 }, staffTold: 12, published: 7 },
    },
    findings: [
      {
        kind: "issue",
        ago: 6,
        what: "A certificate of Wyoming was refused",
        done: { ago: 4, note: "Its form has no number: now optional there" },
      },
      { kind: "issue", ago: 2, what: "The reminder mail goes out twice" },
    ],
  },
  {
    // Given up; what is left of the deposit came back (DLV-3).
    account: "ridgeline-outdoor",
    id: "print-catalog",
    added: { ago: 54, name: "Print catalog from the site" },
    kind: "custom-development",
    requirements: "A PDF of the catalog by dealer group.",
    hours: { discovery: 2, implementation: 9 },
    sows: [{ issued: 52, approved: 48, deposit: 94_000 }],
    work: [{ from: 46, to: 42, hours: 2, by: ["Priya Raman"] }],
    notes: ["Page layouts of last year's catalog"],
    cancelled: { ago: 30, reason: "Dealers told them that nobody wants paper" },
  },
];
