import { execFile, spawn } from "node:child_process";
import { globSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

const root = join(import.meta.dirname, "..", "..", "..");
const cli = join(root, "apps", "cli");

/** The bundle while it is newer than what it is made of, else the sources: both are the real program. */
const program = bundleIsCurrent() ? join(cli, "bin", "cimpro.js") : join(cli, "src", "main.ts");

/** What a command said and how it ended. */
export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface Surroundings {
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** Stop reading what it says after so many characters, as `head` does. */
  readonly closeAfter?: number;
}

/** Runs the command line in a process of its own, with nothing of ours in its environment. */
export function cimpro(
  args: readonly string[],
  { env = {}, cwd = tmpdir(), closeAfter }: Surroundings = {},
): Promise<Ended> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [program, ...args],
      { cwd, env: plainEnv(env), maxBuffer: 64 * 1024 * 1024 },
      (_error, out, err) => resolve({ code: child.exitCode, out, err }),
    );
    child.stdin?.end();
    if (closeAfter !== undefined) child.stdout?.once("data", () => child.stdout?.destroy());
  });
}

/** Starts it and leaves it running until the test ends. */
export function started(args: readonly string[], { env = {}, cwd = tmpdir() }: Surroundings = {}) {
  const child = spawn(process.execPath, [program, ...args], { cwd, env: plainEnv(env) });
  onTestFinished(() => void child.kill("SIGKILL"));
  return child;
}

function plainEnv(env: Readonly<Record<string, string>>): Record<string, string> {
  const { PATH = "", HOME = "", TMPDIR } = process.env;
  return { PATH, HOME, ...(TMPDIR === undefined ? {} : { TMPDIR }), ...env };
}

/** A folder of the running test, gone with it. */
export function folder(): string {
  const path = mkdtempSync(join(tmpdir(), "cimpro-cli-"));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

/** The command line on one set of books: `run` answers what was said, `ask` the JSON of what must succeed. */
export interface Desk {
  readonly run: (...args: readonly string[]) => Promise<Ended>;
  readonly ask: <T = Record<string, unknown>>(...args: readonly string[]) => Promise<T>;
  /** The `error` of what must be refused, with its exit code. */
  readonly refused: (...args: readonly string[]) => Promise<Refused>;
}

export interface Refused {
  readonly exit: number | null;
  readonly code: string;
  readonly message: string;
  readonly clause?: string;
  readonly details?: Readonly<Record<string, unknown>>;
  readonly issues?: readonly { readonly path: string; readonly message: string }[];
}

export function deskOn(place: readonly string[], env: Readonly<Record<string, string>> = {}): Desk {
  const run: Desk["run"] = (...args) => cimpro([...args, ...place], { env });
  return {
    run,
    async ask(...args) {
      const { code, out, err } = await run(...args);
      if (code !== 0) throw new Error(`cimpro ${args.join(" ")} ended with ${code}: ${out}${err}`);
      return JSON.parse(out);
    },
    async refused(...args) {
      const { code, out, err } = await run(...args);
      if (code === 0) throw new Error(`cimpro ${args.join(" ")} was not refused: ${out}${err}`);
      return { exit: code, ...JSON.parse(out).error };
    },
  };
}

/** A desk on new books in a file of the running test. */
export function newDesk(): Desk & { readonly file: string } {
  const file = join(folder(), "books.db");
  return { ...deskOn(["--db", file]), file };
}

function bundleIsCurrent(): boolean {
  const bundle = statSync(join(cli, "dist", "main.js"), { throwIfNoEntry: false });
  if (bundle === undefined) return false;
  const sources = globSync(["apps/{cli,api}/src/**/*.ts", "packages/{domain,store}/src/**/*.ts"], { cwd: root });
  return sources.every((file) => file.endsWith(".test.ts") || statSync(join(root, file)).mtimeMs < bundle.mtimeMs);
}
