import type { CommandUnknownOpts } from "@commander-js/extra-typings";
import packageFile from "../../package.json" with { type: "json" };
import { usage } from "../failure/failure.ts";
import { leadingWords } from "./argument-words.ts";
import { confirmFinal } from "./confirm.ts";
import { commandWithGlobalOptions, settingsFrom } from "./global-options.ts";
import type { Noun } from "./noun.ts";
import { nouns } from "./nouns.ts";
import type { OpenShell } from "./shell.ts";
import { aboutOf, noun as stubOf } from "./verb.ts";

/** The program for one command line: only the noun it names is loaded, the others are there by name. */
export async function programFor(
  args: readonly string[],
  shell: OpenShell,
  hear: (text: string) => void,
): Promise<ReturnType<typeof commandWithGlobalOptions>> {
  const program = commandWithGlobalOptions();
  const [first, second] = leadingWords(args, 2);
  const wanted = nouns.find(({ name }) => name === (first === "help" ? second : first));
  program
    // Behind a noun --version is that of something else, such as of an update.
    .version(packageFile.version, wanted === undefined ? "-V, --version" : "-V", "print the version")
    .description(packageFile.description)
    .usage("<noun> <verb> [options]")
    .addHelpText("after", endOfHelp)
    .exitOverride()
    .configureOutput({ writeOut: shell.terminal.out, writeErr: hear, outputError: () => {} })
    .commandsGroup("Help:")
    .helpCommand("help [noun] [verb]", "the same as --help")
    .hook("preAction", async (_program, command) => {
      const settings = settingsFrom(program.opts(), shell.terminal);
      if (settings.today !== undefined || settings.asOf !== undefined)
        (await import("./check-days.ts")).checkDays(settings);
      const about = aboutOf(command);
      if (settings.asOf !== undefined && about?.takesAsOf !== true)
        throw usage(`"cimpro ${pathOf(command)}" has no --as-of: it does not answer for an earlier day.`);
      shell.begin(settings, about);
      if (about?.final !== undefined) await confirmFinal(pathOf(command), about.final, settings, shell.terminal);
    });
  for (const each of wanted === undefined || first === "help" ? nouns : [wanted])
    program.addCommand(inheriting(program, each === wanted ? await loaded(each, shell) : stubFor(each)));
  return program;
}

async function loaded({ load, group }: Noun, shell: OpenShell): Promise<CommandUnknownOpts> {
  const command = (await load())(shell);
  command.helpGroup(group);
  return command;
}

function stubFor({ name, summary, group, verbs }: Noun): CommandUnknownOpts {
  const command = stubOf(name, verbs.length === 0 ? summary : verbs.join(", "), []);
  command.helpGroup(group);
  return command;
}

const pathOf = (command: CommandUnknownOpts): string =>
  command.parent?.parent ? `${pathOf(command.parent)} ${command.name()}` : command.name();

function inheriting(parent: CommandUnknownOpts, command: CommandUnknownOpts): CommandUnknownOpts {
  command.copyInheritedSettings(parent);
  for (const each of command.commands) inheriting(command, each);
  return command;
}

const endOfHelp = `
Examples:
  $ cimpro quote --hours 12 --lead-time rush
  $ cimpro account open --name "Acme Tools"
  $ cimpro time log 1h30 --account acme-tools --note "Sync mapping"
  $ cimpro invoice run --through 2025-03-16 --dry-run

"cimpro <noun> --help" and "cimpro <noun> <verb> --help" tell more, with examples.
Ends with 0 done, 1 refused by a rule, 2 malformed, 3 not found, 4 conflict, 70 our fault or the machine's.`;
