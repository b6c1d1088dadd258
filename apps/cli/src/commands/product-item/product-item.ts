import type { Shell } from "../../program/shell.ts";
import { noun } from "../../program/verb.ts";
import { listCommand } from "./list.ts";
import { reportCommand } from "./report.ts";
import { showCommand } from "./show.ts";
import { updateCommand } from "./update.ts";

/** `cimpro product-item …` */
export const productItemCommand = (shell: Shell) =>
  noun("product-item", "building blocks and bugs: tasks of the product team", [
    reportCommand(shell),
    updateCommand(shell),
    listCommand(shell),
    showCommand(shell),
  ]);
