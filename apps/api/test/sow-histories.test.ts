import fc from "fast-check";
import { expect, test } from "vitest";
import type { Api } from "./client.ts";
import { freshFile } from "./places.ts";
import { openPractice, refusalOf } from "./practice.ts";

/** Something that somebody does; numbers choose among what there is. */
const act = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.tuple(fc.constant("log" as const), fc.nat({ max: 20 }), fc.integer({ min: 1, max: 500 })),
  },
  { weight: 5, arbitrary: fc.tuple(fc.constant("run" as const), fc.nat(), fc.nat()) },
  {
    weight: 6,
    arbitrary: fc.tuple(
      fc.constantFrom("rebill" as const, "waive" as const, "void" as const, "amend" as const, "reverse" as const),
      fc.nat(),
      fc.integer({ min: 1, max: 400 }),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(
      fc.constantFrom("writeOff" as const, "changeOrder" as const, "settle" as const),
      fc.nat(),
      fc.integer({ min: 1, max: 300 }),
    ),
  },
  { weight: 1, arbitrary: fc.tuple(fc.constant("cancel" as const), fc.nat(), fc.nat()) },
);
const start = fc.record({
  hours: fc.nat({ max: 6 }),
  deposit: fc.nat({ max: 150_000 }),
  drawFromAllowance: fc.boolean(),
  leadTime: fc.constantFrom("standard" as const, "rush" as const),
});

type Start = typeof start extends fc.Arbitrary<infer T> ? T : never;

const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
const one = <T>(among: readonly T[], which: number): T | undefined => among[which % Math.max(1, among.length)];

async function opened(api: Api, { hours, deposit, drawFromAllowance, leadTime }: Start) {
  await api.account.open.mutate({ name: "Acme" });
  await api.deliverable.add.mutate({ account: "acme", name: "Shop", drawFromAllowance });
  if (hours > 0)
    await api.allowance.buy.mutate({
      ...{ account: "acme", kind: "lump-sum", on: "2024-01-01", opening: true },
      minutes: hours * 60,
    });
  const dates = leadTime === "rush" ? { rushBy: "2024-01-09", expeditedBy: "2024-02-20" } : {};
  const estimates = [{ phase: "implementation", minutes: 600 }];
  const shop = { account: "acme", deliverable: "shop" };
  await api.sow.issue.mutate({ ...shop, scope: "A shop", estimates, leadTime, ...dates, deposit });
  await api.sow.approve.mutate({ ...shop, by: "Pat" });
}

test("ALW-8, INV-3, INV-4, DLV-3, DLV-5, LEAD-8: whatever happens to a SOW, the books agree", async () => {
  await fc.assert(
    fc.asyncProperty(start, fc.array(act, { minLength: 5, maxLength: 24 }), async (begun, acts) => {
      const practice = await openPractice(freshFile(), "2024-01-08");
      try {
        const api = practice.local();
        await opened(api, begun);
        let today = "2024-01-08";
        const account = "acme";
        const shop = { account, deliverable: "shop" };
        const entries = async () =>
          (await api.time.list.query({ account })).items.filter(({ reversedOn }) => reversedOn === null);
        const invoices = async () => (await api.invoice.list.query({ account })).items;
        const override = "agreed with them";
        for (const [what, which, minutes] of acts) {
          const did = async (): Promise<unknown> => {
            if (what === "log") {
              const deliverable = which % 3 === 0 ? null : "shop";
              const on = dayAfter(today, (which % 12) - 6);
              return api.time.log.mutate({ account, deliverable, on, minutes, worker: "Ann", override });
            }
            if (what === "run") {
              today = dayAfter(today, 14);
              practice.on(today);
              const through = dayAfter(today, -1);
              const { digest: _, ...draft } = await api.invoice.draft.query({ through });
              const run = await api.invoice.run.mutate({ through });
              expect(run).toEqual({
                ...draft,
                invoices: run.invoices.map(({ number }, at) => ({ ...draft.invoices[at], number })),
              });
              return expect(await api.invoice.run.mutate({ through })).toMatchObject({
                invoices: [],
                closedPeriods: 0,
              });
            }
            if (what === "changeOrder") {
              const said = { ...shop, scope: "More", minutes };
              const { changeOrder } = await api.changeOrder.propose.mutate(said);
              return api.changeOrder.approve.mutate({ account, changeOrder: changeOrder.id, by: "Pat" });
            }
            if (what === "settle") {
              await api.premium.propose.mutate({ ...shop, deliveredOn: dayAfter(today, -(which % 10)) });
              return api.premium.confirm.mutate(shop);
            }
            if (what === "cancel") return api.deliverable.cancel.mutate({ ...shop, reason: "no longer wanted" });
            if (what === "rebill" || what === "waive" || what === "void") {
              const billed = (await invoices()).filter(({ kind }) => kind === "work" || which % 7 === 0);
              const number = one(billed, which)?.number ?? "";
              if (what === "void") return api.invoice.void.mutate({ number, reason: which % 2 ? "waive" : "rebill" });
              const { lines } = await api.invoice.show.query({ number });
              const line = one(lines, which);
              const left = (line?.minutes ?? 0) - (line?.creditedMinutes ?? 0);
              const part = left === 0 ? minutes : 1 + (minutes % left);
              return api.credit.issue.mutate({ number, line: line?.line ?? 1, minutes: part, reason: what });
            }
            const entry = one(await entries(), which)?.id ?? "";
            if (what === "amend") return api.time.amend.mutate({ account, entry, minutes, override });
            if (what === "reverse") return api.time.reverse.mutate({ account, entry });
            return api.time.writeOff.mutate({ account, entry, reason: "given up" });
          };
          await did().catch(async (error: unknown) => {
            // Much of it may not be done as things stand; a defect would be another answer.
            const { code } = await refusalOf(Promise.reject(error));
            expect(code).not.toBe("OUR_FAULT");
          });
          expect(await api.books.verify.query()).toMatchObject({ ok: true, problems: [] });
        }
      } finally {
        await practice.close();
      }
    }),
    { numRuns: 30 },
  );
});
