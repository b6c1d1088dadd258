import type { Clause } from "./clause.ts";

/** DLV: discrete deliverables, their SOW, deposit and change orders. */
export const deliverableClauses: readonly Clause[] = [
  {
    id: "DLV-1",
    title: "What a discrete deliverable is",
    source: { document: "S0", section: "Discrete Deliverables" },
    parts: [
      {
        origin: "seed",
        text: "A discrete deliverable is a customization task with a beginning, an end, clear requirements and a budget, which is scoped, estimated, planned and implemented on its own. It stands alone or is part of the work breakdown of a larger project.",
      },
      {
        origin: "seed",
        text: "Among others it can be application configuration, solution architecting, custom development, platform enhancements or modifications, new platform features, ERP sync customizations, or custom design and user interface enhancements.",
      },
      { origin: "ours", text: "These seven serve as the list of kinds." },
    ],
    settings: [],
  },
  {
    id: "DLV-2",
    title: "The SOW",
    source: { document: "S2", section: "Phase 1 – Discovery, Commercial Planning and Scoping" },
    parts: [
      {
        origin: "seed",
        text: "The first phase ends in a documented SOW with all associated costs, change orders excluded.",
      },
      {
        origin: "ours",
        text: "A SOW states the scope, an estimate in minutes for each phase, the lead time and its dates, the rate, the deposit and for how many days it is valid, 30 unless it says otherwise.",
      },
      { origin: "ours", text: "Approval seals the SOW, and a sealed SOW never changes." },
    ],
    settings: ["deliverables.sowValidDays"],
  },
  {
    id: "DLV-3",
    title: "The deposit",
    source: null,
    parts: [
      {
        origin: "ours",
        text: "A deposit is money on one deliverable, invoiced when its SOW is approved; it may be zero. From then on it covers the deliverable's SOW time in whole minutes: as many as base and premium, added up per rate and rounded once, fit into what is left.",
      },
      {
        origin: "ours",
        text: "A deliverable closes when it enters long-term support or is cancelled, after its open minutes were billed. The rest of the deposit is then a credit memo on its invoice. Time dated after the closing is general work; minutes of before that are opened again by a credit keep the terms of the SOW: rate, premium, what is left of the deposit, and no allowance unless it opted in.",
      },
    ],
    settings: [],
  },
  {
    id: "DLV-4",
    title: "Change orders",
    source: null,
    parts: [
      {
        origin: "ours",
        text: "A change order is proposed, then approved or declined by the customer's budget holder; it adds minutes and may add dates.",
      },
      {
        origin: "ours",
        text: "Before it is approved the system shows what follows from it: the new price, the new dates and what becomes of the lead-time guarantee.",
      },
    ],
    settings: [],
  },
  {
    id: "DLV-5",
    title: "Time beyond the approved total",
    source: null,
    parts: [
      {
        origin: "ours",
        text: "The approved total is the SOW plus its approved change orders, all phases together, and time dated from the approval day counts toward it: billed minutes first, then by work date.",
      },
      {
        origin: "ours",
        text: "Time beyond it is held, that is recorded but not invoiced, until a change order is approved or a coordinator writes it off. Released minutes join the next billing run as late entries; a practice may choose to bill such time instead of holding it.",
      },
    ],
    settings: ["deliverables.overrun"],
  },
  {
    id: "DLV-6",
    title: "Time outside the SOW",
    source: null,
    parts: [
      {
        origin: "ours",
        text: "Time dated before its deliverable's SOW was approved, or on a deliverable without a SOW, is general work: no premium, no deposit and no frozen rate. Its lines still name the deliverable.",
      },
      {
        origin: "ours",
        text: "Fixes from customer testing and stabilization within the scope count against the SOW; new scope needs a change order.",
      },
    ],
    settings: [],
  },
];
