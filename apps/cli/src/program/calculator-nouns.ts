import { quoteCommand } from "../commands/quote.ts";
import type { Noun } from "./noun.ts";

const group = "Calculators (no database):";

/** What needs no database. */
export const calculatorNouns: readonly Noun[] = [
  {
    name: "quote",
    summary: "what work would cost",
    group,
    verbs: [],
    // Comes with the program: nothing is asked as often or answered as fast.
    load: async () => quoteCommand,
  },
  {
    name: "rate",
    summary: "the standard rate and what it may become",
    group,
    verbs: ["forecast"],
    load: async () => (await import("../commands/rate.ts")).rateCommand,
  },
  {
    name: "premium",
    summary: "what becomes of the premium of a lead time",
    group,
    verbs: ["settle", "clock", "propose", "confirm", "decline", "list", "show"],
    load: async () => (await import("../commands/premium/premium.ts")).premiumCommand,
  },
  {
    name: "package",
    summary: "labor packages of Expert Help",
    group,
    verbs: ["recommend", "subscribe", "upgrade", "end", "list", "usage"],
    load: async () => (await import("../commands/package/package.ts")).packageCommand,
  },
  {
    name: "plan",
    summary: "the steps of an implementation, with target, forecast and slip",
    group,
    verbs: ["forecast", "save", "done", "check", "show", "list"],
    usual: "forecast",
    load: async () => (await import("../commands/plan/plan.ts")).planCommand,
  },
  {
    name: "process",
    summary: "how a customization comes live",
    group,
    verbs: ["show"],
    load: async () => (await import("../commands/process.ts")).processCommand,
  },
  {
    name: "policy",
    summary: "what the practice agreed, and the clauses it rests on",
    group,
    verbs: ["show", "clause", "validate", "diff", "list", "adopt"],
    load: async () => (await import("../commands/policy/policy.ts")).policyCommand,
  },
];
