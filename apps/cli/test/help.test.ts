import { describe, expect, test } from "vitest";
import { commandWithGlobalOptions } from "../src/program/global-options.ts";
import { nouns } from "../src/program/nouns.ts";
import { openShell } from "../src/program/shell.ts";
import { aboutOf } from "../src/program/verb.ts";
import { systemTerminal } from "../src/terminal/terminal.ts";
import { cimpro } from "./cimpro.ts";

const shell = openShell(systemTerminal());
const loaded = await Promise.all(nouns.map(async (noun) => ({ noun, command: (await noun.load())(shell) })));
type Command = (typeof loaded)[number]["command"];
const verbs: readonly (readonly [path: string, command: Command])[] = loaded.flatMap(({ noun, command }) =>
  command.commands.length === 0
    ? [[noun.name, command] as const]
    : command.commands.map((each) => [`${noun.name} ${each.name()}`, each] as const),
);
const globalFlags = commandWithGlobalOptions().options.flatMap(({ long }) => long ?? []);

describe("the list of nouns", () => {
  test.each(loaded.map(({ noun, command }) => [noun.name, noun, command] as const))(
    "names the verbs that %s has",
    (_name, noun, command) => {
      expect(command.commands.map((each) => each.name())).toEqual(noun.verbs);
    },
  );
});

describe.each(verbs)("cimpro %s", (path, command) => {
  const about = aboutOf(command);
  test("has an example, and every example is a command line it accepts", () => {
    const own = about?.examples.filter((example) => commandsIn(example).some((words) => startsWith(words, path))) ?? [];
    expect(own.length).toBeGreaterThan(0);
    expect(about?.examples.flatMap((example) => commandsIn(example).flatMap(faultsOf))).toEqual([]);
  });
  test("tells in its help what it does, with examples", () => {
    const said: string[] = [];
    command.configureOutput({ writeOut: (text) => said.push(text) }).outputHelp();
    const help = said.join("");
    expect(help).toContain("\nExamples:\n  $ cimpro ");
    for (const option of command.options) expect(option.description, option.flags).not.toBe("");
  });
  test("rests on clauses that there are", async () => {
    const { clauses } = await (await import("../src/program/calculator-policy.ts")).calculatorPolicy(noPolicyFile);
    expect((about?.rules ?? []).filter((rule) => !clauses.some(({ id }) => id === rule))).toEqual([]);
  });
  test("has no option of a global one's name", () => {
    expect(command.options.filter(({ long }) => globalFlags.includes(long ?? ""))).toEqual([]);
  });
});

describe("help on the command line", () => {
  test.each([
    [["--help"], "Customers and their work:"],
    [["help"], "Customers and their work:"],
    [["time", "--help"], "log [options] <duration>"],
    [["help", "time"], "log [options] <duration>"],
    [["--json", "time", "log", "--help"], "$ cimpro time log 1h30"],
    [["--version"], "0.1.0"],
  ])("%j is answered on the output", async (args, part) => {
    const { code, out, err } = await cimpro(args);
    expect(out).toContain(part);
    expect([code, err]).toEqual([0, ""]);
  });
  test("a command that is not complete is malformed, with its help beside it", async () => {
    const { code, out, err } = await cimpro(["time", "--no-json"]);
    expect(err).toContain("write-off");
    expect([code, out]).toEqual([2, ""]);
  });
});

const noPolicyFile = { policy: undefined } as Parameters<
  typeof import("../src/program/calculator-policy.ts").calculatorPolicy
>[0];

/** The command lines of ours in an example, as words. */
const commandsIn = (example: string): readonly (readonly string[])[] =>
  example
    .split(/ [|>] ?| && /)
    .map((part) => [...part.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? ""))
    .filter(([program]) => program === "cimpro");

const startsWith = (words: readonly string[], path: string): boolean => words.join(" ").includes(path);

/** What the program would not accept of a command line. */
function faultsOf([, ...words]: readonly string[]): readonly string[] {
  const program = commandWithGlobalOptions();
  const { operands, unknown } = program.parseOptions([...words]);
  const [noun = "", verb] = operands;
  const named = loaded.find((each) => each.noun.name === noun);
  const of = named?.command;
  const command = of?.commands.find((each) => each.name() === (verb ?? named?.noun.usual)) ?? of;
  if (command === undefined) return [`there is no ${noun}`];
  const parsed = command.parseOptions(unknown);
  const missing = command.options.filter(({ mandatory, long }) => mandatory && !words.includes(long ?? ""));
  return [
    ...parsed.unknown.map((word) => `${words.join(" ")}: there is no ${word}`),
    ...missing.map(({ long }) => `${words.join(" ")}: ${long} is missing`),
  ];
}
