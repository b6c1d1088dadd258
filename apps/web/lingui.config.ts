import { defineConfig } from "@lingui/conf";
import { formatter } from "@lingui/format-po";

/** Every text of the dashboard stands in one catalogue, `src/texts/en.po`, gathered from the components that say it. */
export default defineConfig({
  sourceLocale: "en",
  locales: ["en", "pseudo"],
  // Stands in for a language nobody has translated yet: shows which texts a translator would not see.
  pseudoLocale: "pseudo",
  catalogs: [{ path: "<rootDir>/src/texts/{locale}", include: ["<rootDir>/src"], exclude: ["**/*.test.*"] }],
  format: formatter({ lineNumbers: false }),
  compileNamespace: "es",
  // What people typed is shown as they typed it.
  runtimeConfigModule: { Trans: ["#trans", "Trans"] },
});
