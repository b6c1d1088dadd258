import type { Clause } from "./clause.ts";

/** PROC: the customization process, its phases and gates. */
export const processClauses: readonly Clause[] = [
  {
    id: "PROC-1",
    title: "From discovery to technical planning",
    source: { document: "S2", section: "Phase 2 – Technical Planning" },
    parts: [
      {
        origin: "seed",
        text: "Technical planning begins once discovery is complete and the SOW is approved.",
      },
      { origin: "ours", text: "The customer's budget holder is the one who approves it." },
    ],
    settings: ["process.phases"],
  },
  {
    id: "PROC-2",
    title: "From technical planning to implementation",
    source: { document: "S2", section: "Phase 2 – Technical Planning" },
    parts: [
      {
        origin: "seed",
        text: "A developer writes the technical plan; another developer, the original solution architect or both review it, and it is amended or approved for implementation.",
      },
      {
        origin: "ours",
        text: "An amended plan is a new statement, even in the same words, and is reviewed again. Nobody reviews a plan of their own.",
      },
    ],
    settings: ["process.phases"],
  },
  {
    id: "PROC-3",
    title: "From implementation to testing",
    source: { document: "S2", section: "Phase 3 – Implementation" },
    parts: [
      {
        origin: "seed",
        text: "The developers write the code and deploy it to the staging environment for internal testing and peer review.",
      },
      {
        origin: "ours",
        text: "The phase ends when the code is on staging and its peer review is done. Whoever deployed the code does not review it.",
      },
    ],
    settings: ["process.phases"],
  },
  {
    id: "PROC-4",
    title: "Testing, customer testing and approval",
    source: { document: "S2", section: "Phase 4 – Internal Testing and UAT" },
    parts: [
      {
        origin: "seed",
        text: "Once the customization is tested internally, the customer gets a link to the staging environment for testing, and further punch-list items and feedback are addressed in this phase. Deployment is scheduled once the customer has given final approval.",
      },
      { origin: "ours", text: "The phase ends only when no punch-list item is open." },
    ],
    settings: ["process.phases"],
  },
  {
    id: "PROC-5",
    title: "Deployment and publishing",
    source: { document: "S2", section: "Phase 5 – Deployment / Publishing" },
    parts: [
      {
        origin: "seed",
        text: "The deployment is scheduled. When it touches a critical workflow, such as product catalog, ordering or payment processing, the customer must tell its customer-facing employees.",
      },
      {
        origin: "seed",
        text: "Once the customization is published and Pro Services has verified it, the customer is notified and asked to test the live site and report any issues.",
      },
      {
        origin: "ours",
        text: "For a critical workflow the customer confirms having told its staff before the deployment goes on.",
      },
    ],
    settings: ["process.phases", "process.criticalWorkflows"],
  },
  {
    id: "PROC-6",
    title: "Stabilization",
    source: { document: "S2", section: "Phase 6 – Stabilization" },
    parts: [
      {
        origin: "seed",
        text: "After publishing, the project stays open for fringe issues for a time that depends on the complexity and usage of the customization, and then moves into long-term support.",
      },
      {
        origin: "ours",
        text: "The planned time is 14 days unless stated otherwise. A person ends the phase, and only when no issue is open.",
      },
    ],
    settings: ["process.phases", "process.stabilizationPhase", "process.stabilizationDays"],
  },
  {
    id: "PROC-7",
    title: "Going back, and evidence",
    source: null,
    parts: [
      {
        origin: "ours",
        text: "A deliverable may go back a phase with a reason. Every gate keeps its evidence: who did what, and when. What was stated for the gates gone back over stays on record and opens them again only when it is stated anew. Leaving stabilization before its planned days says so and keeps the reason.",
      },
    ],
    settings: [],
  },
  {
    id: "PROC-8",
    title: "Support for customizations",
    source: { document: "S2", section: "Ongoing Support" },
    parts: [
      {
        origin: "seed",
        text: "Standard product support does not cover customizations. Later support and compatibility work is scoped, estimated and executed by Pro Services.",
      },
      { origin: "ours", text: "Each piece of it is therefore opened as new work." },
    ],
    settings: [],
  },
  {
    id: "PROC-9",
    title: "Version updates",
    source: { document: "S2", section: "Version Update Compatibility" },
    parts: [
      {
        origin: "seed",
        text: "Customizations are not factored in or tested when new product versions are released, so there is no guarantee that they are compatible, and compatibility work is often needed.",
      },
      {
        origin: "ours",
        text: "Every version update opens one review for each live customization, which ends as compatible, as needing work (a new deliverable) or as retired.",
      },
    ],
    settings: [],
  },
];
