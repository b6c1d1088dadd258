import type { Clause } from "./clause.ts";

const section = "Engaging the CIM Pro Services Team";

/** REQ: requests and the backlog. */
export const requestClauses: readonly Clause[] = [
  {
    id: "REQ-1",
    title: "How a request is handled",
    source: { document: "S0", section },
    parts: [
      {
        origin: "seed",
        text: "A request entered in the customer portal goes to the Pro Services queue for review, and a team member follows up within 2 to 3 business days.",
      },
      {
        origin: "ours",
        text: "A request turns amber after two business days without follow-up and late after three. Business days are Monday to Friday, less the holidays.",
      },
    ],
    settings: ["requests.amberAfterBusinessDays", "requests.lateAfterBusinessDays", "holidays"],
  },
  {
    id: "REQ-2",
    title: "Asking for speed",
    source: { document: "S0", section },
    parts: [
      {
        origin: "seed",
        text: "Who needs a request expedited gives the details in its notes, or calls.",
      },
      { origin: "ours", text: "A wish is no promise: a lead time exists only in an approved SOW." },
    ],
    settings: [],
  },
  {
    id: "REQ-3",
    title: "The backlog",
    source: { document: "S0", section },
    parts: [
      {
        origin: "seed",
        text: "The team typically works on a backlog of 2 to 3 weeks for smaller items and 1 to 3 months for larger ones.",
      },
      {
        origin: "ours",
        text: "Whether an item is small or large is set by hand when the request is reviewed. The start is shown as a range and later compared with what happened.",
      },
    ],
    settings: ["requests.startWindows"],
  },
  {
    id: "REQ-4",
    title: "What becomes of a request",
    source: null,
    parts: [
      {
        origin: "ours",
        text: "A request is submitted, in review, followed up, and then accepted or declined with a reason. It is accepted as a deliverable, allowance work, a package, a support ticket or a product bug.",
      },
    ],
    settings: [],
  },
];
