import type { Shell } from "../../program/shell.ts";
import { noun } from "../../program/verb.ts";
import { amendCommand } from "./amend.ts";
import { importCommand } from "./import.ts";
import { listCommand } from "./list.ts";
import { logCommand } from "./log.ts";
import { reverseCommand } from "./reverse.ts";
import { writeOffCommand } from "./write-off.ts";

/** `cimpro time …` */
export const timeCommand = (shell: Shell) =>
  noun("time", "worked time", [
    logCommand(shell),
    listCommand(shell),
    amendCommand(shell),
    reverseCommand(shell),
    writeOffCommand(shell),
    importCommand(shell),
  ]);
