import "./plain-schemas.ts";
import { run } from "./program/run.ts";
import { systemTerminal } from "./terminal/terminal.ts";

// Not awaited here: commands that are loaded on demand import what this file is bundled with.
run(process.argv.slice(2), systemTerminal()).then((code) => {
  process.exitCode = code;
});
