import type { Shell } from "../../program/shell.ts";
import { noun } from "../../program/verb.ts";
import { recommendCommand } from "./recommend.ts";

/** `cimpro package …` */
export const packageCommand = (shell: Shell) =>
  noun("package", "labor packages of Expert Help", [recommendCommand(shell)]);
