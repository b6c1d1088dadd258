import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Api } from "./client.ts";
import { places } from "./places.ts";
import { expectGoodBooks, openPractice, type Practice } from "./practice.ts";

const row = (
  externalId: string,
  account: string,
  changes: { readonly minutes?: number; readonly id?: string } = {},
) => ({
  id: randomUUID(),
  source: "csv",
  externalId,
  account,
  deliverable: null as string | null,
  worker: "w1",
  on: "2026-02-03",
  minutes: 60,
  note: "",
  billable: true,
  settledElsewhere: false,
  ...changes,
});

describe.each(places)("a row of another system on %s", (_engine, place) => {
  let practice: Practice;
  let api: Api;
  beforeEach(async () => {
    practice = await openPractice(await place(), "2026-02-16");
    api = await practice.as("coordinator");
  });
  afterEach(async () => {
    await expectGoodBooks(api);
    await practice.close();
  });
  const load = (...entries: readonly ReturnType<typeof row>[]) =>
    api.time.import.mutate({ createMissing: true, entries: [...entries] });
  const accounts = async () => (await api.account.list.query({})).items.map(({ name }) => name).toSorted();

  test("IMP-1: is known when its account was renamed: nothing is taken in or invoiced twice", async () => {
    expect(await load(row("1", "Old Mill"))).toMatchObject({ accepted: 1 });
    await api.invoice.run.mutate({ through: "2026-02-15" });
    await api.account.edit.mutate({ account: "old-mill", name: "New Mill" });
    expect(await load(row("1", "Old Mill"))).toMatchObject({ accepted: 0, duplicates: 1, rejected: [] });
    expect(await load(row("2", "Old Mill"))).toMatchObject({ accepted: 1 });
    expect(await accounts()).toEqual(["New Mill"]);
    practice.on("2026-03-02");
    const { invoices } = await api.invoice.run.mutate({ through: "2026-03-01" });
    expect(invoices.map(({ account, minutes }) => [account, minutes])).toEqual([["old-mill", 60]]);
  });

  test("IMP-1: is told as changed when it comes with the same id for another client, or with other minutes", async () => {
    await load(row("1", "Old Mill"), row("2", "Old Mill"));
    const answer = await load(row("1", "Bakery"), row("2", "Old Mill", { minutes: 90 }), row("3", "Bakery"));
    expect(answer).toMatchObject({ accepted: 1, duplicates: 0 });
    expect(answer.rejected.map(({ index, reason }) => [index, reason])).toEqual([
      [0, "changed-at-source"],
      [1, "changed-at-source"],
    ]);
    expect(answer.rejected[1]?.message).toContain("2026-02-03, 60 minutes of w1 for Old Mill");
    // Invoiced there meanwhile, it is the same row still.
    expect(await load({ ...row("1", "Old Mill"), settledElsewhere: true })).toMatchObject({ duplicates: 1 });
  });

  test("IMP-1: with an id that its own file uses twice for different work is told, not lost", async () => {
    const answer = await load(row("1", "Old Mill"), row("1", "Old Mill"), row("1", "Old Mill", { minutes: 30 }));
    expect(answer).toMatchObject({ accepted: 1, duplicates: 1, rejected: [{ index: 2, reason: "changed-at-source" }] });
  });

  test("IMP-1: whose deliverable was renamed here joins that deliverable", async () => {
    await load({ ...row("1", "Old Mill"), deliverable: "Shop" });
    await api.deliverable.edit.mutate({ account: "old-mill", deliverable: "shop", name: "Web shop" });
    await load({ ...row("2", "Old Mill"), deliverable: "Shop" });
    const shown = await api.account.show.query({ account: "old-mill" });
    expect(shown.deliverables).toEqual([{ id: "shop", name: "Web shop" }]);
  });

  test("IMP-1: says a person's name as somebody once said it is spelled here", async () => {
    await api.time.import.mutate({
      createMissing: true,
      entries: [row("1", "Old Mill")],
      people: [{ name: "w1", is: "Wanda One" }],
    });
    await load(row("2", "Old Mill"));
    const workers = (await api.time.list.query({ account: "old-mill" })).items.map(({ worker }) => worker);
    expect(workers).toEqual(["Wanda One", "Wanda One"]);
    expect(await load(row("1", "Old Mill"))).toMatchObject({ duplicates: 1 });
  });

  test("IMP-1: names match names only, so any order of rows gives the same accounts with the same time", async () => {
    const names = ["Studio Ünlü", "studio-unlu", "第3領域", "3", "Studio Unlu"];
    const rows = names.map((name, at) => row(`${at}`, name, { minutes: 10 * (at + 1) }));
    const worked = async (own: Api) => {
      const { items } = await own.account.list.query({});
      const shown = await Promise.all(items.map(({ id }) => own.account.show.query({ account: id })));
      return shown.map(({ name, minutes }) => `${name} ${minutes.worked}`).toSorted();
    };
    const expected = names.map((name, at) => `${name} ${10 * (at + 1)}`).toSorted();
    const all = { minLength: rows.length, maxLength: rows.length };
    const imported = async (shuffled: typeof rows) => {
      const other = await openPractice(await place(), "2026-02-16");
      try {
        const own = await other.as("coordinator");
        for (const each of shuffled) await own.time.import.mutate({ createMissing: true, entries: [each] });
        expect(await worked(own)).toEqual(expected);
      } finally {
        await other.close();
      }
    };
    await fc.assert(fc.asyncProperty(fc.shuffledSubarray(rows, all), imported), { numRuns: 6 });
  });

  test("IMP-1: of a client whose name two accounts have is refused, with both ids", async () => {
    await api.account.open.mutate({ name: "Twins", id: "twins-a" });
    await api.account.open.mutate({ name: "Twins", id: "twins-b" });
    const { accepted, rejected } = await load(row("1", "Twins"));
    expect(accepted).toBe(0);
    expect(rejected).toMatchObject([{ reason: "no-account" }]);
    expect(rejected[0]?.message).toContain("twins-a, twins-b");
  });
});
