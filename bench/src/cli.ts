import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const program = `${root}apps/cli/bin/cimpro.js`;

/** Tells the most memory a process held, when it ends. */
const tellMemory = `data:text/javascript,process.on("exit",()=>process.stderr.write("\\nmaxrss "+process.resourceUsage().maxRSS+"\\n"))`;

export interface Ran {
  readonly ms: number;
  readonly stdout: string;
  /** Megabytes at the most, where it was asked for. */
  readonly peakMegabytes: number;
}

/** Runs the CLI as its users do, as a process of its own. */
export const cimpro = (...args: readonly string[]): Promise<Ran> => run([program, ...args]);

/** The same with a look at its memory. */
export const cimproWithMemory = (...args: readonly string[]): Promise<Ran> =>
  run(["--import", tellMemory, program, ...args]);

/** Node with nothing to do. */
export const bareNode = (): Promise<Ran> => run(["-e", "0"]);

function run(args: readonly string[]): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(process.execPath, args, { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
    let [stdout, stderr] = ["", ""];
    child.stdout.on("data", (chunk) => {
      stdout += chunk;
    });
    child.stderr.on("data", (chunk) => {
      stderr += chunk;
    });
    child.once("close", (code) => {
      const ms = performance.now() - start;
      const kilobytes = Number(/maxrss (\d+)/.exec(stderr)?.[1] ?? 0);
      if (code === 0) resolve({ ms, stdout, peakMegabytes: Math.round(kilobytes / 1024) });
      else reject(new Error(`${args.join(" ")} ended with ${code}: ${stderr}${stdout}`));
    });
  });
}
