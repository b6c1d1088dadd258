// What other apps may use of the API in their own process.

export {
  backupTo,
  openStore,
  type Restored,
  type RestoreOptions,
  restoreFrom,
  type Store,
  type StoreOptions,
  StoreProblem,
  type StoreProblemCode,
} from "@cimpro/store";
export { type Actor, Role } from "./access/roles.ts";
export { bookPlace } from "./book-place.ts";
export { seedDemo } from "./demo/seed.ts";
export { type EmbeddedOptions, embeddedFetch, embeddedUrl } from "./embedded.ts";
export type { Refusal } from "./refusal.ts";
export { type AppRouter, appRouter } from "./router.ts";
export { type ServeOptions, type Serving, serve } from "./serve.ts";
export { buildServer, type ServerOptions } from "./server.ts";
export { settingHeaders, settingsFrom } from "./settings.ts";
