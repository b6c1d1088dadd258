import { Command } from "@commander-js/extra-typings";
import type { Terminal } from "../terminal/terminal.ts";
import type { Settings } from "./settings.ts";

/** The options that stand before or after noun and verb. */
export const commandWithGlobalOptions = () =>
  new Command("cimpro")
    .helpOption("-h, --help", "tell how a command is used")
    .optionsGroup("Global options (before or after noun and verb):")
    .option("--json", "print JSON (the default when the output is not a terminal)")
    .option("--no-json", "print tables even when the output is not a terminal")
    .option("--db <path|url>", "the books: a SQLite file or postgres://… (else CIMPRO_DB, else the data folder)")
    .option("--api <url>", "a served practice instead of a database; the token comes from CIMPRO_TOKEN")
    .option("--policy <file>", "the policy that calculators go by, instead of the built-in one")
    .option("--idempotency-key <key>", "say a write twice, have it done once")
    .option("--today <date>", "the business day to act on instead of the clock's")
    .option("--as-of <date>", "answer as things stood on that day")
    .option("--dry-run", "work a write out and answer, but keep nothing")
    .option("--yes", "do not ask")
    .option("--quiet", "no notes, no progress")
    .option("--explain", "tell which rules an answer rests on")
    .option("--no-color", "no colours (also NO_COLOR)");

export type GlobalOptions = ReturnType<ReturnType<typeof commandWithGlobalOptions>["opts"]>;

/** Global options that take a value: needed to find the noun without parsing everything. */
export const optionsWithValue: readonly string[] = [
  "--db",
  "--api",
  "--policy",
  "--idempotency-key",
  "--today",
  "--as-of",
];

export function settingsFrom(options: GlobalOptions, { env, outIsTerminal }: Terminal): Settings {
  return {
    json: options.json ?? !outIsTerminal,
    db: options.db ?? (env.CIMPRO_DB || undefined),
    dbNamed: options.db !== undefined,
    api: options.api,
    token: env.CIMPRO_TOKEN || undefined,
    policy: options.policy,
    idempotencyKey: options.idempotencyKey,
    today: options.today,
    asOf: options.asOf,
    dryRun: options.dryRun === true,
    yes: options.yes === true,
    quiet: options.quiet === true,
    explain: options.explain === true,
    colours: options.color && outIsTerminal && !env.NO_COLOR ? "colours" : "plain",
  };
}
