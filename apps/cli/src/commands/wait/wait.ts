import type { Shell } from "../../program/shell.ts";
import { noun } from "../../program/verb.ts";
import { amendCommand } from "./amend.ts";
import { answerCommand } from "./answer.ts";
import { listCommand } from "./list.ts";
import { startCommand } from "./start.ts";
import { stopCommand } from "./stop.ts";

/** `cimpro wait …` */
export const waitCommand = (shell: Shell) =>
  noun("wait", "what a deliverable waits for: its customer or the product team", [
    startCommand(shell),
    stopCommand(shell),
    answerCommand(shell),
    amendCommand(shell),
    listCommand(shell),
  ]);
