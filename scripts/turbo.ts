import { spawnSync } from "node:child_process";

// Set here rather than in a shell, so that it holds on every system and for everyone who clones.
const env = { ...process.env, TURBO_TELEMETRY_DISABLED: "1", DO_NOT_TRACK: "1", TURBO_NO_UPDATE_NOTIFIER: "1" };
const { status } = spawnSync("turbo", process.argv.slice(2), {
  stdio: "inherit",
  env,
  shell: process.platform === "win32",
});
process.exit(status ?? 1);
