import { allFlags, type CommandTree, type Flag, type Leaf, namesOf, nounsAlone, type Slot } from "./command-tree.ts";

/** Completion for bash. */
export const bashCompletion = (
  tree: CommandTree,
): string => `# cimpro, completed by bash: source <(cimpro completion bash)
_cimpro() {
  local cur="\${COMP_WORDS[COMP_CWORD]}" prev="\${COMP_WORDS[COMP_CWORD - 1]}" noun="" verb="" word="" at words="" files=""
  for ((at = 1; at < COMP_CWORD; at++)); do
    word="\${COMP_WORDS[at]}"
    case "$word" in
      ${namesOf(allFlags(tree).filter(({ value }) => value !== null)).join(" | ")}) ((at++)) ;;
      -*) ;;
      *)
        if [[ -z $noun ]]; then noun="$word"
        elif [[ -z $verb && " ${nounsAlone(tree).join(" ")} " != *" $noun "* ]]; then verb="$word"
        fi ;;
    esac
  done
  case "$noun $verb:$prev" in
${[...tree.leaves.flatMap(valuesOfLeaf), ...valuesOf("*", tree.globalFlags)].join("\n")}
    *)
      case "$noun $verb" in
        " ") words="${[...tree.nouns.map(({ name }) => name), ...namesOf(tree.globalFlags)].join(" ")}" ;;
${tree.nouns.flatMap(({ name }) => verbsOf(name, tree)).join("\n")}
${tree.leaves.map((leaf) => placesOf(leaf, tree)).join("\n")}
      esac ;;
  esac
  COMPREPLY=()
  while IFS= read -r word; do COMPREPLY+=("$word"); done < <(
    compgen -W "$words" -- "$cur"
    if [[ -n $files && $cur != -* ]]; then compgen -f -- "$cur"; fi
  )
}
complete -o filenames -F _cimpro cimpro
`;

const valuesOfLeaf = (leaf: Leaf): readonly string[] => valuesOf(`${leaf.noun} ${leaf.verb}`, leaf.flags);

/** What may follow an option that takes a value; nothing is offered where anything may stand. */
const valuesOf = (where: string, flags: readonly Flag[]): readonly string[] =>
  flags.flatMap(({ names, value }) =>
    value === null ? [] : [`    ${names.map((name) => pattern(where, name)).join(" | ")}) ${offered(value)} ;;`],
  );

const offered = ({ choices, isFile }: Slot): string => `words="${choices.join(" ")}" files="${isFile ? "yes" : ""}"`;

const verbsOf = (noun: string, { leaves }: CommandTree): readonly string[] => {
  const verbs = leaves.filter((leaf) => leaf.noun === noun && leaf.verb !== "").map(({ verb }) => verb);
  return verbs.length === 0 ? [] : [`        "${noun} ") words="${verbs.join(" ")}" ;;`];
};

const placesOf = ({ noun, verb, flags, places }: Leaf, { globalFlags }: CommandTree): string => {
  const choices = [...places.flatMap((place) => place.choices), ...namesOf(flags), ...namesOf(globalFlags)];
  return `        "${noun} ${verb}") ${offered({ choices, isFile: places.some(({ isFile }) => isFile) })} ;;`;
};

/** A star that is to match anything stands outside the quotes. */
const pattern = (where: string, name: string): string => (where === "*" ? `*":${name}"` : `"${where}:${name}"`);
