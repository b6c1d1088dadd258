import { Slug } from "@cimpro/domain";
import { z } from "zod";
import { everyone } from "../access/roles.ts";
import { procedureFor, router } from "../trpc.ts";
import { type Change, follow } from "./changes.ts";

export const liveRouter = router({
  /** Tells which journals went on, as it happens: of one account, or of all for the services team. Says nothing else. */
  changes: procedureFor(everyone)
    .input(z.object({ account: Slug.optional() }).default({}))
    .subscription(async function* ({ ctx, input, signal }) {
      const ends = AbortSignal.any([...(signal ? [signal] : []), ...(ctx.closing ? [ctx.closing] : [])]);
      let waiting: readonly Change[] = [];
      let wake = (): void => {};
      const stop = await follow(ctx.store, (changes) => {
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
          if (changes.length > 0) yield changes;
        }
      } finally {
        ends.removeEventListener("abort", ended);
        stop();
      }
    }),
});
