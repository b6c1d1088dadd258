import type { Shell } from "../../program/shell.ts";
import { noun } from "../../program/verb.ts";
import { addCommand } from "./add.ts";
import { cancelCommand } from "./cancel.ts";
import { closeCommand } from "./close.ts";
import { editCommand } from "./edit.ts";
import { estimateCommand } from "./estimate.ts";
import { importCommand } from "./import.ts";
import { listCommand } from "./list.ts";
import { showCommand } from "./show.ts";

/** `cimpro deliverable …` */
export const deliverableCommand = (shell: Shell) =>
  noun("deliverable", "discrete work: what it is, its estimate, and all that became of it", [
    addCommand(shell),
    editCommand(shell),
    estimateCommand(shell),
    showCommand(shell),
    listCommand(shell),
    closeCommand(shell),
    cancelCommand(shell),
    importCommand(shell),
  ]);
