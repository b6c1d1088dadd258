import { run } from "../src/program/run.ts";

/** What a command line said and how it ended. */
export interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** The program for one command line without a process of its own: for calculators, which keep nothing. */
export async function said(...args: readonly string[]): Promise<Said> {
  const heard = { out: "", err: "" };
  const code = await run(args, {
    env: {},
    outIsTerminal: false,
    width: undefined,
    errIsTerminal: false,
    out: (text) => {
      heard.out += text;
    },
    err: (text) => {
      heard.err += text;
    },
    ask: null,
    now: () => Date.UTC(2024, 0, 1),
  });
  return { code, ...heard };
}

/** The JSON of what must succeed. */
export async function answered(...args: readonly string[]): Promise<unknown> {
  const { code, out, err } = await said(...args);
  if (code !== 0) throw new Error(`cimpro ${args.join(" ")} ended with ${code}: ${out}${err}`);
  return JSON.parse(out);
}

/** The `error` of what must be refused, with its exit code. */
export async function turnedDown(...args: readonly string[]): Promise<Record<string, unknown>> {
  const { code, out } = await said(...args);
  return { exit: code, ...JSON.parse(out).error };
}

/** What people read. */
export const told = async (...args: readonly string[]): Promise<string> => (await said(...args, "--no-json")).out;
