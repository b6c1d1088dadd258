import type { Terminal } from "../terminal/terminal.ts";
import { optionsWithValue } from "./global-options.ts";

/** The words of a command line that are no global options: noun, verb and what follows them. */
export function leadingWords(args: readonly string[], most: number): readonly string[] {
  const words: string[] = [];
  for (let at = 0; at < args.length && words.length < most; at++) {
    const word = args[at] ?? "";
    if (word === "--") break;
    if (optionsWithValue.includes(word)) at++;
    else if (!word.startsWith("-")) words.push(word);
  }
  return words;
}

/** Whether to answer in JSON, told before the line is parsed: a line that cannot be parsed needs an answer too. */
export function wantsJson(args: readonly string[], { outIsTerminal }: Terminal): boolean {
  const end = args.indexOf("--");
  const options = end === -1 ? args : args.slice(0, end);
  const said = options.findLast((word) => word === "--json" || word === "--no-json");
  return said === undefined ? !outIsTerminal : said === "--json";
}
