import type { Shell } from "../../program/shell.ts";
import { noun } from "../../program/verb.ts";
import { adoptCommand } from "./adopt.ts";
import { clauseCommand } from "./clause.ts";
import { diffCommand } from "./diff.ts";
import { listCommand } from "./list.ts";
import { showCommand } from "./show.ts";
import { validateCommand } from "./validate.ts";

/** `cimpro policy …` */
export const policyCommand = (shell: Shell) =>
  noun("policy", "what the practice agreed, and the clauses it rests on", [
    showCommand(shell),
    clauseCommand(shell),
    validateCommand(shell),
    diffCommand(shell),
    listCommand(shell),
    adoptCommand(shell),
  ]);
