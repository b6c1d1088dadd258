import type { Noun } from "./noun.ts";

const group = "Customers and their work:";

/** Customers and their work. */
export const workNouns: readonly Noun[] = [
  {
    name: "account",
    summary: "customers and where they stand",
    group,
    verbs: ["open", "edit", "list", "show", "standing"],
    load: async () => (await import("../commands/account/account.ts")).accountCommand,
  },
  {
    name: "deliverable",
    summary: "what time can be logged on, beside general work",
    group,
    verbs: ["add", "list"],
    load: async () => (await import("../commands/deliverable.ts")).deliverableCommand,
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
    verbs: ["buy", "list", "balance", "end"],
    load: async () => (await import("../commands/allowance/allowance.ts")).allowanceCommand,
  },
];
