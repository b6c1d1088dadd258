import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

// Limits end what hangs; no verdict depends on how busy the machine is, so nothing states a shorter one of its own.
const patience = { testTimeout: 600_000, hookTimeout: 600_000 };
const beside = ["src/**/*.test.ts", "test/**/*.test.ts"];
const postgres = new URL("packages/store/test/postgres-setup.ts", import.meta.url).pathname;

/** Small files that take long: begun first, so that at the end no worker waits for one of them alone. */
const long = ["every-page.browser", "screen-reader.browser", "demo"];

class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const byProject = Map.groupBy(await super.sort(files), ({ project }) => project.name);
    return [...byProject.values()].flatMap((own) => own.toSorted((a, b) => rank(a) - rank(b)));
  }
}

function rank({ moduleId }: TestSpecification): number {
  const at = long.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`));
  return at === -1 ? long.length : at;
}

export default defineConfig({
  test: {
    maxWorkers: 2,
    silent: "passed-only",
    sequence: { sequencer: LongFirst },
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
