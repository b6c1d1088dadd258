import { allFlags, type CommandTree, type Flag, type Leaf, namesOf, nounsAlone } from "./command-tree.ts";

/** Completion for fish, with what each word means. */
export const fishCompletion = (
  tree: CommandTree,
): string => `# cimpro, completed by fish: cimpro completion fish | source
function __cimpro_at --description 'whether the command line stands at this noun and verb'
    set -l noun ''
    set -l verb ''
    set -l skip 0
    for word in (commandline -opc)[2..-1]
        if test $skip = 1
            set skip 0
        else if contains -- $word ${namesOf(allFlags(tree).filter(({ value }) => value !== null)).join(" ")}
            set skip 1
        else if string match -q -- '-*' $word
            continue
        else if test -z $noun
            set noun $word
        else if test -z $verb; and not contains -- $noun ${nounsAlone(tree).join(" ")}
            set verb $word
        end
    end
    test "$noun $verb" = "$argv[1] $argv[2]"
end
complete -c cimpro -f
${tree.nouns.map(({ name, summary }) => offer("", "", `-a ${name} -d ${quoted(summary)}`)).join("\n")}
${tree.leaves
  .filter(({ verb }) => verb !== "")
  .map(({ noun, verb, summary }) => offer(noun, "", `-a ${verb} -d ${quoted(summary)}`))
  .join("\n")}
${tree.leaves.flatMap(linesOf).join("\n")}
${tree.globalFlags.map((flag) => `complete -c cimpro ${spelled(flag)}`).join("\n")}
`;

const quoted = (text: string): string => `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;

const offer = (noun: string, verb: string, what: string): string =>
  `complete -c cimpro -n ${quoted(`__cimpro_at ${word(noun)} ${word(verb)}`)} ${what}`;

const word = (text: string): string => (text === "" ? '""' : text);

const spelled = ({ names, summary, value }: Flag): string =>
  [
    ...names.map((name) => (name.startsWith("--") ? `-l ${name.slice(2)}` : `-s ${name.slice(1)}`)),
    ...(value === null ? [] : [value.isFile ? "-rF" : "-x"]),
    ...(value !== null && value.choices.length > 0 ? [`-a ${quoted(value.choices.join(" "))}`] : []),
    `-d ${quoted(summary)}`,
  ].join(" ");

const linesOf = ({ noun, verb, flags, places }: Leaf): readonly string[] => [
  ...flags.map((flag) => offer(noun, verb, spelled(flag))),
  ...places.flatMap(({ choices, isFile }) => [
    ...(choices.length > 0 ? [offer(noun, verb, `-a ${quoted(choices.join(" "))}`)] : []),
    ...(isFile ? [offer(noun, verb, "-F")] : []),
  ]),
];
