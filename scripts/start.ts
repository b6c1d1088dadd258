import { spawnSync } from "node:child_process";

const build = spawnSync(
  process.execPath,
  ["scripts/turbo.ts", "run", "build", "--filter=@cimpro/web", "--filter=@cimpro/cli", "--output-logs=errors-only"],
  { stdio: ["ignore", "ignore", "inherit"] },
);
if (build.status !== 0) process.exit(build.status ?? 1);

// In this process, so that a signal reaches the server itself.
const main = new URL("../apps/api/src/main.ts", import.meta.url);
await import(main.href);
