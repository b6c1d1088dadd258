import type { Clause } from "./clause.ts";

/** PROD: what the product team does, and Pro Services waits for. */
export const productClauses: readonly Clause[] = [
  {
    id: "PROD-1",
    title: "Building blocks",
    source: { document: "S0", section: "Building Blocks" },
    parts: [
      {
        origin: "seed",
        text: "A deliverable often needs software modules as building blocks, whose installation Pro Services coordinates with the product team.",
      },
      {
        origin: "ours",
        text: "While a missing building block keeps a deliverable from going on, the clock of its lead time stops (LEAD-6).",
      },
    ],
    settings: [],
  },
  {
    id: "PROD-2",
    title: "Product bugs",
    source: { document: "S0", section: "Product Bug Reports" },
    parts: [
      {
        origin: "seed",
        text: "A product bug found during the work becomes a task for the product team, and customer and Pro Services are kept informed of its deployment. Pro Services is not responsible for fixing or deploying it, does not control its schedule, and continues once it is deployed.",
      },
      {
        origin: "ours",
        text: "An item for the product team is requested, confirmed or rejected, scheduled and deployed. While one keeps a deliverable from going on, the clock of its lead time stops (LEAD-6).",
      },
    ],
    settings: [],
  },
];
