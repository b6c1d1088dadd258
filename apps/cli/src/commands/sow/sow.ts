import type { Shell } from "../../program/shell.ts";
import { noun } from "../../program/verb.ts";
import { approveCommand } from "./approve.ts";
import { issueCommand } from "./issue.ts";
import { listCommand } from "./list.ts";
import { pdfCommand } from "./pdf.ts";
import { showCommand } from "./show.ts";

/** `cimpro sow …` */
export const sowCommand = (shell: Shell) =>
  noun("sow", "statements of work: all costs of a deliverable but its change orders", [
    issueCommand(shell),
    approveCommand(shell),
    showCommand(shell),
    pdfCommand(shell),
    listCommand(shell),
  ]);
