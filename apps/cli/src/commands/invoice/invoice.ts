import type { Shell } from "../../program/shell.ts";
import { noun } from "../../program/verb.ts";
import { draftCommand } from "./draft.ts";
import { importCommand } from "./import.ts";
import { listCommand } from "./list.ts";
import { pdfCommand } from "./pdf.ts";
import { runCommand } from "./run.ts";
import { showCommand } from "./show.ts";
import { resumeCommand, suspendCommand } from "./suspend.ts";
import { voidCommand } from "./void.ts";

/** `cimpro invoice …` */
export const invoiceCommand = (shell: Shell) =>
  noun("invoice", "billing runs and the invoices they issue", [
    draftCommand(shell),
    runCommand(shell),
    listCommand(shell),
    showCommand(shell),
    pdfCommand(shell),
    voidCommand(shell),
    suspendCommand(shell),
    resumeCommand(shell),
    importCommand(shell),
  ]);
