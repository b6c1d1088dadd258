import { importVerb } from "../../cut-over/import-verb.ts";
import type { Shell } from "../../program/shell.ts";

/** `cimpro account import` */
export const importCommand = (shell: Shell) =>
  importVerb(shell, {
    about: {
      summary: "open the accounts of another system",
      details: "Opens the accounts that a file lists: id, name, address, email, opened on, time zone, billing anchor.",
      examples: ["cimpro account import accounts.csv --dry-run", "cimpro account import accounts.csv --strict"],
      rules: ["INV-1"],
    },
    layout: async () => (await import("../../cut-over/layouts.ts")).accountFile,
    send: (client, rows) => client.account.import.mutate({ rows }),
  });
