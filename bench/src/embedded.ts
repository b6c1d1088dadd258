import { embeddedFetch, embeddedUrl } from "@cimpro/api";
import type { AppRouter } from "@cimpro/api/router-types";
import type { Store } from "@cimpro/store";
import { createTRPCClient, httpLink } from "@trpc/client";

/** The typed client on books opened in this process. */
export function embedded(store: Store) {
  const answer = embeddedFetch(store, { actor: { name: "bench", role: "admin" }, now: Date.now });
  return createTRPCClient<AppRouter>({
    links: [
      httpLink({
        url: embeddedUrl,
        fetch: (url, init) =>
          answer(url, {
            ...(init?.method === undefined ? {} : { method: init.method }),
            ...(typeof init?.body === "string" ? { body: init.body } : {}),
            headers: { "content-type": "application/json" },
          }),
      }),
    ],
  });
}
