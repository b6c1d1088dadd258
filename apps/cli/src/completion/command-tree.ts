import type { CommandUnknownOpts } from "@commander-js/extra-typings";
import { commandWithGlobalOptions } from "../program/global-options.ts";
import { nouns } from "../program/nouns.ts";
import type { Shell } from "../program/shell.ts";

/** What may stand at a place of the command line. */
export interface Slot {
  /** The words there are; empty when anything may stand there. */
  readonly choices: readonly string[];
  readonly isFile: boolean;
}

export interface Flag {
  readonly names: readonly string[];
  readonly summary: string;
  /** Null for a flag without a value. */
  readonly value: Slot | null;
}

/** A command that is carried out: a noun and its verb, or a noun alone. */
export interface Leaf {
  readonly noun: string;
  /** Empty for a noun that has no verbs. */
  readonly verb: string;
  readonly summary: string;
  readonly flags: readonly Flag[];
  readonly places: readonly Slot[];
}

/** Everything that can be written on the command line. */
export interface CommandTree {
  readonly nouns: readonly { readonly name: string; readonly summary: string }[];
  readonly leaves: readonly Leaf[];
  readonly globalFlags: readonly Flag[];
}

/** Reads the whole program as it is, every noun loaded. */
export async function commandTree(shell: Shell): Promise<CommandTree> {
  const leaves: Leaf[] = [];
  for (const { name, summary, load } of nouns) {
    const command = (await load())(shell);
    if (command.commands.length === 0) leaves.push(leafOf(name, "", summary, command));
    for (const each of command.commands) leaves.push(leafOf(name, each.name(), each.summary(), each));
  }
  return {
    nouns: nouns.map(({ name, summary }) => ({ name, summary })),
    leaves,
    globalFlags: [...flagsOf(commandWithGlobalOptions()), flag(["-h", "--help"], "tell how a command is used", null)],
  };
}

/** Every option that some command has. */
export const allFlags = ({ globalFlags, leaves }: CommandTree): readonly Flag[] => [
  ...globalFlags,
  ...leaves.flatMap(({ flags }) => flags),
];

/** How options are spelled, each once. */
export const namesOf = (flags: readonly Flag[]): readonly string[] => [...new Set(flags.flatMap(({ names }) => names))];

/** Nouns that are commands themselves. */
export const nounsAlone = ({ leaves }: CommandTree): readonly string[] =>
  leaves.filter(({ verb }) => verb === "").map(({ noun }) => noun);

const leafOf = (noun: string, verb: string, summary: string, command: CommandUnknownOpts): Leaf => ({
  noun,
  verb,
  summary,
  flags: flagsOf(command),
  places: command.registeredArguments.map((argument) => slotOf(argument.name(), argument.argChoices)),
});

const flagsOf = (command: CommandUnknownOpts): readonly Flag[] =>
  command.options.map(({ flags, short, long, description, required, optional, argChoices }) =>
    flag(
      [short, long].filter((name) => name !== undefined),
      description,
      required || optional ? slotOf(flags, argChoices) : null,
    ),
  );

const flag = (names: readonly string[], summary: string, value: Slot | null): Flag => ({ names, summary, value });

/** A placeholder such as `<file>` or `<path|url>` says that a file belongs there. */
const slotOf = (placeholder: string, choices: readonly string[] | undefined): Slot => ({
  choices: choices ?? [],
  isFile: /file|path/.test(placeholder),
});
