import type { Shell } from "../../program/shell.ts";
import { noun } from "../../program/verb.ts";
import { approveCommand, declineCommand } from "./decide.ts";
import { listCommand } from "./list.ts";
import { previewCommand } from "./preview.ts";
import { proposeCommand } from "./propose.ts";
import { showCommand } from "./show.ts";

/** `cimpro change-order …` */
export const changeOrderCommand = (shell: Shell) =>
  noun("change-order", "more minutes, or new dates, for work with an approved SOW", [
    proposeCommand(shell),
    previewCommand(shell),
    approveCommand(shell),
    declineCommand(shell),
    listCommand(shell),
    showCommand(shell),
  ]);
