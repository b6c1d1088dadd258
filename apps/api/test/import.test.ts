import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Api } from "./client.ts";
import { places } from "./places.ts";
import { expectGoodBooks, openPractice, type Practice, refusalOf } from "./practice.ts";

interface Row {
  readonly id: string;
  readonly source: string;
  readonly externalId: string;
  readonly account: string;
  readonly accountBy?: "name" | "id" | "either";
  readonly deliverable: string | null;
  readonly worker: string;
  readonly on: string;
  readonly minutes: number;
  readonly note: string;
  readonly billable: boolean;
  readonly settledElsewhere: boolean;
}

const row = (account: string, changes: Partial<Row> = {}): Row => ({
  id: randomUUID(),
  source: "toggl",
  externalId: randomUUID(),
  account,
  deliverable: null,
  worker: "Ann",
  on: "2024-01-03",
  minutes: 60,
  note: "",
  billable: true,
  settledElsewhere: false,
  ...changes,
});

describe.each(places)("time.import on %s", (_engine, place) => {
  let practice: Practice;
  let api: Api;
  beforeAll(async () => {
    practice = await openPractice(await place(), "2024-01-08");
    api = await practice.as("coordinator");
  });
  afterAll(async () => {
    await expectGoodBooks(api);
    await practice.close();
  });
  const load = (entries: readonly Row[], more: { readonly createMissing?: boolean; readonly override?: string } = {}) =>
    api.time.import.mutate({ createMissing: true, entries: [...entries], ...more });

  test("opens what is missing, records the rows and knows them the next time", async () => {
    const rows = [
      row("North Star Tools", { deliverable: "Price sync" }),
      row("North Star Tools", { deliverable: "Price sync", billable: false, minutes: 30 }),
      row("Second Co", { settledElsewhere: true, minutes: 15 }),
    ];
    expect(await load(rows)).toEqual({ accepted: 3, acceptedMinutes: 105, duplicates: 0, rejected: [] });
    expect(await load(rows)).toEqual({ accepted: 0, acceptedMinutes: 0, duplicates: 3, rejected: [] });
    const shown = await api.account.show.query({ account: "north-star-tools" });
    expect(shown).toMatchObject({
      name: "North Star Tools",
      deliverables: [{ id: "price-sync", name: "Price sync" }],
      minutes: { worked: 90, open: 60, nonBillable: 30 },
    });
    expect((await api.account.show.query({ account: "second-co" })).minutes).toMatchObject({ settledElsewhere: 15 });
  });

  test("takes an account by its id too, and refuses rows of one that nobody opened", async () => {
    const answer = await load([row("north-star-tools", { accountBy: "id" }), row("Nobody"), row("Nobody")], {
      createMissing: false,
    });
    expect(answer).toMatchObject({ accepted: 1, rejected: [{ index: 1 }, { index: 2 }] });
    expect(answer.rejected.map(({ reason }) => reason)).toEqual(["no-account", "no-account"]);
  });

  test("keeps one of rows that say the same thing twice in a chunk", async () => {
    const twice = row("Twice", { externalId: "1" });
    const sameId = row("Twice", { id: twice.id, externalId: "2" });
    const sameExternal = row("Twice", { externalId: "1" });
    const otherSource = row("Twice", { externalId: "1", source: "harvest" });
    expect(await load([twice, sameId, sameExternal, otherSource])).toMatchObject({ accepted: 2, duplicates: 2 });
  });

  test("refuses work before 1970 and far ahead row by row, and takes the rest", async () => {
    const { accepted, rejected } = await load([
      row("Dates", { on: "1969-12-31" }),
      row("Dates"),
      row("Dates", { on: "2030-01-01" }),
    ]);
    expect(accepted).toBe(1);
    expect(rejected.map(({ index, reason }) => [index, reason])).toEqual([
      [0, "before-1970"],
      [2, "bad-date"],
    ]);
  });

  test("INV-5: refuses work on the stopped days of an account unless a coordinator overrides it", async () => {
    await load([row("Late Payer", { on: "2024-01-02" })]);
    const account = "late-payer";
    await api.allowance.buy.mutate({ account, kind: "lump-sum", minutes: 600 });
    practice.on("2024-01-10");
    const rows = ["2024-01-08", "2024-01-09"].map((on) => row(account, { accountBy: "id", on }));
    const { accepted, rejected } = await load(rows);
    expect({ accepted, rejected: rejected.map(({ index, reason }) => [index, reason]) }).toEqual({
      accepted: 1,
      rejected: [[1, "account-stopped"]],
    });
    // What was taken is a duplicate, whatever the account's standing.
    expect(await load(rows, { override: "Agreed by phone" })).toMatchObject({ accepted: 1, duplicates: 1 });
    practice.on("2024-01-08");
  });

  test("ALW-7: records the alerts of the grants it uses, each once", async () => {
    await api.account.open.mutate({ name: "Alerted" });
    await api.allowance.buy.mutate({ account: "alerted", kind: "lump-sum", minutes: 600, on: "2024-01-01" });
    const rows = [200, 260].map((minutes) => row("alerted", { accountBy: "id", minutes }));
    await load(rows);
    await load(rows);
    const percents = async () =>
      (await api.account.show.query({ account: "alerted" })).alerts.map(({ percent }) => percent);
    expect(await percents()).toEqual([75, 50]);
    expect((await api.time.log.mutate({ account: "alerted", minutes: 80 })).alerts).toMatchObject([{ percent: 90 }]);
    expect(await percents()).toEqual([90, 75, 50]);
  });

  test("opens one account when several clients bring the same new one at once", async () => {
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => load([row("Brand New Co", { deliverable: "Site" }), row("Brand New Co")])),
    );
    expect(answers.map(({ accepted }) => accepted)).toEqual([2, 2, 2, 2, 2]);
    const accounts = (await api.account.list.query({})).items.filter(({ name }) => name === "Brand New Co");
    expect(accounts).toMatchObject([{ id: "brand-new-co", openMinutes: 600 }]);
  });

  test("gives accounts with the same slug different ids", async () => {
    await load([row("Émile & Co"), row("Emile Co")]);
    const ids = (await api.account.list.query({})).items.map(({ id }) => id).filter((id) => id.startsWith("emile"));
    expect(ids).toEqual(["emile-co", "emile-co-2"]);
  });

  test("takes at most a thousand rows, and a thousand at once", async () => {
    const rows = Array.from({ length: 1001 }, () => row("Bulk"));
    expect(await refusalOf(load(rows))).toMatchObject({ status: 400, issues: [{ path: "entries" }] });
    expect(await load(rows.slice(1))).toMatchObject({ accepted: 1000, acceptedMinutes: 60_000 });
  });

  test("tried dry, says the same and keeps nothing", async () => {
    const before = await api.books.verify.query();
    const dry = await practice.as("coordinator", { dryRun: true });
    const entries = [row("Dry Co", { deliverable: "Site" }), row("bulk"), row("Dates", { on: "1960-01-01" })];
    const tried = await dry.time.import.mutate({ createMissing: true, entries });
    expect(tried).toMatchObject({ accepted: 2, rejected: [{ reason: "before-1970" }] });
    expect(await api.books.verify.query()).toEqual(before);
    expect(await load(entries)).toEqual(tried);
  });
});
