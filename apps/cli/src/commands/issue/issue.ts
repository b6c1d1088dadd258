import type { Shell } from "../../program/shell.ts";
import { noun } from "../../program/verb.ts";
import { listCommand } from "./list.ts";
import { reportCommand } from "./report.ts";
import { resolveCommand } from "./resolve.ts";

/** `cimpro issue …` */
export const issueCommand = (shell: Shell) =>
  noun("issue", "what stabilization found", [reportCommand(shell), resolveCommand(shell), listCommand(shell)]);
