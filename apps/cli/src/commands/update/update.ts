import type { Shell } from "../../program/shell.ts";
import { noun } from "../../program/verb.ts";
import { listCommand } from "./list.ts";
import { openCommand } from "./open.ts";
import { reviewCommand } from "./review.ts";
import { showCommand } from "./show.ts";

/** `cimpro update …` */
export const updateCommand = (shell: Shell) =>
  noun("update", "version updates of the platform, and whether customizations work with them", [
    openCommand(shell),
    listCommand(shell),
    showCommand(shell),
    reviewCommand(shell),
  ]);
