import { defineConfig } from "vitest/config";

// Limits are for hangs: no verdict depends on how busy the machine is.
const patience = { testTimeout: 180_000, hookTimeout: 300_000 };
const beside = ["src/**/*.test.ts", "test/**/*.test.ts"];
const postgres = new URL("packages/store/test/postgres-setup.ts", import.meta.url).pathname;

export default defineConfig({
  test: {
    maxWorkers: 2,
    silent: "passed-only",
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
