import { usage } from "../failure/failure.ts";
import type { Settings } from "../program/settings.ts";
import type { Terminal } from "../terminal/terminal.ts";
import type { Connection, Intent } from "./client.ts";

/** Connects to the practice: over HTTP when `--api` names one, else to the books themselves. */
export async function connect(settings: Settings, terminal: Terminal, intent: Intent): Promise<Connection> {
  checkBookOptions(settings);
  if (settings.api !== undefined)
    return (await import("./http.ts")).connectOverHttp(settings.api, settings, terminal, intent);
  return (await import("./local.ts")).connectToBooks(settings, terminal, intent);
}

/** What is about the books of this machine cannot be asked of a server. */
export function checkLocal(settings: Settings, command: string): void {
  if (settings.api !== undefined)
    throw usage(`"cimpro ${command}" works on the database itself; leave --api out and name it with --db.`);
  checkBookOptions(settings);
}

function checkBookOptions(settings: Settings): void {
  if (settings.api !== undefined && settings.dbNamed) throw usage("Name either --db or --api, not both.");
  if (settings.policy !== undefined)
    throw usage('--policy is for the calculators; the books go by the versions adopted with "cimpro policy adopt".');
}
