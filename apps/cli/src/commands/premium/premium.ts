import type { Shell } from "../../program/shell.ts";
import { noun } from "../../program/verb.ts";
import { clockCommand } from "./clock.ts";
import { confirmCommand, declineCommand, proposeCommand } from "./decide.ts";
import { listCommand } from "./list.ts";
import { settleCommand } from "./settle.ts";
import { showCommand } from "./show.ts";

/** `cimpro premium …` */
export const premiumCommand = (shell: Shell) =>
  noun("premium", "what becomes of the premium of a lead time", [
    settleCommand(shell),
    clockCommand(shell),
    proposeCommand(shell),
    confirmCommand(shell),
    declineCommand(shell),
    listCommand(shell),
    showCommand(shell),
  ]);
