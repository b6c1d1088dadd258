import fc from "fast-check";
import { expect, test } from "vitest";
import { everyPage } from "./every-page.ts";

test("gives what there is in order, up to the limit, and asks for no more than it needs", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.nat({ max: 1200 }),
      fc.option(fc.integer({ min: 1, max: 1300 }), { nil: undefined }),
      async (count, limit) => {
        const all = Array.from({ length: count }, (_, at) => at);
        const asked: number[] = [];
        const { items } = await everyPage(limit, async ({ cursor = "0", limit: most }) => {
          asked.push(most);
          const from = Number(cursor);
          const end = from + most;
          return { items: all.slice(from, end), nextCursor: end < count ? String(end) : null };
        });
        expect(items).toEqual(limit === undefined ? all : all.slice(0, limit));
        expect(Math.max(...asked)).toBeLessThanOrEqual(500);
        if (limit !== undefined) expect(asked.reduce((sum, each) => sum + each)).toBeLessThanOrEqual(limit + 500);
      },
    ),
  );
});
