import type { Shell } from "../../program/shell.ts";
import { noun } from "../../program/verb.ts";
import { addCommand } from "./add.ts";
import { assignCommand } from "./assign.ts";
import { editCommand } from "./edit.ts";
import { gapsCommand } from "./gaps.ts";
import { listCommand } from "./list.ts";
import { unassignCommand } from "./unassign.ts";

/** `cimpro person …` */
export const personCommand = (shell: Shell) =>
  noun("person", "the customer's people, the hats they wear, and what is missing", [
    addCommand(shell),
    editCommand(shell),
    assignCommand(shell),
    unassignCommand(shell),
    listCommand(shell),
    gapsCommand(shell),
  ]);
