import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type Browser, chromium, type LaunchOptions } from "playwright-core";

/** Starts a headless Chromium: `CHROMIUM_PATH`, else the one an npm package ships, else the system's. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({ ...program(), args });
}

/** Where programs may run; the folder that tests keep their books in may refuse that. */
const forPrograms = process.env.CIMPRO_TEST_PROGRAMS ?? tmpdir();

const args = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  // Tests talk to loopback only: without these Chromium looks for its maker's hosts.
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--font-render-hinting=none",
];

function program(): LaunchOptions {
  const chosen = process.env.CHROMIUM_PATH;
  if (chosen) return { executablePath: chosen };
  if (process.platform === "linux" && process.arch === "x64") return shipped();
  if (existsSync("/usr/bin/chromium")) return { executablePath: "/usr/bin/chromium" };
  return { channel: "chrome" };
}

/** The program of `@sparticuz/chromium`, unpacked once per version and machine. */
function shipped(): LaunchOptions {
  const folder = join(dirname(createRequire(import.meta.url).resolve("@sparticuz/chromium")), "..");
  const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const home = join(forPrograms, `cimpro-chromium-${version}-${process.getuid?.() ?? 0}`);
  if (!existsSync(home)) unpack(home);

  const executablePath = join(home, "chromium");
  const env = { ...process.env, ...fontsUnlessInstalled(home) };
  const runs = spawnSync(executablePath, ["--version"], { env }).status === 0;
  const libraries = join(home, "al2023", "lib");
  return { executablePath, env: runs ? env : { ...env, LD_LIBRARY_PATH: libraries } };
}

function fontsUnlessInstalled(home: string): Record<string, string> {
  return existsSync("/usr/share/fonts") ? {} : { FONTCONFIG_PATH: join(home, "fonts") };
}

/** In a process of its own, because the package reads its target from the environment; renamed, because tests run side by side. */
function unpack(home: string): void {
  const unpacking = mkdtempSync(`${home}-`);
  const script = 'await (await import("@sparticuz/chromium")).default.executablePath();';
  execFileSync(process.execPath, ["--input-type=module", "--eval", script], {
    cwd: import.meta.dirname,
    // Named so that it also unpacks the shared libraries a bare machine lacks.
    env: { ...process.env, TMPDIR: unpacking, AWS_EXECUTION_ENV: "AWS_Lambda_nodejs24.x" },
  });
  // The package expects its fonts in one fixed folder.
  const fontsFile = join(unpacking, "fonts", "fonts.conf");
  const fontsConfiguration = readFileSync(fontsFile, "utf8");
  writeFileSync(fontsFile, fontsConfiguration.replace(/(<dir>).*?(fonts<)/g, `$1${home}/$2`));
  try {
    renameSync(unpacking, home);
  } catch (error) {
    if (!existsSync(home)) throw error;
    rmSync(unpacking, { recursive: true, force: true });
  }
}
