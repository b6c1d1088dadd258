import { allFlags, type CommandTree, type Flag, type Leaf, namesOf, nounsAlone, type Slot } from "./command-tree.ts";

/** Completion for zsh, with what each word means. */
export const zshCompletion = (tree: CommandTree): string => `#compdef cimpro
# cimpro, completed by zsh: source <(cimpro completion zsh), after compinit
_cimpro() {
  local noun="" verb="" word="" prev="\${words[CURRENT-1]}" at
  local -a found flags
  for ((at = 2; at < CURRENT; at++)); do
    word="\${words[at]}"
    case "$word" in
      (${namesOf(allFlags(tree).filter(({ value }) => value !== null)).join("|")}) ((at++)) ;;
      (-*) ;;
      (*)
        if [[ -z $noun ]]; then noun="$word"
        elif [[ -z $verb && " ${nounsAlone(tree).join(" ")} " != *" $noun "* ]]; then verb="$word"
        fi ;;
    esac
  done
  case "$noun $verb:$prev" in
${[...tree.leaves.flatMap((leaf) => valuesOf(`${leaf.noun} ${leaf.verb}`, leaf.flags)), ...valuesOf("*", tree.globalFlags)].join("\n")}
  esac
  flags=(${tree.globalFlags.flatMap(described).join(" ")})
  case "$noun $verb" in
    (" ") found=(${tree.nouns.map(({ name, summary }) => word(name, summary)).join(" ")}) ;;
${tree.nouns.flatMap(({ name }) => verbsOf(name, tree)).join("\n")}
${tree.leaves.map(placesOf).join("\n")}
  esac
  (( \${#found} )) && _describe 'word' found
  _describe -o 'option' flags
}
compdef _cimpro cimpro
`;

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

const word = (name: string, summary: string): string => quoted(`${name}:${summary.replaceAll(":", "\\:")}`);

const described = ({ names, summary }: Flag): readonly string[] => names.map((name) => word(name, summary));

const valuesOf = (where: string, flags: readonly Flag[]): readonly string[] =>
  flags.flatMap(({ names, value }) =>
    value === null ? [] : [`    (${names.map((name) => pattern(where, name)).join("|")}) ${offered(value)}; return ;;`],
  );

const offered = ({ choices, isFile }: Slot): string => {
  if (choices.length > 0) return `compadd -- ${choices.join(" ")}`;
  return isFile ? "_files" : "_message 'value'";
};

const verbsOf = (noun: string, { leaves }: CommandTree): readonly string[] => {
  const verbs = leaves.filter((leaf) => leaf.noun === noun && leaf.verb !== "");
  if (verbs.length === 0) return [];
  return [`    ("${noun} ") found=(${verbs.map(({ verb, summary }) => word(verb, summary)).join(" ")}) ;;`];
};

const placesOf = ({ noun, verb, flags, places }: Leaf): string => {
  const choices = places.flatMap((place) => place.choices).map(quoted);
  const files = places.some(({ isFile }) => isFile) ? "; _files" : "";
  const own = flags.flatMap(described).join(" ");
  return `    ("${noun} ${verb}") found=(${choices.join(" ")}) flags+=(${own})${files} ;;`;
};

/** A star that is to match anything stands outside the quotes. */
const pattern = (where: string, name: string): string => (where === "*" ? `*":${name}"` : `"${where}:${name}"`);
