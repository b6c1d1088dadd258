import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";

export interface Program {
  readonly child: ChildProcess;
  /** The next line it says. */
  line(): Promise<string>;
  /** Everything it said once it has ended well. */
  result(): Promise<string>;
  kill(): Promise<void>;
}

/** Runs `test/programs/NAME.ts` in a process of its own. */
export function program(name: string, ...words: readonly string[]): Program {
  return running(process.execPath, [join(import.meta.dirname, "programs", `${name}.ts`), ...words]);
}

export function running(command: string, words: readonly string[]): Program {
  const child = spawn(command, words, { stdio: ["pipe", "pipe", "pipe"] });
  const ended = once(child, "close");
  const lines: string[] = [];
  const errors: string[] = [];
  const reader = createInterface({ input: child.stdout }).on("line", (line) => lines.push(line));
  child.stderr.setEncoding("utf8").on("data", (text: string) => errors.push(text));
  const failed = () => new Error(`${words.join(" ")} failed:\n${errors.join("")}`);
  return {
    child,
    async line() {
      while (lines.length === 0) {
        const [what] = await Promise.race([once(reader, "line"), ended.then(() => [undefined])]);
        if (what === undefined && lines.length === 0) throw failed();
      }
      return lines.shift() ?? "";
    },
    async result() {
      const [code] = await ended;
      if (code !== 0) throw failed();
      return lines.join("\n");
    },
    async kill() {
      child.kill("SIGKILL");
      await ended;
    },
  };
}
