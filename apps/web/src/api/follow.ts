import type { AppRouter } from "@cimpro/api/router-types";
import { createTRPCClient, httpSubscriptionLink } from "@trpc/client";
import { refusalOf } from "./refusal.ts";

const firstPauseMs = 1000;
const longestPauseMs = 30_000;

/**
 * Calls back when somebody changed the books, and when they may have while nobody listened: of one account, or of all.
 * Gives a way to stop.
 *
 * The connection is had anew whatever ended it: a server that stops says goodbye, a proxy before it answers 502, and
 * the browser comes back by itself from neither. It is held only while the page is seen: a browser keeps few
 * connections to one place, so some tabs left open would leave none to load the next with.
 */
export function followChanges(account: string | undefined, onChange: () => void): () => void {
  const client = createTRPCClient<AppRouter>({ links: [httpSubscriptionLink({ url: "/trpc" })] });
  let follows: { unsubscribe: () => void } | null = null;
  let begun = false;
  let failed = 0;
  let again: ReturnType<typeof setTimeout> | undefined;

  const begin = () => {
    if (follows !== null) return;
    const own = client.live.changes.subscribe(account === undefined ? {} : { account }, {
      onData: (changes) => {
        failed = 0;
        if (begun || changes.length > 0) onChange();
        begun = true;
      },
      onComplete: () => lost(),
      onError: (error) => (refusalOf(error) === null ? lost() : refused()),
    });
    follows = own;
    const lost = () => {
      if (follows !== own) return;
      follows = null;
      again = setTimeout(begin, Math.min(firstPauseMs * 2 ** failed, longestPauseMs));
      failed += 1;
    };
    // Signed out meanwhile: what the page asks next says so.
    const refused = () => follows === own && onChange();
  };
  const end = () => {
    clearTimeout(again);
    const own = follows;
    follows = null;
    own?.unsubscribe();
  };
  const look = () => (document.visibilityState === "hidden" ? end() : begin());

  look();
  document.addEventListener("visibilitychange", look);
  return () => {
    document.removeEventListener("visibilitychange", look);
    end();
  };
}
