import type { Shell } from "../../program/shell.ts";
import { noun } from "../../program/verb.ts";
import { settleCommand } from "./settle.ts";

/** `cimpro premium …` */
export const premiumCommand = (shell: Shell) =>
  noun("premium", "what becomes of the premium of a lead time", [settleCommand(shell)]);
