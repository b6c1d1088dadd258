import { defaultPolicy, WorkDate } from "@cimpro/domain";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { appRouter } from "../src/router.ts";
import { openPractice, type Practice, refusalOf } from "./practice.ts";

type MakesInput = (day: string) => unknown;

/** Every place of a schema that takes days and nothing else, as inputs that state a day there and nothing elsewhere. */
function placesIn(schema: z.core.$ZodType): readonly (readonly [path: string, input: MakesInput])[] {
  if (schema instanceof z.ZodString) {
    if (schema === WorkDate) return [];
    const takes = (text: string) => schema.safeParse(text).success;
    if (takes("2024-02-29") && !takes("2023-02-29")) return [["", (day) => day]];
    return takes("2024-12") && !takes("2024-13") ? [["", (day) => day.slice(0, 7)]] : [];
  }
  if (schema instanceof z.ZodObject)
    return Object.entries(schema.shape).flatMap(([field, of]) =>
      placesIn(of).map(([path, input]): readonly [string, MakesInput] => [
        [field, path].filter(Boolean).join("."),
        (day) => ({ [field]: input(day) }),
      ]),
    );
  if (schema instanceof z.ZodArray)
    return placesIn(schema.element).map(([path, input]) => [
      ["0", path].filter(Boolean).join("."),
      (day) => [input(day)],
    ]);
  if (schema instanceof z.ZodRecord)
    return placesIn(schema.valueType as z.core.$ZodType).map(([path, input]) => [
      ["x", path].filter(Boolean).join("."),
      (day) => ({ x: input(day) }),
    ]);
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((each) => placesIn(each));
  if (schema instanceof z.ZodPipe) return placesIn(schema.in);
  return "unwrap" in schema && typeof schema.unwrap === "function" ? placesIn(schema.unwrap()) : [];
}

interface Built {
  readonly _def: { readonly type: string; readonly inputs: readonly unknown[] };
}

const stated = Object.entries(appRouter._def.procedures as unknown as Record<string, Built>).flatMap(
  ([procedure, { _def }]) =>
    _def.type === "mutation" && _def.inputs[0] instanceof z.ZodType && !procedure.endsWith(".import")
      ? placesIn(_def.inputs[0]).map(([path, input]) => ({ procedure, path, input }))
      : [],
);

const open = () => openPractice(undefined, "2026-12-01");

test("every noun that states a day is tried", () => {
  const nouns = new Set(stated.map(({ procedure }) => procedure.split(".")[0]));
  for (const noun of [
    ...["account", "allowance", "sow", "changeOrder", "deliverable", "payment", "package", "plan", "wait", "policy"],
    ...["request", "productItem", "phase", "punchList", "issue", "update", "person", "token", "premium"],
  ])
    expect(nouns).toContain(noun);
});

describe("a mistyped year is refused wherever a day is stated, with what to do", () => {
  let practice: Practice;
  let token: string;
  beforeAll(async () => {
    practice = await open();
    ({ token } = await practice.local().token.create.mutate({ name: "any", role: "admin" }));
  });
  afterAll(() => practice.close());

  const post = async (procedure: string, input: unknown) => {
    const answer = await fetch(`${practice.address}/trpc/${procedure}`, {
      method: "POST",
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      body: JSON.stringify(input),
    });
    const { error } = (await answer.json()) as { error?: { data: { refusal: { code: string; details: unknown } } } };
    return { status: answer.status, refusal: error?.data.refusal };
  };

  test.each(stated)("$procedure: $path", async ({ procedure, path, input }) => {
    for (const day of ["1026-11-01", "1969-12-01", "2062-11-01", "2999-12-01"]) {
      const { status, refusal } = await post(procedure, input(day));
      expect({ status, code: refusal?.code, details: refusal?.details }).toMatchObject({
        ...{ status: 422, code: "DATE_OUT_OF_RANGE" },
        details: { of: path, on: day, earliest: "1970-01-01", latest: "2036-12-01" },
      });
    }
    // The control: a plausible day is no reason to refuse.
    expect((await post(procedure, input("2026-12-01"))).refusal?.code).not.toBe("DATE_OUT_OF_RANGE");
  });
});

let practice: Practice;
beforeEach(async () => {
  practice = await open();
});
afterEach(() => practice.close());

test("work dates keep their own bounds", async () => {
  const api = practice.local();
  await api.account.open.mutate({ name: "Acme", id: "acme" });
  expect(await refusalOf(api.time.log.mutate({ account: "acme", minutes: 60, on: "1026-11-01" }))).toMatchObject({
    code: "WORK_DATE_OUT_OF_RANGE",
  });
});

test("a row of a cut-over file with a mistyped year holds up no other", async () => {
  const api = practice.local();
  await api.account.open.mutate({ name: "Acme", id: "acme" });
  const row = { account: "acme", kind: "monthly" as const, minutes: 300 };
  const { accepted, rejected } = await api.allowance.import.mutate({
    rows: [
      { ...row, id: "a", validFrom: "1026-11-01" },
      { ...row, id: "b", validFrom: "2026-11-01" },
    ],
  });
  expect({ accepted, rejected }).toMatchObject({
    accepted: 1,
    rejected: [{ index: 0, reason: "date-out-of-range", message: expect.stringContaining("1026-11-01 (validFrom)") }],
  });
});

test("a policy with a mistyped day is not adopted", async () => {
  const policy = {
    ...defaultPolicy,
    rateCard: [...defaultPolicy.rateCard, { validFrom: "2206-01-01", ratePerHour: 24_000 }],
  };
  expect(await refusalOf(practice.local().policy.adopt.mutate({ policy, from: "2027-01-01" }))).toMatchObject({
    code: "DATE_OUT_OF_RANGE",
    details: { of: "rateCard.1.validFrom", on: "2206-01-01" },
  });
});

test("a purchase far back is made with a remark of how many months the next run sells", async () => {
  const api = practice.local();
  await api.account.open.mutate({ name: "Acme", id: "acme", openedOn: "2026-01-01" });
  const buy = (on: string) => api.allowance.buy.mutate({ account: "acme", kind: "monthly", minutes: 300, on });
  expect((await buy("2016-11-01")).warnings).toEqual([
    {
      clause: "ALW-4",
      message:
        "It begins on 2016-11-01, before the account was opened (2026-01-01). The next billing run sells 121 further months at once. If the date was mistyped, void its invoice.",
    },
  ]);
  expect((await buy("2026-11-01")).warnings).toEqual([]);
});

test("INV-4: an account that would get more invoices in a day than is possible is parked and said so; others are billed", async () => {
  const api = practice.local();
  for (const id of ["acme", "beta"]) await api.account.open.mutate({ name: id, id, openedOn: "2026-01-01" });
  const monthly = { kind: "monthly" as const, minutes: 300 };
  const { allowance } = await api.allowance.buy.mutate({ ...monthly, account: "acme", on: "1996-11-01" });
  await api.allowance.buy.mutate({ ...monthly, account: "beta", on: "2026-11-01" });
  const draft = await api.invoice.draft.query({ through: "2026-12-01" });
  const run = await api.invoice.run.mutate({ through: "2026-12-01", expect: draft.digest });
  const parked = [
    { account: "acme", steps: 361, issuedToday: 1, most: 250, earliest: "1996-12-01", message: expect.any(String) },
  ];
  expect(draft.parked).toEqual(parked);
  expect(run.parked).toEqual(parked);
  expect(run.invoices.map(({ account }) => account)).toEqual(["beta"]);
  // Corrected, it is billed like any other.
  const corrected = { account: "acme", allowance: allowance.id, lastMonth: "1996-11" };
  await api.allowance.end.mutate(corrected);
  expect((await api.invoice.run.mutate({ through: "2026-12-01" })).parked).toEqual([]);
});

test("INV-4: the policy sets how many invoices a day are possible, runs of the same day counted together", async () => {
  const policy = { ...defaultPolicy, billing: { ...defaultPolicy.billing, mostInvoicesADay: 3 } };
  await practice.local().policy.adopt.mutate({ policy, from: "2026-12-01" });
  const api = practice.local({ key: "one-run" });
  await practice.local().account.open.mutate({ name: "Acme", id: "acme", openedOn: "2026-01-01" });
  const buy = (on: string) =>
    practice.local().allowance.buy.mutate({ account: "acme", kind: "monthly", minutes: 300, on });
  await buy("2026-10-01");
  const first = await api.invoice.run.mutate({ through: "2026-12-01" });
  expect({ parked: first.parked, issued: first.invoices.length }).toEqual({ parked: [], issued: 2 });
  await buy("2026-11-01");
  const next = await practice.local({ key: "next-run" }).invoice.run.mutate({ through: "2026-12-01" });
  expect(next.parked).toMatchObject([{ account: "acme", steps: 1, issuedToday: 4, most: 3 }]);
  expect(next.invoices).toEqual([]);
  practice.on("2026-12-02");
  const later = await practice.local().invoice.run.mutate({ through: "2026-12-01" });
  expect({ parked: later.parked, issued: later.invoices.length }).toEqual({ parked: [], issued: 1 });
});
