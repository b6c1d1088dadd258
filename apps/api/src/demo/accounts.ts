/** How an invoice of a made-up customer is paid: so many days after its issue, if at all. */
export interface PaymentHabit {
  readonly after: number;
  /** Paid beyond the total. */
  readonly surplus?: number;
  /** Paid instead of the total. */
  readonly only?: number;
  readonly note: string;
}

/**
 * A made-up customer. Billing periods are counted back from the present one, which is 0, so that every demo ends alike,
 * whatever day it is.
 */
export interface DemoAccount {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  readonly email: string;
  /** What is worked on, and what people write beside their time. */
  readonly deliverables: readonly { readonly id: string; readonly name: string; readonly notes: Notes }[];
  readonly workers: Notes;
  /** Billable minutes in a usual period; they vary around it. */
  readonly usual: number;
  /** The exact minutes of some periods, where a story needs them. */
  readonly exact?: Readonly<Record<number, number>>;
  /** Some of the time is not billable. */
  readonly nonBillable?: boolean;
  readonly purchases: readonly DemoPurchase[];
  /** Null: not paid, or paid as the story of that invoice tells. */
  readonly pays: (period: number) => PaymentHabit | null;
}

/** Hours bought in advance, in a period. */
export interface DemoPurchase {
  readonly period: number;
  readonly kind: "lump-sum" | "monthly";
  readonly hours: number;
  readonly note: string;
  readonly opening?: boolean;
  /** By standing payment. */
  readonly paid?: boolean;
  /** A monthly one ends in this period. */
  readonly endsIn?: number;
}

type Notes = readonly [string, ...string[]];

const transfer: PaymentHabit = { after: 0, note: "Bank transfer" };
const always = (): PaymentHabit => transfer;

/** A dozen distributors and manufacturers that nobody should take for real. */
export const demoAccounts: readonly DemoAccount[] = [
  {
    // The last 20 hours are nearly used up.
    id: "ridgeline-outdoor",
    name: "Ridgeline Outdoor Supply",
    address: "410 Trailhead Rd\nBoulder, CO 80301",
    email: "billing@ridgeline.example",
    deliverables: [
      {
        id: "dealer-portal",
        name: "Dealer portal redesign",
        notes: [
          "Wireframes of the dealer home page with their sales lead",
          "Mapped dealer groups to portal roles",
          "Two pilot dealers walked through the new order list",
        ],
      },
      {
        id: "tax-exempt",
        name: "Tax exemption certificates",
        notes: [
          "Certificate upload with expiry date and state",
          "Exempt ship-to addresses check out without tax",
          "Reminder mail a month before a certificate expires",
        ],
      },
    ],
    workers: ["Dana Coordinator", "Priya Raman"],
    usual: 240,
    exact: { 0: 45, 1: 225, 2: 285, 3: 270, 4: 315 },
    purchases: [
      { period: 25, kind: "lump-sum", hours: 20, note: "Portal redesign, first part" },
      { period: 14, kind: "lump-sum", hours: 20, note: "Renewal" },
      { period: 4, kind: "lump-sum", hours: 20, note: "Renewal" },
    ],
    pays: always,
  },
  {
    // 30 hours a month by standing payment; one entry comes late.
    id: "harbor-electric",
    name: "Harbor Electric Wholesale",
    address: "77 Pier Ave\nBaltimore, MD 21224",
    email: "ap@harborelectric.example",
    deliverables: [
      {
        id: "erp-sync",
        name: "ERP sync: contract pricing",
        notes: [
          "Traced a price mismatch on 3 SKUs to an expired contract",
          "Field mapping for the nightly sync, two edge cases left",
          "Nightly price job resumes after a timeout now",
          "Compared 200 prices against the ERP with their controller",
        ],
      },
      {
        id: "rep-dashboard",
        name: "Sales rep dashboard",
        notes: [
          "Orders on hold by rep, with the reason from the ERP",
          "Walked three reps through it, noted seven wishes",
          "Open quotes older than 30 days",
        ],
      },
    ],
    workers: ["Marcus Webb", "Elena Soto", "Dana Coordinator"],
    usual: 840,
    nonBillable: true,
    purchases: [{ period: 24, kind: "monthly", hours: 30, note: "Card on file", paid: true }],
    pays: always,
  },
  {
    // A monthly allowance that ended; the cheque takes a few days.
    id: "tri-county-plumbing",
    name: "Tri-County Plumbing Supply",
    address: "1200 Foundry St\nAllentown, PA 18102",
    email: "office@tricounty.example",
    deliverables: [
      {
        id: "branch-stock",
        name: "Stock by branch",
        notes: [
          "Nearest branch first, with its pick-up hours",
          "Transfer stock was counted twice: fixed the filter",
          "Lead time text for items that ship from the vendor",
        ],
      },
    ],
    workers: ["Tom Okafor"],
    usual: 300,
    exact: { 0: 150, 1: 195 },
    purchases: [{ period: 26, kind: "monthly", hours: 10, note: "To begin with", endsIn: 8 }],
    pays: (period) => (period < 3 ? transfer : { after: 2, note: "Cheque" }),
  },
  {
    // Ten hours, used up: the overage is on the next invoice.
    id: "northfield-dental",
    name: "Northfield Dental Products",
    address: "9 Clinic Way\nNorthfield, MN 55057",
    email: "accounts@northfield.example",
    deliverables: [
      {
        id: "reorder",
        name: "Reorder pads for clinics",
        notes: [
          "Pads by operatory, shared within a clinic",
          "Reorder from history with discontinued items marked",
          "Tested with two clinics, labels are too small to read",
        ],
      },
    ],
    workers: ["Priya Raman", "Tom Okafor"],
    usual: 180,
    exact: { 0: 150, 1: 180, 2: 105, 3: 90, 4: 120, 5: 105, 6: 90, 7: 90 },
    purchases: [{ period: 7, kind: "lump-sum", hours: 10, note: "Reorder pads" }],
    pays: always,
  },
  {
    // Hours from before cimpro, then 50 more.
    id: "cascade-packaging",
    name: "Cascade Packaging Group",
    address: "55 Mill Race\nPortland, OR 97209",
    email: "payables@cascadepack.example",
    deliverables: [
      {
        id: "quote-tool",
        name: "Custom box quote tool",
        notes: [
          "Board grades and flute from their price book",
          "Quote becomes an order in one step",
          "Minimum runs per plant, message when below",
        ],
      },
      {
        id: "freight",
        name: "Freight estimates at checkout",
        notes: [
          "LTL request with liftgate and residential flags",
          "Fallback when the carrier does not answer within four seconds",
          "UAT findings: rounding of the fuel surcharge",
        ],
      },
    ],
    workers: ["Elena Soto", "Dana Coordinator"],
    usual: 225,
    purchases: [
      { period: 26, kind: "lump-sum", hours: 12, note: "Carried over from last year", opening: true },
      { period: 11, kind: "lump-sum", hours: 50, note: "Quote tool and training" },
    ],
    pays: always,
  },
  {
    // Overdue and stopped; one emergency was worked all the same.
    id: "bluewater-marine",
    name: "Bluewater Marine Parts",
    address: "3 Dock Street\nNewport, RI 02840",
    email: "info@bluewater.example",
    deliverables: [
      {
        id: "parts-finder",
        name: "Parts finder by engine model",
        notes: [
          "Engine models and years from two manufacturers' lists",
          "Exploded views: numbers link to the parts",
          "Superseded part numbers lead to their successors",
        ],
      },
    ],
    workers: ["Elena Soto", "Marcus Webb"],
    usual: 390,
    exact: { 0: 0, 1: 0, 2: 0 },
    purchases: [],
    pays: (period) => (period < 4 ? null : transfer),
  },
  {
    // Partly paid.
    id: "summit-fasteners",
    name: "Summit Fasteners",
    address: "88 Anvil Park\nDenver, CO 80216",
    email: "finance@summitfasteners.example",
    deliverables: [
      {
        id: "bulk-pricing",
        name: "Bulk price breaks",
        notes: [
          "Quantity breaks per box and per keg",
          "Unit of measure conversion for pieces and hundreds",
          "Breaks show in the cart before the quantity is reached",
        ],
      },
    ],
    workers: ["Marcus Webb"],
    usual: 330,
    exact: { 0: 0, 1: 120, 2: 390 },
    purchases: [],
    pays: (period) => (period === 2 ? { after: 0, only: 75_000, note: "First part, the rest follows" } : transfer),
  },
  {
    // Paid one invoice twice: account credit.
    id: "lakeshore-janitorial",
    name: "Lakeshore Janitorial",
    address: "14 Harbor View\nErie, PA 16507",
    email: "hello@lakeshore.example",
    deliverables: [
      {
        id: "punchout",
        name: "Punchout catalog for schools",
        notes: [
          "cXML setup request and return cart for the school district",
          "Buyer's test order: corrected the unit of measure codes",
          "Level 2 punchout: item pages from the buyer's search",
        ],
      },
    ],
    workers: ["Tom Okafor", "Priya Raman"],
    usual: 240,
    purchases: [],
    pays: (period) => (period === 2 ? { after: 0, surplus: 125_000, note: "Two transfers for one invoice" } : transfer),
  },
  {
    // Two credits: one billed again, one waived.
    id: "prairie-seed",
    name: "Prairie Seed & Feed",
    address: "Route 6\nHastings, NE 68901",
    email: "books@prairieseed.example",
    deliverables: [
      {
        id: "seasonal",
        name: "Seasonal catalog switch",
        notes: [
          "Spring catalog in draft, goes live with the price list",
          "Pre-season orders with two delivery dates",
          "Import of 48 seed varieties from their spreadsheet",
        ],
      },
    ],
    workers: ["Dana Coordinator", "Elena Soto"],
    usual: 270,
    nonBillable: true,
    purchases: [],
    pays: (period) => (period === 9 || period === 4 ? null : transfer),
  },
  {
    // One invoice voided and billed again; 50 hours bought lately.
    id: "ironwood-tools",
    name: "Ironwood Tool Company",
    address: "600 Lathe Ln\nRockford, IL 61104",
    email: "ap@ironwood.example",
    deliverables: [
      {
        id: "warranty",
        name: "Warranty registration",
        notes: [
          "Serial number check against the ERP",
          "Registration from a code on the box",
          "Claims go to the service desk with photos",
        ],
      },
    ],
    workers: ["Priya Raman", "Marcus Webb"],
    usual: 300,
    purchases: [{ period: 3, kind: "lump-sum", hours: 50, note: "Second product line" }],
    pays: (period) => (period === 6 ? null : transfer),
  },
  {
    // One invoice in dispute, set aside.
    id: "maple-street-foods",
    name: "Maple Street Foods",
    address: "21 Maple St\nBurlington, VT 05401",
    email: "office@maplestreet.example",
    deliverables: [
      {
        id: "lot-tracking",
        name: "Lot tracking on orders",
        notes: [
          "Lot and best-before date on packing slips",
          "Recall list: who received which lot",
          "First expired, first out, with their warehouse lead",
        ],
      },
    ],
    workers: ["Tom Okafor", "Elena Soto"],
    usual: 420,
    nonBillable: true,
    purchases: [],
    pays: (period) => (period === 3 ? null : transfer),
  },
  {
    // 20 hours a month.
    id: "atlas-medical",
    name: "Atlas Medical Distribution",
    address: "300 Meridian Blvd\nIndianapolis, IN 46204",
    email: "procurement@atlasmed.example",
    deliverables: [
      {
        id: "discovery",
        name: "Discovery: regulated products",
        notes: [
          "Who may buy what: licences by ship-to address",
          "Workshop with their compliance officer",
          "Two vendors' licence checks compared",
        ],
      },
      {
        id: "approvals",
        name: "Order approval workflow",
        notes: [
          "Approval limits by department and product group",
          "Reviewed the rules with their controller",
          "Stand-in for approvers on holiday",
        ],
      },
    ],
    workers: ["Marcus Webb", "Dana Coordinator", "Priya Raman"],
    usual: 540,
    purchases: [{ period: 13, kind: "monthly", hours: 20, note: "Card on file", paid: true }],
    pays: always,
  },
];

/** Beside time for no deliverable: what allowances are for (ALW-1). */
export const demoNotes: Notes = [
  "Weekly call: open questions and next steps",
  "Walked the merchandising team through category setup",
  "Answered questions from customer service about credits",
  "Search tuning: part numbers with dashes",
  "Prepared staging for their test users",
  "Solution sketch for the account hierarchy",
  "ERP sync: two stuck orders released, cause written up",
  "Reviewed the go-live checklist with their project manager",
  "Training for a new customer service person",
  "Checked the effect of the platform update on their theme",
  "Planned next quarter's improvements with their program manager",
  "Documented the import for their data team",
];

export const demoOwnNotes: Notes = [
  "Internal handover",
  "Correcting our own import",
  "Estimate for new scope",
  "Debrief after go-live",
];
