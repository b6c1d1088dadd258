import type { Shell } from "../../program/shell.ts";
import { noun } from "../../program/verb.ts";
import { addCommand } from "./add.ts";
import { doneCommand } from "./done.ts";
import { listCommand } from "./list.ts";

/** `cimpro punch-list …` */
export const punchListCommand = (shell: Shell) =>
  noun("punch-list", "what the customer's testing found", [addCommand(shell), doneCommand(shell), listCommand(shell)]);
