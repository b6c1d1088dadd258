import type { Shell } from "../../program/shell.ts";
import { noun } from "../../program/verb.ts";
import { editCommand } from "./edit.ts";
import { importCommand } from "./import.ts";
import { listCommand } from "./list.ts";
import { openCommand } from "./open.ts";
import { showCommand } from "./show.ts";
import { standingCommand } from "./standing.ts";

/** `cimpro account …` */
export const accountCommand = (shell: Shell) =>
  noun("account", "customers and where they stand", [
    openCommand(shell),
    editCommand(shell),
    listCommand(shell),
    showCommand(shell),
    standingCommand(shell),
    importCommand(shell),
  ]);
