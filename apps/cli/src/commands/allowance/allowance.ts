import type { Shell } from "../../program/shell.ts";
import { noun } from "../../program/verb.ts";
import { balanceCommand } from "./balance.ts";
import { burnDownCommand } from "./burn-down.ts";
import { buyCommand } from "./buy.ts";
import { endCommand } from "./end.ts";
import { importCommand } from "./import.ts";
import { listCommand } from "./list.ts";

/** `cimpro allowance …` */
export const allowanceCommand = (shell: Shell) =>
  noun("allowance", "pre-paid hours", [
    buyCommand(shell),
    listCommand(shell),
    balanceCommand(shell),
    burnDownCommand(shell),
    endCommand(shell),
    importCommand(shell),
  ]);
