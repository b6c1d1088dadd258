import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { expect, test } from "vitest";
import { z } from "zod";
import { everyone } from "../src/access/roles.ts";
import { appRouter } from "../src/router.ts";
import { procedureFor, publicProcedure, router } from "../src/trpc.ts";
import { type Ask, fuzz, overHttp } from "./fuzz.ts";
import { places } from "./places.ts";
import { openPractice, type Practice } from "./practice.ts";

/** More of it for whoever looks for more: `FUZZ_RUNS=200 FUZZ_SEED=7`. */
const runs = Number(process.env.FUZZ_RUNS ?? 6);
const seed = Number(process.env.FUZZ_SEED ?? 20_240_108);

const account = "acme";

/** An account with something of most kinds, so that inputs have what to name. */
async function fill(practice: Practice): Promise<void> {
  const api = practice.local();
  await api.account.open.mutate({ name: "Acme", id: account, openedOn: "2024-01-01" });
  for (const id of ["portal", "site", "sync"]) {
    const work = { account, deliverable: id };
    await api.deliverable.add.mutate({ account, name: id, id });
    await api.deliverable.estimate.mutate({ ...work, estimates: [{ phase: "implementation", minutes: 600 }] });
    await api.sow.issue.mutate(work);
    if (id === "site") continue;
    await api.sow.approve.mutate({ ...work, by: "Ada" });
    await api.changeOrder.propose.mutate({ ...work, minutes: 60 });
  }
  for (const kind of ["lump-sum", "monthly"] as const)
    await api.allowance.buy.mutate({ account, minutes: 600, kind, on: "2024-01-02", paid: true });
  for (const deliverable of ["portal", "site"])
    await api.time.log.mutate({ account, deliverable, minutes: 90, on: "2024-01-03", worker: "Ann" });
  await api.payment.record.mutate({ account, amount: 100_00 });
}

test.each(places)("no input of any procedure is our fault, on %s", async (_engine, place) => {
  const practice = await openPractice(await place(), "2024-01-08");
  await fill(practice);
  const token = async (role: "program-manager" | "finance") => {
    const own = role === "finance" ? {} : { account };
    const { token } = await practice.local().token.create.mutate({ name: role, role, ...own });
    return { authorization: `Bearer ${token}` };
  };
  const { faults, done } = await fuzz(
    {
      ask: overHttp(practice.address),
      callers: [await practice.session("admin"), await token("program-manager"), {}, await token("finance")],
      router: appRouter,
      account,
    },
    { runs, seed },
  );
  expect(faults).toEqual([]);
  // Past the door: most procedures carried something out, and some of what was made was used by others.
  expect(done.size).toBeGreaterThan(60);
  await practice.close();
});

// Controls: each of these has to be found.

const text = z.string().max(60);
const planted = router({
  account: router({
    show: procedureFor(everyone)
      .input(z.object({ account: text }))
      .query(({ input }) => ({ id: input.account, deliverables: [{ id: "deep-42" }] })),
  }),
  fault: router({
    days: publicProcedure.input(z.object({ on: z.iso.date() })).query(({ input }) => {
      if (input.on.startsWith("9999")) throw new RangeError("beyond the calendar");
      return input;
    }),
    wrongType: publicProcedure.input(z.object({ of: z.unknown() })).mutation(({ input }) => String(input.of)),
    deep: publicProcedure.input(z.object({ deliverable: text })).mutation(({ input }) => {
      if (input.deliverable === "deep-42") throw new Error("only with what another answered");
      return null;
    }),
    number: publicProcedure
      .input(z.object({ minutes: z.int() }))
      .mutation(({ input }) => "x".repeat(Math.max(0, input.minutes)).length),
  }),
  sound: router({ echo: publicProcedure.input(z.object({ on: z.iso.date() })).query(({ input }) => input) }),
});

test("a planted fault is found in each place, and nothing where there is none", async () => {
  const practice = await openPractice(undefined, "2024-01-08");
  const ask: Ask = async ({ procedure, method }, _door, headers, input) => {
    const said = JSON.stringify(input);
    const query = method === "GET" && said !== undefined ? `?input=${encodeURIComponent(said)}` : "";
    const answer = await fetchRequestHandler({
      endpoint: "/trpc",
      router: planted,
      req: new Request(`http://embedded/trpc/${procedure}${query}`, {
        method,
        headers: method === "POST" ? { "content-type": "application/json" } : {},
        ...(method === "POST" ? { body: said ?? "" } : {}),
      }),
      createContext: () => ({
        ...{ store: practice.store, actor: { name: "Admin", role: "admin" as const }, now: Date.now, session: null },
        ...{ key: headers["idempotency-key"] ?? null, today: null, dryRun: false },
      }),
    });
    return { status: answer.status, text: await answer.text() };
  };
  const { faults } = await fuzz({ ask, callers: [{}], router: planted, account: "acme" }, { runs: 200, seed });
  const found = new Set(faults.map((fault) => fault.split(" ", 1)[0]));
  expect([...found].toSorted()).toEqual(["fault.days", "fault.deep", "fault.number", "fault.wrongType"]);
  await practice.close();
});
