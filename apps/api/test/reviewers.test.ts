import { afterEach, expect, test } from "vitest";
import { type Api, embeddedApi } from "./client.ts";
import { openPractice, type Practice, refusalOf } from "./practice.ts";

const today = "2024-06-03";
const work = { account: "acme", deliverable: "price-breaks" };
const plan = { ...work, condition: "plan-written", what: "wiki/plan" };
const review = { ...work, condition: "plan-approved", what: "Read and fine", by: "developer" } as const;

let practice: Practice | undefined;

afterEach(async () => {
  await practice?.close();
  practice = undefined;
});

/** Books with three developers who sign in, and work whose plan is to be written. */
async function begin(): Promise<Practice> {
  const opened = await openPractice(undefined, today);
  practice = opened;
  const api = opened.local();
  await api.account.open.mutate({ name: "Acme" });
  await api.deliverable.add.mutate({ account: "acme", name: "Price breaks" });
  await api.deliverable.estimate.mutate({ ...work, estimates: [{ phase: "implementation", minutes: 600 }] });
  await api.sow.issue.mutate({ ...work, scope: "Price breaks by branch" });
  await api.sow.approve.mutate({ ...work, by: "Pam Field" });
  await api.phase.advance.mutate(work);
  for (const [id, name] of [
    ["dana", "Dana Cooper"],
    ["david", "David Cooper"],
    ["other-dana", "Dana Cooper"],
    ["eve", "Eve Stone"],
  ] as const)
    await developer(opened, id, name);
  return opened;
}

const developer = (on: Practice, id: string, name: string) =>
  on.store.write(
    {
      ...{ stream: "@practice", type: "user.added", actor: "test", key: null, input: null, dryRun: false },
      recordedAt: `${today}T12:00:00.000Z`,
    },
    async (books) => {
      const user = { id, name, email: `${id}@pro.example`, role: "developer", account: null, state: "active" as const };
      const made = { ...user, createdAt: `${today}T12:00:00.000Z` };
      await books.users.insert(made);
      return { answer: null, data: { user: made }, effectiveOn: today };
    },
  );

const signedIn = (on: Practice, user: string, name: string): Api =>
  embeddedApi(on.store, {
    actor: { name, role: "developer", user },
    now: () => Date.parse(`${today}T12:00:00Z`),
  });

const codeOf = async (call: Promise<unknown>) => (await refusalOf(call)).code;

test("PROC-2: no spelling of the author's name passes as another reviewer", async () => {
  const on = await begin();
  await signedIn(on, "eve", "Eve Stone").phase.record.mutate(plan);
  const cora = on.local({}, "coordinator", "Cora Quinn");
  for (const person of ["Eve Stone", "eve stone", "Stone, Eve", "E. Stone", "Eve S.", "Eve"])
    expect(await codeOf(cora.phase.record.mutate({ ...review, person })), person).toBe("OWN_WORK");
  expect(await codeOf(cora.phase.record.mutate({ ...review, person: "Eve Stome" }))).toBe("PERSON_UNCLEAR");
  expect(await codeOf(signedIn(on, "eve", "Eve Stone").phase.record.mutate(review))).toBe("OWN_WORK");
});

test("PROC-2: a namesake of the author is another person", async () => {
  const on = await begin();
  await signedIn(on, "dana", "Dana Cooper").phase.record.mutate(plan);
  const { phases } = await signedIn(on, "other-dana", "Dana Cooper").phase.record.mutate(review);
  expect(phases[1]?.gates[0]?.conditions[1]).toMatchObject({ state: "done", statement: { person: "Dana Cooper" } });
});

test("PROC-7: a spelling that two people may go by is asked about, not guessed", async () => {
  const on = await begin();
  await signedIn(on, "eve", "Eve Stone").phase.record.mutate(plan);
  const cora = on.local({}, "coordinator", "Cora Quinn");
  const unclear = await refusalOf(cora.phase.record.mutate({ ...review, person: "D. Cooper" }));
  expect(unclear).toMatchObject({ code: "PERSON_UNCLEAR" });
  expect(unclear.message).toContain("David Cooper");
  const { phases } = await cora.phase.record.mutate({ ...review, person: "david cooper" });
  const statement = phases[1]?.gates[0]?.conditions[1]?.statement;
  expect(statement).toMatchObject({ person: "David Cooper", recordedBy: "Cora Quinn" });
  // What the books know somebody by is nobody else's business.
  expect(statement).not.toHaveProperty("identity");
});

test("ROLE-5: somebody who names themselves in another spelling speaks for themselves", async () => {
  const on = await begin();
  const { phases } = await signedIn(on, "eve", "Eve Stone").phase.record.mutate({ ...plan, person: "E. Stone" });
  expect(phases[1]?.gates[0]?.conditions[0]?.statement).toMatchObject({ person: "Eve Stone" });
});

test("PROC-2: where nobody is known, names decide, and somebody new is taken as named", async () => {
  const on = await begin();
  const cora = on.local({}, "coordinator", "Cora Quinn");
  await cora.phase.record.mutate({ ...plan, by: "developer", person: "Maximilian Wu" });
  expect(await codeOf(cora.phase.record.mutate({ ...review, person: "wu, maximilian" }))).toBe("OWN_WORK");
  expect(await codeOf(cora.phase.record.mutate({ ...review, person: "M. Wu" }))).toBe("PERSON_UNCLEAR");
  const { phases } = await cora.phase.record.mutate({ ...review, person: "Frida Okafor" });
  expect(phases[1]?.gates[0]?.conditions[1]).toMatchObject({ state: "done", statement: { person: "Frida Okafor" } });
});
