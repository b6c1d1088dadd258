import { inspect } from "node:util";
import { CommanderError } from "@commander-js/extra-typings";
import type { Terminal } from "../terminal/terminal.ts";
import { type ExitCode, exitOf } from "./exit-codes.ts";
import { type Failure, malformed, usage } from "./failure.ts";
import { failureOf } from "./failure-of.ts";

/** Tells what went wrong: as JSON on the output, else in words beside it. Gives the exit code. */
export function tell(error: unknown, help: string, as: "json" | "text", terminal: Terminal): ExitCode {
  const { told, cause, status } = error instanceof CommanderError ? ofCommandLine(error) : failureOf(error);
  if (help !== "" && as === "text") terminal.err(`${help.trimEnd()}\n\n`);
  if (terminal.env.CIMPRO_DEBUG === "1") terminal.err(`${inspect(cause ?? error, { depth: 6 })}\n`);
  if (as === "json") terminal.out(`${JSON.stringify({ error: told })}\n`);
  else terminal.err(inWords(told));
  return exitOf(told.code, status);
}

function inWords({ message, clause, issues = [] }: Failure["told"]): string {
  const rule = clause === undefined ? "" : ` (${clause})`;
  if (issues.length < 2) return `cimpro: ${message}${rule}\n`;
  const faults = issues.map((issue) => `  ${issue.path === "" ? "" : `${issue.path}: `}${issue.message}\n`);
  return `cimpro: ${issues.length} faults${rule}\n${faults.join("")}`;
}

/** Commander's complaint in the form of ours. */
function ofCommandLine(error: CommanderError): Failure {
  if (error.code === "commander.help") return usage("The command is not complete; --help tells how it goes on.");
  const message = error.message.replace(/^error: /, "");
  if (error.code !== "commander.invalidArgument") return usage(sentence(message));
  const parts = /^(?:option '([^' ]+)[^']*'|command-argument value) .*? is invalid(?: for argument '(.+?)')?\. (.*)$/s;
  const [, option, argument, reason] = parts.exec(message) ?? [];
  return reason === undefined ? malformed("", message) : malformed(option ?? argument ?? "", reason, error);
}

/** One sentence, with the suggestion if there is one. */
const sentence = (message: string): string => {
  const said = message.replace(/\s*\n\s*\(?Did you mean (.+?)\?\)?$/s, ". Did you mean $1?");
  return `${said.charAt(0).toUpperCase()}${said.slice(1)}${/[.?]$/.test(said) ? "" : "."}`;
};
