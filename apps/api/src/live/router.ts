import { Slug } from "@cimpro/domain";
import { practiceStream } from "@cimpro/store";
import { z } from "zod";
import { everyone } from "../access/roles.ts";
import { onForgotten } from "../access/sign-in.ts";
import type { SignedIn } from "../context.ts";
import { procedureFor, router } from "../trpc.ts";
import { type Change, follow } from "./changes.ts";

/** How late somebody is shut out at most whose session ended in another process, or of its own age. */
const askedAgainMs = 10_000;

/**
 * Aborts once whoever follows may no longer: at once when this process shut somebody out or the practice's journal went
 * on, which tells of users and tokens, and now and then besides.
 */
function whileIn({ store, stillIn = async () => true }: SignedIn) {
  const out = new AbortController();
  const check = async (): Promise<void> => {
    // A database that does not answer now says nothing about them; it is asked again.
    if (!(await stillIn().catch(() => true))) out.abort();
  };
  const stop = onForgotten(store, () => void check());
  const timer = setInterval(() => void check(), askedAgainMs);
  return {
    signal: out.signal,
    check,
    stop: () => {
      stop();
      clearInterval(timer);
    },
  };
}

export const liveRouter = router({
  /** Tells which journals went on, as it happens: of one account, or of all for the services team. Says nothing else. */
  changes: procedureFor(everyone)
    .input(z.object({ account: Slug.optional() }).default({}))
    .subscription(async function* ({ ctx, input, signal }) {
      const admitted = whileIn(ctx);
      const ends = AbortSignal.any([
        admitted.signal,
        ...(signal ? [signal] : []),
        ...(ctx.closing ? [ctx.closing] : []),
      ]);
      let waiting: readonly Change[] = [];
      let wake = (): void => {};
      const stop = await follow(ctx.store, (changes) => {
        if (changes.some(({ stream }) => stream === practiceStream)) void admitted.check();
        const own = changes.filter(({ stream }) => input.account === undefined || stream === input.account);
        waiting = [...waiting, ...own];
        if (own.length > 0) wake();
      });
      const ended = () => wake();
      ends.addEventListener("abort", ended);
      try {
        // Said at once, so that whoever was away looks again at what they show.
        yield [] as readonly Change[];
        while (!ends.aborted) {
          if (waiting.length === 0) await new Promise<void>((resolve) => (wake = resolve));
          const changes = waiting;
          waiting = [];
          if (changes.length === 0) continue;
          await admitted.check();
          if (!ends.aborted) yield changes;
        }
      } finally {
        ends.removeEventListener("abort", ended);
        stop();
        admitted.stop();
      }
    }),
});
