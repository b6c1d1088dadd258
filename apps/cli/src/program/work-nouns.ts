import type { Noun } from "./noun.ts";

const group = "Customers and their work:";

/** Customers and their work. */
export const workNouns: readonly Noun[] = [
  {
    name: "account",
    summary: "customers and where they stand",
    group,
    verbs: ["open", "edit", "list", "show", "standing", "import"],
    load: async () => (await import("../commands/account/account.ts")).accountCommand,
  },
  {
    name: "person",
    summary: "the customer's people, the hats they wear, and what is missing",
    group,
    verbs: ["add", "edit", "assign", "unassign", "list", "gaps"],
    load: async () => (await import("../commands/person/person.ts")).personCommand,
  },
  {
    name: "request",
    summary: "what customers ask for, from submission to decision",
    group,
    verbs: ["submit", "triage", "accept", "decline", "withdraw", "note", "queue", "list", "show"],
    load: async () => (await import("../commands/request/request.ts")).requestCommand,
  },
  {
    name: "backlog",
    summary: "what is asked for and not begun, with start windows and promises kept",
    group,
    verbs: [],
    load: async () => (await import("../commands/backlog.ts")).backlogCommand,
  },
  {
    name: "deliverable",
    summary: "discrete work: what it is, its estimate, and all that became of it",
    group,
    verbs: ["add", "edit", "estimate", "show", "list", "close", "cancel", "import"],
    load: async () => (await import("../commands/deliverable/deliverable.ts")).deliverableCommand,
  },
  {
    name: "sow",
    summary: "statements of work: all costs of a deliverable but its change orders",
    group,
    verbs: ["issue", "approve", "show", "pdf", "list"],
    load: async () => (await import("../commands/sow/sow.ts")).sowCommand,
  },
  {
    name: "change-order",
    summary: "more minutes, or new dates, for work with an approved SOW",
    group,
    verbs: ["propose", "preview", "approve", "decline", "list", "show"],
    load: async () => (await import("../commands/change-order/change-order.ts")).changeOrderCommand,
  },
  {
    name: "wait",
    summary: "what a deliverable waits for: its customer or the product team",
    group,
    verbs: ["start", "stop", "answer", "amend", "list"],
    load: async () => (await import("../commands/wait/wait.ts")).waitCommand,
  },
  {
    name: "product-item",
    summary: "building blocks and bugs: tasks of the product team",
    group,
    verbs: ["report", "update", "list", "show"],
    load: async () => (await import("../commands/product-item/product-item.ts")).productItemCommand,
  },
  {
    name: "phase",
    summary: "where deliverables are in the customization process",
    group,
    verbs: ["show", "record", "advance", "back", "plan-stabilization", "dossier", "board"],
    load: async () => (await import("../commands/phase/phase.ts")).phaseCommand,
  },
  {
    name: "punch-list",
    summary: "what the customer's testing found",
    group,
    verbs: ["add", "done", "list"],
    load: async () => (await import("../commands/punch-list/punch-list.ts")).punchListCommand,
  },
  {
    name: "issue",
    summary: "what stabilization found",
    group,
    verbs: ["report", "resolve", "list"],
    load: async () => (await import("../commands/issue/issue.ts")).issueCommand,
  },
  {
    name: "customization",
    summary: "what is in long-term support",
    group,
    verbs: ["list"],
    load: async () => (await import("../commands/customization/customization.ts")).customizationCommand,
  },
  {
    name: "update",
    summary: "version updates of the platform, and whether customizations work with them",
    group,
    verbs: ["open", "list", "show", "review"],
    load: async () => (await import("../commands/update/update.ts")).updateCommand,
  },
  {
    name: "time",
    summary: "worked time",
    group,
    verbs: ["log", "list", "amend", "reverse", "write-off", "import"],
    load: async () => (await import("../commands/time/time.ts")).timeCommand,
  },
  {
    name: "allowance",
    summary: "pre-paid hours",
    group,
    verbs: ["buy", "list", "balance", "burn-down", "end", "import"],
    load: async () => (await import("../commands/allowance/allowance.ts")).allowanceCommand,
  },
];
