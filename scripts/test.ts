import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync, statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The part of vitest's JSON report that counts. */
type Report = {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string }[];
  }[];
};

// Limits for what hangs: a busy machine may take many times what an idle one does.
const longestMinutes = 120;

function run(command: string, args: readonly string[], minutes: number, more: NodeJS.ProcessEnv = {}): boolean {
  const { status } = spawnSync(command, args, {
    env: { ...process.env, ...more },
    stdio: ["ignore", "inherit", "inherit"],
    timeout: minutes * 60_000,
    killSignal: "SIGKILL",
    shell: process.platform === "win32",
  });
  return status === 0;
}

/** A folder in memory with room for every test's books, so that no test waits for a disk; null where there is none. */
function inMemory(): string | null {
  const folder = "/dev/shm";
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize > 4 * 1024 ** 3 ? folder : null;
  } catch {
    return null;
  }
}

function close(passed: number, failed: number): never {
  process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
  process.exit(failed === 0 ? 0 : 1);
}

const asked = process.argv.slice(2).filter((argument) => argument !== "--");

/** Tests of the library, the store and the API run from source; those of the command line and the dashboard need them built. */
const fromSource = /^(packages\/|apps\/api\b|(domain|store|api)$)/;
const paths = asked.filter((argument) => !argument.startsWith("--"));
const needsBuild = paths.length === 0 || !paths.every((path) => fromSource.test(path));
const built =
  !needsBuild ||
  run(
    process.execPath,
    ["scripts/turbo.ts", "run", "build", "--filter=@cimpro/cli", "--filter=@cimpro/web", "--output-logs=errors-only"],
    10,
  );
if (!built) close(0, 1);

if (asked.includes("--watch")) {
  const { status } = spawnSync("vitest", asked, { stdio: "inherit", shell: process.platform === "win32" });
  process.exit(status ?? 1);
}

const folder = mkdtempSync(join(inMemory() ?? tmpdir(), "cimpro-test-"));
// PostgreSQL's user may pass through it.
chmodSync(folder, 0o711);
const reportFile = join(folder, "report.json");
const clean = run(
  "vitest",
  ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${reportFile}`, ...asked],
  longestMinutes,
  { TMPDIR: folder, CIMPRO_TEST_PROGRAMS: tmpdir() },
);

let report: Report | undefined;
try {
  report = JSON.parse(readFileSync(reportFile, "utf8"));
} catch {
  // vitest ended before it could report: counted as a failure below.
}
rmSync(folder, { recursive: true, force: true });

const passed = report?.numPassedTests ?? 0;
const failedTests = report?.numFailedTests ?? 0;
// A file that fails to load, or fails in a hook, has no failing test of its own.
const failedFiles = (report?.testResults ?? []).filter(
  (file) => file.status === "failed" && !file.assertionResults.some((test) => test.status === "failed"),
).length;
const failed = failedTests + failedFiles;
close(passed, failed > 0 ? failed : clean && passed > 0 ? 0 : 1);
