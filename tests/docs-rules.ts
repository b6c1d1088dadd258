import { posix } from "node:path";
import type { Source } from "./house-rules.ts";

/** What the documents are compared with. */
export interface Repository {
  /** Whether a path from the root is there; `*` stands for any name. */
  readonly has: (path: string) => boolean;
  /** The places in a document that a link can lead to, as `#anchors`. */
  readonly anchors: (path: string) => readonly string[];
  /** What packages and apps consist of, without tests, as one text. */
  readonly source: string;
  /** All code there is, with the tests' own. */
  readonly code: string;
  /** The ids of the product's clauses. */
  readonly clauses: ReadonlySet<string>;
}

/** What is wrong with a document, one sentence each; nothing if all is well. */
export type DocsRule = (file: Source, repository: Repository) => readonly string[];

/** Names in backticks that can only be meant as paths: below a folder of the root, or with the ending of a text file of ours. */
const path = /^(?:(?:apps|packages|bench|docs|examples|scripts|tests|\.ci)\/\S*|[\w.-]+\.(?:tsx?|jsonc?|ya?ml|md))$/;

export const pathsExist: DocsRule = (file, { has }) =>
  [...prose(file).matchAll(/`([^`\n]+)`/g)]
    .map(([, code = ""]) => code)
    .filter((code) => path.test(code) && !has(code))
    .map((code) => `there is no ${code}`);

export const linksLead: DocsRule = (file, { has, anchors }) =>
  [...prose(file).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = ""]) => target)
    .filter((target) => {
      if (/^[a-z]+:/.test(target)) return false;
      const [page = "", anchor] = target.split("#");
      const there = page === "" ? file.path : posix.join(posix.dirname(file.path), page);
      return !has(there) || (anchor !== undefined && !anchors(there).includes(anchor));
    })
    .map((target) => `the link to ${target} leads nowhere`);

/** The clauses that are named, but not the numbers of documents, such as INV-000001. */
export const clausesExist: DocsRule = (file, { clauses }) =>
  [...file.text.matchAll(/\b(?:RATE|LEAD|ALW|DLV|INV|REQ|PROD|PKG|PROC|IMPL|ROLE)-[1-9]\d?\b/g)]
    .filter(([id]) => !clauses.has(id))
    .map(([id]) => `there is no clause ${id}`);

/** In a table with the column "in code", every name there is in the source. */
export const glossaryIsInSource: DocsRule = (file, { source }) =>
  codeNames(file.text)
    .filter((name) => !hasWord(source, name))
    .map((name) => `${name} is not in the source`);

/** Codes of refusals, environment variables: names in capitals with an underscore. */
export const capitalsAreInCode: DocsRule = (file, { code }) =>
  [...file.text.matchAll(/\b[A-Z]+_[A-Z_]+\b/g)]
    .filter(([name]) => !hasWord(code, name))
    .map(([name]) => `no code knows ${name}`);

const hasWord = (text: string, word: string): boolean => new RegExp(`(?<![\\w$])${word}(?![\\w$])`).test(text);

function codeNames(text: string): readonly string[] {
  let column = -1;
  return text.split("\n").flatMap((line) => {
    const cells = line.split("|").map((cell) => cell.trim());
    if (!line.startsWith("|")) column = -1;
    else if (cells.includes("in code")) column = cells.indexOf("in code");
    else if (column !== -1) return [...(cells[column] ?? "").matchAll(/`([^`]+)`/g)].map(([, name = ""]) => name);
    return [];
  });
}

/** The document without its blocks of code, which show what people type. */
const prose = (file: Source): string => file.text.replace(/^```.*?^```/gms, "");

/** The anchors of a document's headings, as hosts of repositories make them. */
export const anchorsOf = (text: string): readonly string[] =>
  [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, "")
      .replaceAll(" ", "-"),
  );

/** The commands of the CLI, as `time log`, and `quote` where a noun is all. */
export type Commands = readonly string[];

/** As they are listed for the program itself. */
export const commandsOf = (source: string): Commands =>
  [...source.matchAll(/name: "([a-z-]+)",[^}]*?verbs: \[([^\]]*)\]/g)].flatMap(([, noun = "", verbs = ""]) => {
    const names = [...verbs.matchAll(/"([a-z-]+)"/g)].map(([, verb = ""]) => `${noun} ${verb}`);
    return names.length === 0 ? [noun] : names;
  });

/** Every command line in a document starts with a command there is. */
export const commandsExist =
  (commands: Commands): DocsRule =>
  ({ text }) =>
    [...text.matchAll(/`(?:npx [^`\n]*)?cimpro [^`\n]+|^```sh\n.*?^```/gms)]
      .flatMap(([found]) => [...found.matchAll(/(?:^|`|\bexec )cimpro ((?:[a-z-]+ ?)+)/gm)])
      .map(([, words = ""]) => words.trim())
      .filter((words) => !commands.some((command) => `${words} `.startsWith(`${command} `)))
      .map((words) => `there is no command ${words}`);

/** The commands that a page leaves out. */
export const commandsLeftOut = (commands: Commands, text: string): Commands =>
  commands.filter((command) => !new RegExp(`\`${command}[ \`]`).test(text));
