import type { Store } from "@cimpro/store";
import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import type { Actor } from "./access/roles.ts";
import { appRouter } from "./router.ts";
import { settingsFrom } from "./settings.ts";

/** Who works on the books directly, and whose clock it is. */
export interface EmbeddedOptions {
  readonly actor: Actor;
  readonly now: () => number;
}

/** The address that embedded requests carry; nothing listens there. */
export const embeddedUrl = "http://embedded/trpc";

/** The API without a network: a `fetch` that a typed client can use on books opened in this process. */
export function embeddedFetch(store: Store, { actor, now }: EmbeddedOptions): typeof fetch {
  return (input, init) =>
    fetchRequestHandler({
      endpoint: "/trpc",
      router: appRouter,
      req: new Request(input, init),
      allowBatching: false,
      createContext: ({ req }) => ({
        store,
        actor,
        now,
        session: null,
        ...settingsFrom((name) => req.headers.get(name), true),
      }),
      onError: ({ error }) => {
        // There is no log to look into: the cause of a defect goes to whoever runs the process.
        if (error.code === "INTERNAL_SERVER_ERROR") process.stderr.write(`${error.cause?.stack ?? error.stack}\n`);
      },
    });
}
