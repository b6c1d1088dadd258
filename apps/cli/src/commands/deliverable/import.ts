import { importVerb } from "../../cut-over/import-verb.ts";
import type { Shell } from "../../program/shell.ts";

/** `cimpro deliverable import` */
export const importCommand = (shell: Shell) =>
  importVerb(shell, {
    about: {
      summary: "deliverables that run in another system",
      details:
        "Takes over running deliverables in their phase, with the SOW that was approved, hours used and the deposit left: account, id, name, kind, phase, in phase since, approved on, approved by, scope, hours approved, hours used, rate per hour, lead time, expedited by, rush by, deposit left, draw from allowance.",
      examples: [
        "cimpro deliverable import deliverables.csv --dry-run",
        "cimpro deliverable import deliverables.csv --strict",
      ],
      rules: ["DLV-2", "DLV-3", "DLV-5", "RATE-3", "PROC-7"],
    },
    layout: async () => (await import("../../cut-over/layouts.ts")).deliverableFile,
    send: (client, rows) => client.deliverable.import.mutate({ rows }),
  });
