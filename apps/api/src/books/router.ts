import { addDays, Day, dayStart, Slug } from "@cimpro/domain";
import { type Books, practiceStream, verifyBooks, verifyJournal } from "@cimpro/store";
import { z } from "zod";
import { administrative, financial, team } from "../access/roles.ts";
import { page, pageOf, placeOf } from "../paging.ts";
import { procedureFor, router } from "../trpc.ts";

const Stream = z.union([Slug, z.literal(practiceStream)]);

/** The instants that days begin and end at, as the journal records them. */
async function recordedWithin(books: Books, days: { readonly from?: Day | undefined; readonly to?: Day | undefined }) {
  if (days.from === undefined && days.to === undefined) return {};
  const zone = (await books.practice.find())?.timeZone ?? "UTC";
  const startOf = (day: Day): string => new Date(dayStart(day, zone)).toISOString();
  return {
    from: days.from === undefined ? undefined : startOf(days.from),
    until: days.to === undefined ? undefined : startOf(addDays(days.to, 1)),
  };
}

export const journalRouter = router({
  list: procedureFor(financial)
    .input(
      z
        .object({
          stream: Stream.optional(),
          type: z.string().max(60).optional(),
          actor: z.string().max(200).optional(),
          /** Days in the practice's time zone, both included. */
          from: Day.optional(),
          to: Day.optional(),
          deliverable: Slug.optional(),
          ...page,
        })
        .refine(({ stream, deliverable }) => deliverable === undefined || stream !== undefined, {
          path: ["stream"],
          error: "say whose deliverable it is",
        }),
    )
    .query(({ ctx, input }) =>
      ctx.store.read(async (books) => {
        const place = placeOf(input.cursor, z.tuple([z.string(), z.string(), z.int()]));
        const rows = await books.journal.list({
          stream: input.stream,
          type: input.type,
          actor: input.actor,
          ...(await recordedWithin(books, input)),
          deliverable: input.deliverable,
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

  verify: procedureFor(team).query(async ({ ctx }) => {
    const { rows, problems } = await verifyJournal(ctx.store.database);
    return { ok: problems.length === 0, rows, problems };
  }),
});

export const booksRouter = router({
  /** Derives every total anew and walks the journal (ALW-8). */
  verify: procedureFor([...administrative, "coordinator", "finance"]).query(({ ctx }) =>
    verifyBooks(ctx.store.database),
  ),
});
