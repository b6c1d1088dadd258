import type { Noun } from "./noun.ts";

const group = "Money:";

/** What is charged and paid. */
export const moneyNouns: readonly Noun[] = [
  {
    name: "invoice",
    summary: "billing runs and the invoices they issue",
    group,
    verbs: ["draft", "run", "list", "show", "pdf", "void", "suspend", "resume", "import"],
    load: async () => (await import("../commands/invoice/invoice.ts")).invoiceCommand,
  },
  {
    name: "payment",
    summary: "money that came in",
    group,
    verbs: ["record", "list", "reverse"],
    load: async () => (await import("../commands/payment.ts")).paymentCommand,
  },
  {
    name: "credit",
    summary: "credit memos",
    group,
    verbs: ["issue", "list", "show", "pdf"],
    load: async () => (await import("../commands/credit.ts")).creditCommand,
  },
  {
    name: "statement",
    summary: "what an account was charged and paid, with its balance",
    group,
    verbs: [],
    load: async () => (await import("../commands/statement.ts")).statementCommand,
  },
];
