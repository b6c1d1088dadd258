import type { Shell } from "../../program/shell.ts";
import { noun } from "../../program/verb.ts";
import { endCommand } from "./end.ts";
import { listCommand } from "./list.ts";
import { recommendCommand } from "./recommend.ts";
import { subscribeCommand } from "./subscribe.ts";
import { upgradeCommand } from "./upgrade.ts";
import { usageCommand } from "./usage.ts";

/** `cimpro package …` */
export const packageCommand = (shell: Shell) =>
  noun("package", "labor packages of Expert Help", [
    recommendCommand(shell),
    subscribeCommand(shell),
    upgradeCommand(shell),
    endCommand(shell),
    listCommand(shell),
    usageCommand(shell),
  ]);
