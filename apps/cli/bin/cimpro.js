#!/usr/bin/env node
// Fetched rather than imported: an import would load all that these modules can do.
const { existsSync } = process.getBuiltinModule("node:fs");

// Compiled code is kept between runs: most of a short command's time would go into compiling.
process.getBuiltinModule("node:module").enableCompileCache();
// A checkout that has not been built runs from source.
const built = new URL("../dist/main.js", import.meta.url);
await import((existsSync(built) ? built : new URL("../src/main.ts", import.meta.url)).href);
