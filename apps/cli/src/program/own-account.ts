import { CommanderError } from "@commander-js/extra-typings";
import type { Terminal } from "../terminal/terminal.ts";
import type { Settings } from "./settings.ts";

/** The account that a customer's token stands for; null for the team's, and for whoever works on a database (ROLE-5). */
export async function ownAccount(settings: Settings, terminal: Terminal): Promise<string | null> {
  if (settings.api === undefined || settings.token === undefined) return null;
  const { connect } = await import("../client/connect.ts");
  // What the command itself is asked with, such as its day, has no part in who asks.
  const asked = { ...settings, today: undefined, asOf: undefined, idempotencyKey: undefined, dryRun: false };
  const { client, close } = await connect(asked, terminal, "read");
  try {
    return (await client.session.me.query()).account?.id ?? null;
  } finally {
    await close();
  }
}

/** The words of a command line that lacked its account, with it said; null when something else was wrong with them. */
export function withAccount(args: readonly string[], error: unknown, account: string): readonly string[] | null {
  const said = lackedAccount(error, account);
  if (said === null) return null;
  const end = args.indexOf("--");
  return end === -1 ? [...args, ...said] : [...args.slice(0, end), ...said, ...args.slice(end)];
}

/** Whether a command line was not understood for want of an account. */
export const lacksAccount = (error: unknown): boolean => lackedAccount(error, "") !== null;

function lackedAccount(error: unknown, account: string): readonly string[] | null {
  if (!(error instanceof CommanderError)) return null;
  const { code, message } = error;
  if (code === "commander.missingMandatoryOptionValue" && message.includes("'--account <"))
    return ["--account", account];
  return code === "commander.missingArgument" && message.includes("'account'") ? [account] : null;
}
