import { initTRPC } from "@trpc/server";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { everyone, team } from "../src/access/roles.ts";
import type { Context } from "../src/context.ts";
import { appRouter } from "../src/router.ts";
import { ownProcedureFor, procedureFor, publicProcedure, router } from "../src/trpc.ts";
import { accessFaults, type Places } from "./access-checks.ts";
import { openPractice, type Practice } from "./practice.ts";
import { proceduresOf } from "./procedures.ts";

let practice: Practice;
let places: Places;

/** Two customers, each with work, hours, money and people; what is secret says so. */
beforeAll(async () => {
  practice = await openPractice(undefined, "2024-01-08");
  const api = practice.local();
  const things: Record<string, string> = {};
  for (const [id, name] of [
    ["acme", "Acme"],
    ["zeta-corp", "Zanzibar Holdings"],
  ] as const) {
    const account = id;
    await api.account.open.mutate({ name, id, email: `${name.split(" ")[0]}@books.example`, openedOn: "2024-01-01" });
    await api.deliverable.add.mutate({ account, name: `${name} portal`, id: `${id}-portal` });
    const { allowance, invoice } = await api.allowance.buy.mutate({
      account,
      minutes: 600,
      kind: "lump-sum",
      on: "2024-01-02",
    });
    const logged = { account, minutes: 60, on: "2024-01-03", note: `${name} note`, deliverable: `${id}-portal` };
    const { entry } = await api.time.log.mutate(logged);
    const { payment } = await api.payment.record.mutate({ account, amount: 100_00, note: `${name} paid` });
    const { creditMemo } = await api.credit.issue.mutate({
      ...{ number: invoice?.number ?? "", line: 1, minutes: 60, reason: "waive", note: `${name} note` },
    });
    const invited = { account, name: `${name} Person`, email: `someone@${id}.example`, role: "member" as const };
    const user = await api.user.invite.mutate(invited);
    const { items } = await api.message.list.query({ account });
    Object.assign(things, {
      ...{ deliverable: `${id}-portal`, id: `${id}-portal`, allowance: allowance.id, entry: entry.id },
      ...{ number: invoice?.number, invoice: invoice?.number, payment: payment.id, creditMemo: creditMemo.number },
      ...{ user: user.id, message: items[0]?.id },
    });
  }
  places = { own: "acme", other: "zeta-corp", absent: "nobody-xx", things, secret: /zanzibar|zeta-corp/i };
});
afterAll(() => practice.close());

test("ROLE-5: every procedure is for the roles it names, and shows a customer nothing of another account", async () => {
  expect(proceduresOf(appRouter).length).toBeGreaterThan(80);
  expect(await accessFaults(practice.store, appRouter, places)).toEqual([]);
});

// Controls: the check must find each of these.

test("a procedure that does not say who may call it is found", async () => {
  const t = initTRPC.context<Context>().create();
  const open = t.router({ open: t.procedure.query(() => 1), account: { peek: t.procedure.mutation(() => 2) } });
  const faults = await accessFaults(practice.store, open, places);
  expect(faults).toEqual(["open does not say who may call it", "account.peek does not say who may call it"]);
});

const input = z.object({ account: z.string().optional(), number: z.string().optional() });

const wrong = router({
  /** Says that it is for the team, and looks at nothing. */
  pretends: publicProcedure.meta({ roles: [...team], scope: "account" }).query(() => ({ items: [] })),
  /** Leaves it to the caller whose account it is. */
  trusts: ownProcedureFor(everyone)
    .input(input)
    .query(({ ctx, input: { account } }) =>
      ctx.store.read(async (books) => ({ name: (await books.accounts.find(account ?? ""))?.name ?? null })),
    ),
  /** Tells an invoice of somebody else from none. */
  compares: procedureFor(everyone)
    .input(input)
    .query(({ ctx, input: { number } }) =>
      ctx.store.read(async (books) => ({ there: (await books.invoices.find(number ?? "")) !== undefined })),
    ),
  /** Lists what is everybody's. */
  lists: ownProcedureFor(everyone).query(({ ctx }) => ctx.store.read((books) => books.accounts.list())),
});

test.each([
  ["pretends", "pretends answers whoever is not signed in"],
  ["pretends", "pretends answers member: 200 undefined"],
  ["trusts", "trusts tells member another account from none"],
  ["trusts", "trusts gives program-manager secrets away"],
  ["compares", "compares tells project-manager another account's things from none"],
  ["lists", "lists gives member secrets away"],
])("a procedure that %s is found: %s", async (_name, fault) => {
  expect(await accessFaults(practice.store, wrong, places)).toContain(fault);
});

test("and one that does as it says is not", async () => {
  const right = router({
    account: procedureFor(everyone)
      .input(input)
      .query(({ ctx, input: { account } }) =>
        ctx.store.read(async (books) => ({ name: (await books.accounts.find(account ?? ""))?.name ?? null })),
      ),
    team: procedureFor(team).query(({ ctx }) => ctx.store.read((books) => books.accounts.list())),
    anyone: publicProcedure.query(() => "the offer"),
  });
  expect(await accessFaults(practice.store, right, places)).toEqual([]);
});
