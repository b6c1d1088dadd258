import { getConfig } from "@lingui/conf";
import { linguiTransformerBabelPreset } from "@lingui/vite-plugin";
import babel from "@rolldown/plugin-babel";
import { defineProject } from "vitest/config";

// The tests of all workspaces run in the root folder.
const here = { cwd: import.meta.dirname };
const texts = { descriptorFields: "message", linguiConfig: getConfig(here) } as const;

export default defineProject({
  plugins: [babel({ presets: [linguiTransformerBabelPreset(texts, here)] })],
  test: {
    name: "web",
    include: ["src/**/*.test.ts", "src/**/*.test.tsx", "test/**/*.test.ts"],
    setupFiles: ["test/language-setup.ts"],
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
});
