import { importVerb } from "../../cut-over/import-verb.ts";
import type { Shell } from "../../program/shell.ts";

/** `cimpro invoice import` */
export const importCommand = (shell: Shell) =>
  importVerb(shell, {
    about: {
      summary: "open invoices of another system, under their own numbers",
      details:
        "Takes over open invoices under their own numbers, outside the gapless series: account, number, issued on, due on, total, balance, note. Each counts for the account's standing from its own issue date.",
      examples: [
        "cimpro invoice import invoices.csv --dry-run",
        "cimpro invoice import invoices.csv --strict",
        "cimpro invoice import xero-invoices.csv --map xero --date-order day-first",
      ],
      rules: ["INV-3", "INV-5", "INV-6"],
    },
    layout: async () => (await import("../../cut-over/layouts.ts")).invoiceFile,
    maps: {
      names: "harvest, quickbooks, xero",
      builtIn: async (name) => (await import("../../cut-over/layouts.ts")).builtInInvoiceMap(name),
    },
    send: (client, rows) => client.invoice.import.mutate({ rows }),
  });
