import { Slug } from "@cimpro/domain";
import { practiceStream, verifyBooks } from "@cimpro/store";
import { z } from "zod";
import { administrative, financial, team } from "../access/roles.ts";
import { page, pageOf, placeOf } from "../paging.ts";
import { procedureFor, router } from "../trpc.ts";

const Stream = z.union([Slug, z.literal(practiceStream)]);

export const journalRouter = router({
  list: procedureFor(financial)
    .input(z.object({ stream: Stream.optional(), type: z.string().max(60).optional(), ...page }))
    .query(({ ctx, input }) =>
      ctx.store.read(async (books) => {
        const place = placeOf(input.cursor, z.tuple([z.string(), z.string(), z.int()]));
        const rows = await books.journal.list({
          stream: input.stream,
          type: input.type,
          limit: input.limit + 1,
          before: place && { recordedAt: place[0], stream: place[1], seq: place[2] },
        });
        return pageOf(
          rows,
          input.limit,
          ({ recordedAt, stream, seq }) => [recordedAt, stream, seq],
          (row) => row,
        );
      }),
    ),

  verify: procedureFor(team).query(({ ctx }) =>
    ctx.store.read(async (books) => {
      const { rows, problems } = await books.journal.verify();
      return { ok: problems.length === 0, rows, problems };
    }),
  ),
});

export const booksRouter = router({
  /** Derives every total anew and walks the journal (ALW-8). */
  verify: procedureFor([...administrative, "coordinator", "finance"]).query(({ ctx }) =>
    verifyBooks(ctx.store.database),
  ),
});
