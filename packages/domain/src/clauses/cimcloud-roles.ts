import type { Clause } from "./clause.ts";

/** ROLE: the hats people wear, and who may do what. */
export const roleClauses: readonly Clause[] = [
  {
    id: "ROLE-1",
    title: "The customer's hats",
    source: { document: "S3", section: "Stage 1 – Getting Connected" },
    parts: [
      {
        origin: "seed",
        text: "Assembling the core team means identifying the program manager and assigning four other critical roles.",
      },
      {
        origin: "ours",
        text: "We take the other four to be lead project manager, lead implementer, IT or network admin expert, and ERP and business data expert. This is inferred from who does the steps of the stage; the source does not list them.",
      },
      {
        origin: "ours",
        text: "A program has exactly one program manager, who holds the budget, and a project exactly one lead project manager; shared between several people, either counts as unfilled. Further hats are lead solver, lead operator and implementer, of whom there may be many.",
      },
      {
        origin: "ours",
        text: "That the lead project manager is exactly one person comes from public help-center articles outside the four source documents.",
      },
    ],
    settings: [],
  },
  {
    id: "ROLE-2",
    title: "One person, several hats",
    source: null,
    parts: [
      {
        origin: "ours",
        text: "A person may wear several hats, as an employee or a contractor. We follow public help-center articles here; the four source documents are silent.",
      },
    ],
    settings: [],
  },
  {
    id: "ROLE-3",
    title: "When a hat is filled",
    source: null,
    parts: [
      {
        origin: "ours",
        text: "A hat is filled only by someone who gets it, wants it and has the capacity for it, and it is recorded who said so and when. We follow public help-center articles here; the four source documents are silent.",
      },
    ],
    settings: [],
  },
  {
    id: "ROLE-4",
    title: "Gaps",
    source: { document: "S3", section: "Roles (“Hats”) By Stage" },
    parts: [
      {
        origin: "seed",
        text: "Different roles, also called hats, need to be filled in each stage of the implementation process.",
      },
      {
        origin: "ours",
        text: "For a stage or a kind of project the hats that are not filled are listed, with what they block and which labor package could fill a role on CIMcloud's side.",
      },
    ],
    settings: [],
  },
  {
    id: "ROLE-5",
    title: "Who may do what",
    source: null,
    parts: [
      {
        origin: "ours",
        text: "The customer's program manager approves SOWs, change orders and customer testing; the customer's other people read, request, comment and test.",
      },
      {
        origin: "ours",
        text: "In the services team a coordinator does everything commercial, consultants and developers log their own time, plan, review and move phases, finance handles invoices and payments, and an admin handles users and the policy.",
      },
      { origin: "ours", text: "Nobody outside an account ever learns that it exists." },
    ],
    settings: [],
  },
];
