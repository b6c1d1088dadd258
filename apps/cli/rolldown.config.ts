import { builtinModules } from "node:module";
import { defineConfig } from "rolldown";

/**
 * What is loaded together: few files, because each costs a short command as much as its code does. The first that fits
 * takes a module and what it imports.
 */
const chunks = [
  { name: "main", test: /cli\/src\/main|cli\/src\/commands\/quote|cli\/src\/arguments/ },
  {
    name: "domain",
    test: /domain\/src\/(values|clauses|rates|time\/entry|invoices|allowances|cover|billing|policy)/,
  },
  { name: "time-import", test: /csv-parse|cli\/src\/time-import|domain\/src\/time\/(import|date|timeclock)/ },
  { name: "client", test: /@trpc\/client/ },
  { name: "tables", test: /cli-table3/ },
  {
    name: "books",
    test: /packages\/store\/src\/(?!engines\/postgres)|apps\/api\/src\/(embedded|settings|router|book-place)\.ts|cli\/src\/client\/local/,
  },
].map((group, at) => ({ ...group, priority: 100 - at }));

/**
 * Importing a module of Node makes it evaluate all it exports, parts that are loaded on demand included: for `crypto`
 * and `process` that takes longer than most commands. So they are fetched, and only what is used is looked at.
 */
const nodeOnDemand = {
  name: "node-on-demand",
  resolveId(source: string, importer: string | undefined, { kind }: { readonly kind: string }) {
    const id = source.replace(/^node:/, "");
    // The bundler's own code needs this one as it is.
    if (kind !== "import-statement" || id === "module") return null;
    // Commander starts other programs for subcommands that are files of their own, and we have none.
    if (id === "child_process" && importer?.includes("commander")) return "\0none";
    // One for each importer, so that none is loaded because of another.
    return builtinModules.includes(id) ? `\0node:${id}?${importer}` : null;
  },
  load(id: string) {
    if (id === "\0none") return "export default {};";
    if (!id.startsWith("\0node:")) return null;
    const name = id.slice(1).replace(/\?.*$/s, "");
    const names = Object.keys(process.getBuiltinModule(name) ?? {}).filter((key) => /^[a-zA-Z]\w*$/.test(key));
    const exported = names.filter((key) => key !== "default").map((key) => `export const ${key} = builtin.${key};`);
    return `const builtin = process.getBuiltinModule("${name}"); export default builtin; ${exported.join(" ")}`;
  },
};

export default defineConfig({
  input: { main: "src/main.ts" },
  plugins: [nodeOnDemand],
  platform: "node",
  // These hold native binaries, so they stay dependencies of the published package.
  external: ["better-sqlite3", "@node-rs/argon2", "pdfmake", "pg-native", "@colors/colors/safe"],
  // What a command does not use is not loaded with it: hardly a module does anything by being imported.
  treeshake: {
    propertyReadSideEffects: false,
    moduleSideEffects: [
      { test: /apps\/cli\/src\/(main|plain-schemas)\.ts$/, sideEffects: true },
      { test: /./, sideEffects: false },
    ],
  },
  output: {
    dir: "dist",
    format: "esm",
    cleanDir: true,
    minify: true,
    chunkFileNames: "[name]-[hash].js",
    codeSplitting: { groups: chunks },
  },
});
