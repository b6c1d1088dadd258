import { defineConfig } from "vitest/config";

// Limits end what hangs; no verdict depends on how busy the machine is, so nothing states a shorter one of its own.
const patience = { testTimeout: 600_000, hookTimeout: 600_000 };
const beside = ["src/**/*.test.ts", "test/**/*.test.ts"];
const postgres = new URL("packages/store/test/postgres-setup.ts", import.meta.url).pathname;

export default defineConfig({
  test: {
    maxWorkers: 2,
    silent: "passed-only",
    expect: { poll: { timeout: 180_000 } },
    projects: [
      { test: { name: "house", root: ".", include: ["tests/**/*.test.ts"], ...patience } },
      { test: { name: "domain", root: "packages/domain", include: beside, ...patience } },
      { test: { name: "store", root: "packages/store", include: beside, globalSetup: [postgres], ...patience } },
      { test: { name: "api", root: "apps/api", include: beside, globalSetup: [postgres], ...patience } },
      { test: { name: "cli", root: "apps/cli", include: beside, globalSetup: [postgres], ...patience } },
      "apps/web/vitest.config.ts",
    ],
  },
});
