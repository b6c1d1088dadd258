import { importVerb } from "../../cut-over/import-verb.ts";
import type { Shell } from "../../program/shell.ts";

/** `cimpro allowance import` */
export const importCommand = (shell: Shell) =>
  importVerb(shell, {
    about: {
      summary: "opening balances: hours that another system sold",
      details:
        "Puts opening balances on the books, without invoices: account, id, kind, hours, valid from, rate per hour, note.",
      examples: ["cimpro allowance import allowances.csv --dry-run", "cimpro allowance import allowances.csv --strict"],
      rules: ["ALW-3", "ALW-4", "ALW-7"],
    },
    layout: async () => (await import("../../cut-over/layouts.ts")).allowanceFile,
    send: (client, rows) => client.allowance.import.mutate({ rows }),
  });
