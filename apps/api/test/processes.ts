import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";

/** A program of `test/programs` in a process of its own. */
export interface Program {
  readonly child: ChildProcess;
  /** The next line it says. */
  line(): Promise<string>;
  /** Lets it begin; its last line, once it has ended well. */
  go(): Promise<string>;
  /** The code it ends with. */
  ended(): Promise<number | null>;
  kill(): Promise<void>;
}

export const program = (name: string, ...words: readonly string[]): Program =>
  running([join(import.meta.dirname, "programs", `${name}.ts`), ...words]);

export function running(words: readonly string[], env: Readonly<Record<string, string>> = {}): Program {
  const child = spawn(process.execPath, words, { stdio: ["pipe", "pipe", "pipe"], env: { ...process.env, ...env } });
  const ended = once(child, "close");
  const lines: string[] = [];
  const errors: string[] = [];
  const reader = createInterface({ input: child.stdout }).on("line", (line) => lines.push(line));
  child.stderr.setEncoding("utf8").on("data", (text: string) => errors.push(text));
  const failed = () => new Error(`${words.join(" ")} failed:\n${errors.join("")}`);
  return {
    child,
    line: async () => {
      while (lines.length === 0) {
        const [what] = await Promise.race([once(reader, "line"), ended.then(() => [undefined])]);
        if (what === undefined && lines.length === 0) throw failed();
      }
      return lines.shift() ?? "";
    },
    go: async () => {
      child.stdin?.end("go\n");
      const [code] = await ended;
      if (code !== 0) throw failed();
      return lines.at(-1) ?? "";
    },
    ended: async () => (await ended)[0],
    kill: async () => {
      if (child.exitCode === null && child.signalCode === null) child.kill("SIGKILL");
      await ended;
    },
  };
}
