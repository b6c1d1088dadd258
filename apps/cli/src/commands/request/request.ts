import type { Shell } from "../../program/shell.ts";
import { noun } from "../../program/verb.ts";
import { acceptCommand } from "./accept.ts";
import { declineCommand } from "./decline.ts";
import { listCommand } from "./list.ts";
import { noteCommand } from "./note.ts";
import { queueCommand } from "./queue.ts";
import { showCommand } from "./show.ts";
import { submitCommand } from "./submit.ts";
import { triageCommand } from "./triage.ts";
import { withdrawCommand } from "./withdraw.ts";

/** `cimpro request …` */
export const requestCommand = (shell: Shell) =>
  noun("request", "what customers ask for, from submission to decision", [
    submitCommand(shell),
    triageCommand(shell),
    acceptCommand(shell),
    declineCommand(shell),
    withdrawCommand(shell),
    noteCommand(shell),
    queueCommand(shell),
    listCommand(shell),
    showCommand(shell),
  ]);
