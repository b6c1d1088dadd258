import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { lingui, linguiTransformerBabelPreset } from "@lingui/vite-plugin";
import babel from "@rolldown/plugin-babel";
import { tanstackRouter } from "@tanstack/router-plugin/vite";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

/** Packs each file once, as small as can be, so that the server sends it as it lies there. */
const packed: Plugin = {
  name: "packed",
  apply: "build",
  writeBundle({ dir = "" }) {
    for (const name of readdirSync(dir, { recursive: true, encoding: "utf8" }))
      if (/\.(js|css|html|svg)$/.test(name))
        writeFileSync(join(dir, `${name}.br`), brotliCompressSync(readFileSync(join(dir, name))));
  },
};

const api = "http://127.0.0.1:4310";

export default defineConfig({
  plugins: [
    tanstackRouter({
      target: "react",
      autoCodeSplitting: true,
      routesDirectory: "src/app/routes",
      generatedRouteTree: "src/app/route-tree.gen.ts",
      quoteStyle: "double",
      semicolons: true,
    }),
    // The texts stay in the source: a page then carries its own, not those of every page.
    babel({ presets: [linguiTransformerBabelPreset({ descriptorFields: "message" })] }),
    react(),
    lingui(),
    packed,
  ],
  server: { host: "127.0.0.1", proxy: { "/trpc": api, "/api": api, "^/sign-in/.": api } },
  // Nothing inlined: the server's content policy allows files of its own origin only.
  build: {
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        chunkFileNames: ({ name }) => `assets/${name.split("~")[0]}-[hash].js`,
        codeSplitting: {
          // What every page needs is one file; what some share is joined until it is worth a request of its own.
          groups: [
            { name: "start", tags: ["$initial"], priority: 1 },
            { name: "shared", minShareCount: 2, entriesAware: true },
          ],
        },
      },
    },
    cssTarget: ["chrome123", "edge123", "firefox120", "safari17.5"],
  },
});
