import type { Store } from "@cimpro/store";
import { createTRPCClient, httpLink } from "@trpc/client";
import { type EmbeddedOptions, embeddedFetch, embeddedUrl } from "../src/embedded.ts";
import type { AppRouter } from "../src/router.ts";
import { settingHeaders } from "../src/settings.ts";

export type Api = ReturnType<typeof createTRPCClient<AppRouter>>;

/** How a request is to be carried out. */
export interface Settings {
  readonly key?: string;
  readonly today?: string;
  readonly dryRun?: boolean;
}

/** A typed client of books in this process, as the CLI has one. */
export function embeddedApi(store: Store, options: EmbeddedOptions, settings: Settings = {}): Api {
  const embedded = embeddedFetch(store, options);
  const link = httpLink({
    url: embeddedUrl,
    headers: headersOf(settings),
    fetch: (input, { signal, ...init } = {}) => embedded(input, { ...init, signal: signal ?? null }),
  });
  return createTRPCClient<AppRouter>({ links: [link] });
}

export const headersOf = ({ key, today, dryRun }: Settings): Record<string, string> => ({
  ...(key === undefined ? {} : { [settingHeaders.key]: key }),
  ...(today === undefined ? {} : { [settingHeaders.today]: today }),
  ...(dryRun === true ? { [settingHeaders.dryRun]: "1" } : {}),
});
