import type { AppRouter } from "@cimpro/api/router-types";
import { createTRPCClient, httpSubscriptionLink } from "@trpc/client";

/**
 * Calls back when somebody changed the books, and after the connection was lost: of one account, or of all. Comes back
 * by itself. Gives a way to stop.
 */
export function followChanges(account: string | undefined, onChange: () => void): () => void {
  const client = createTRPCClient<AppRouter>({ links: [httpSubscriptionLink({ url: "/trpc" })] });
  let begun = false;
  const { unsubscribe } = client.live.changes.subscribe(account === undefined ? {} : { account }, {
    onData: (changes) => {
      if (begun || changes.length > 0) onChange();
      begun = true;
    },
  });
  return unsubscribe;
}
