import { Command, type CommandUnknownOpts } from "@commander-js/extra-typings";

/** What a command tells of itself. */
export interface About {
  readonly summary: string;
  /** More than the summary says, in sentences. */
  readonly details?: string;
  readonly examples: readonly string[];
  /** The clauses that what it does rests on. */
  readonly rules?: readonly string[];
  /** What it does cannot be taken back: a sentence that says so, asked about before it is done. */
  readonly final?: string;
  /** It can answer as things stood on an earlier day. */
  readonly takesAsOf?: true;
}

const abouts = new WeakMap<object, About>();

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;

/** A command that does something, with its examples and rules in its help. */
export function verb(name: string, about: About) {
  const command = new Command(name)
    .summary(about.summary)
    .description(about.details ?? sentence(about.summary))
    .addHelpText("after", () => endOfHelp(about));
  abouts.set(command, about);
  return command;
}

/** The verbs of one noun; where none is written, the usual one is meant, if there is one. */
export function noun(
  name: string,
  summary: string,
  verbs: readonly CommandUnknownOpts[],
  usual?: string,
): CommandUnknownOpts {
  const command = new Command(name)
    .summary(summary)
    .description(sentence(summary))
    .usage(usual === undefined ? "<verb> [options]" : "[verb] [options]")
    .commandsGroup("Verbs:")
    .helpCommand(false);
  for (const each of verbs) command.addCommand(each, { isDefault: each.name() === usual });
  return command;
}

export const aboutOf = (command: CommandUnknownOpts): About | undefined => abouts.get(command);

function endOfHelp({ examples, rules = [], final }: About): string {
  const asks = final === undefined ? [] : [`${final} It asks first; without a terminal it needs --yes.`];
  const rest =
    rules.length === 0
      ? asks
      : [...asks, `Rules: ${rules.join(", ")}. Read one with "cimpro policy clause ${rules[0]}".`];
  const everywhere = 'With it go --json, --db, --api, --dry-run and the other options that "cimpro --help" lists.';
  return ["", "Examples:", ...examples.map((example) => `  $ ${example}`), "", everywhere, ...rest].join("\n");
}
