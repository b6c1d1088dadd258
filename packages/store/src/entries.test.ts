import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { account, entry, type OpenedStore, openAccount, stores } from "../test/books.ts";
import { stored } from "../test/money.ts";
import type { Books } from "./books.ts";
import type { EntryFilter } from "./entries.ts";
import type { EntryRecord } from "./entry-record.ts";

describe.each(stores)("time entries on %s", (_engine, open) => {
  let opened: OpenedStore;
  beforeAll(async () => {
    opened = await open();
    for (const id of ["acme", "beta"]) await openAccount(opened.store, account(id));
  });
  afterAll(() => opened.close());
  beforeEach(() =>
    opened.store.database.write(async ({ db }) => {
      for (const table of ["time_entry", "open_day"] as const) await db.deleteFrom(table).execute();
    }),
  );
  const change = <T>(work: (books: Books) => Promise<T>): Promise<T> => opened.store.touch(work);
  const read = <T>(work: (books: Books) => Promise<T>): Promise<T> => opened.store.read(work);
  const insert = (...records: readonly EntryRecord[]) => change(({ entries }) => entries.insert(records));
  const openDays = async () =>
    Object.fromEntries((await read(({ entries }) => entries.openDays("acme"))).map(({ on, minutes }) => [on, minutes]));

  test("come back as they were written", async () => {
    const plain = entry("plain");
    const full = entry("full", {
      ...{ sequence: 7, deliverable: "site", minutes: 75, rawMinutes: 71, billable: true, openMinutes: 15, version: 3 },
      ...{
        round: 2,
        roundFrom: 60,
        deferredOn: "2024-01-15",
        source: "toggl",
        externalId: "77",
        overrideReason: "urgent",
      },
    });
    const gone = entry("gone", {
      openMinutes: 0,
      reversedOn: "2024-01-09",
      replacedBy: "full",
      settledElsewhere: true,
    });
    await insert(plain, full, gone);
    for (const record of [plain, full, gone])
      expect(await read(({ entries }) => entries.find("acme", record.id))).toEqual(record);
    expect(await read(({ entries }) => entries.find("beta", "plain"))).toBeUndefined();
    expect(await read(({ entries }) => entries.many("acme", ["full", "gone", "nobody"]))).toHaveLength(2);
    expect(await read(({ entries }) => entries.many("acme", []))).toEqual([]);
  });

  test.each([
    ["an emoji with its joiners", "👩‍💻 🧾"],
    ["right to left", "שלום \u202Eعربي\u202C"],
    ["quotes of all kinds", `"O'Brien" said «“no”» \\ \\n {a,"b"} $1 ? :x %s`],
    ["lines and tabs", "one\r\n\ttwo\u2028three"],
    ["letters with marks, composed or not", "Zoë Zoe\u0308"],
    ["nothing", ""],
  ])("keep %s", async (_what, note) => {
    await insert(entry("text", { note, worker: `${note} `, source: note, externalId: note }));
    expect(await read(({ entries }) => entries.find("acme", "text"))).toMatchObject({
      note,
      worker: `${note} `,
      externalId: note,
    });
    expect([...(await read(({ entries }) => entries.ofSource(note, [note]))).keys()]).toEqual([note]);
    expect(await read(({ entries }) => entries.list({ worker: `${note} `, limit: 9 }))).toHaveLength(1);
  });

  test.each([
    ["the same id", entry("b", { id: "a" })],
    ["the same external id of the same source", entry("b", { source: "toggl", externalId: "1" })],
    ["more open minutes than it has (INV-4)", entry("b", { minutes: 60, openMinutes: 61 })],
    ["less than no open minutes", entry("b", { openMinutes: -1 })],
    ["an account that is not there", entry("b", { account: "nobody" })],
  ])("are refused by the database with %s", async (_what, second) => {
    await insert(entry("a", { source: "toggl", externalId: "1" }));
    await expect(insert(second)).rejects.toThrow(/constraint/i);
    expect(await openDays()).toEqual({ "2024-01-02": 60 });
  });

  test("may share ids between accounts, and external ids between sources", async () => {
    await insert(entry("a", { source: "toggl", externalId: "1" }), entry("b", { source: "harvest", externalId: "1" }));
    await insert(entry("a", { account: "beta", source: "toggl", externalId: "1" }), entry("c"), entry("d"));
    expect(await read(({ entries }) => entries.list({ limit: 9 }))).toHaveLength(5);
  });

  test("are known by id in their account, and by source and external id in all of them, a thousand at once (IMP-1)", async () => {
    const many = Array.from({ length: 1_000 }, (_, at) =>
      entry(`id-${at}`, { source: "toggl", externalId: `x-${at}` }),
    );
    await insert(...many.slice(0, 500));
    await insert(entry("elsewhere", { account: "beta", source: "toggl", externalId: "x-600" }));
    await insert(entry("other", { source: "harvest", externalId: "x-700" }));
    const ids = many.map(({ id }) => id);
    expect(await read(({ entries }) => entries.known("acme", ids))).toEqual(new Set(ids.slice(0, 500)));
    expect(await read(({ entries }) => entries.known("acme", []))).toEqual(new Set());
    const ofSource = await read(({ entries }) =>
      entries.ofSource(
        "toggl",
        many.map(({ externalId }) => externalId ?? ""),
      ),
    );
    const expected = new Set([...many.slice(0, 500).map(({ externalId }) => externalId), "x-600"]);
    expect(new Set(ofSource.keys())).toEqual(expected);
    expect([ofSource.get("x-600")?.account, ofSource.get("x-1")?.account]).toEqual(["beta", "acme"]);
    expect(await read(({ entries }) => entries.ofSource("toggl", []))).toEqual(new Map());
  });

  describe("are listed", () => {
    const list = async (filter: Omit<EntryFilter, "limit">) =>
      (await read(({ entries }) => entries.list({ limit: 100, ...filter }))).map(({ id }) => id).join(" ");
    beforeEach(() =>
      insert(
        entry("a1", { sequence: 1, on: "2024-01-02", worker: "Bo" }),
        entry("a2", { sequence: 2, on: "2024-01-03", worker: "Cy", deliverable: "site" }),
        entry("a3", { sequence: 3, on: "2024-01-03", worker: "Bo", openMinutes: 0 }),
        entry("b1", { account: "beta", sequence: 1, on: "2024-01-03", worker: "Bo", deliverable: "site" }),
        entry("b2", { account: "beta", sequence: 2, on: "2024-01-01", worker: "bo" }),
      ),
    );

    test.each([
      [{}, "b1 a3 a2 a1 b2"],
      [{ account: "acme" }, "a3 a2 a1"],
      [{ worker: "Bo" }, "b1 a3 a1"],
      [{ deliverable: "site" }, "b1 a2"],
      [{ account: "acme", deliverable: "site" }, "a2"],
      [{ from: "2024-01-02" }, "b1 a3 a2 a1"],
      [{ to: "2024-01-02" }, "a1 b2"],
      [{ from: "2024-01-02", to: "2024-01-02", worker: "Bo" }, "a1"],
      [{ open: true }, "b1 a2 a1 b2"],
      [{ account: "acme", open: true, worker: "Cy" }, "a2"],
      [{ worker: "nobody" }, ""],
    ] as const)("newest first, with %o", async (filter, ids) => expect(await list(filter)).toBe(ids));

    test.each([{}, { account: "acme" }, { worker: "Bo" }, { open: true }])(
      "page by page as all at once, with %o",
      async (filter) => {
        // An entry and the one that took its place stand at the same place of the waterfall (ALW-5).
        await insert(entry("a3-again", { sequence: 3, on: "2024-01-03", worker: "Bo" }));
        for (const limit of [1, 2]) {
          const ids: string[] = [];
          for (let before: EntryRecord | undefined; ; ) {
            const page = await read(({ entries }) => entries.list({ ...filter, limit, before }));
            ids.push(...page.map(({ id }) => id));
            before = page.at(-1);
            if (page.length < limit) break;
          }
          expect(ids.join(" ")).toBe(await list(filter));
        }
      },
    );
  });

  test("sort by bytes, not as people do, on every engine", async () => {
    const ids = ["B", "a", "Z", "ä", "_", "-1", "10", "9", "é", "🧾", "\uFFFD"];
    await insert(...ids.map((id) => entry(id, { account: "acme" })));
    const listed = await read(({ entries }) => entries.list({ limit: 99 }));
    const byBytes = ids.toSorted((a, b) => Buffer.compare(Buffer.from(b), Buffer.from(a)));
    expect(listed.map(({ id }) => id)).toEqual(byBytes);
  });

  test("open minutes come in the order of the waterfall: work date, then first recording (ALW-5)", async () => {
    await insert(
      entry("second", { sequence: 9, on: "2024-01-02" }),
      entry("third", { sequence: 1, on: "2024-01-03", minutes: 90, openMinutes: 30, round: 1, roundFrom: 60 }),
      entry("first", { sequence: 2, on: "2024-01-02", deferredOn: "2024-01-05", deliverable: "site" }),
      entry("billed", { sequence: 3, openMinutes: 0 }),
      entry("later", { sequence: 4, on: "2024-01-15" }),
      entry("other", { account: "beta" }),
    );
    expect(await read(({ entries }) => entries.openBefore("acme", "2024-01-15"))).toEqual([
      {
        id: "first",
        on: "2024-01-02",
        deliverable: "site",
        minutes: 60,
        deferredOn: "2024-01-05",
        round: 0,
        roundFrom: 0,
      },
      { id: "second", on: "2024-01-02", deliverable: null, minutes: 60, deferredOn: null, round: 0, roundFrom: 0 },
      { id: "third", on: "2024-01-03", deliverable: null, minutes: 30, deferredOn: null, round: 1, roundFrom: 60 },
    ]);
  });

  describe("keep the open minutes of their day", () => {
    test("when they are recorded, however many at once", async () => {
      await insert(entry("a"), entry("b", { minutes: 30 }), entry("c", { on: "2024-01-03", openMinutes: 0 }));
      await insert(entry("d", { minutes: 5 }));
      expect(await openDays()).toEqual({ "2024-01-02": 95 });
    });

    test("when they change size or day", async () => {
      await insert(entry("a"), entry("b"));
      const amend = (after: Partial<EntryRecord>) =>
        change(async (books) => {
          const before = await stored(books, "a");
          await books.entries.update(before, { ...before, ...after });
        });
      await amend({ minutes: 90, openMinutes: 90 });
      expect(await openDays()).toEqual({ "2024-01-02": 150 });
      await amend({ on: "2024-01-09" });
      expect(await openDays()).toEqual({ "2024-01-02": 60, "2024-01-09": 90 });
      await amend({ openMinutes: 0 });
      expect(await openDays()).toEqual({ "2024-01-02": 60 });
      await amend({ note: "only words" });
      expect(await openDays()).toEqual({ "2024-01-02": 60 });
    });

    test("when a run closes a period, but for what waits for a payment (ALW-3)", async () => {
      await insert(entry("a", { roundFrom: 5 }), entry("b", { on: "2024-01-05" }), entry("c", { on: "2024-01-15" }));
      await change(async ({ entries }) => {
        const waiting = (await entries.openBefore("acme", "2024-01-15")).filter(({ id }) => id === "b");
        const deferred = waiting.map((each) => ({ entry: each, minutes: 20, deferredOn: "2024-01-16" }));
        await entries.freezeBefore("acme", "2024-01-15", deferred);
      });
      expect(await openDays()).toEqual({ "2024-01-05": 20, "2024-01-15": 60 });
      const after = await read(({ entries }) => entries.many("acme", ["a", "b", "c"]));
      expect(
        Object.fromEntries(after.map(({ id, ...each }) => [id, [each.openMinutes, each.roundFrom, each.deferredOn]])),
      ).toEqual({ a: [0, 65, null], b: [20, 40, "2024-01-16"], c: [60, 0, null] });
    });

    test("which never go below zero: the database refuses", async () => {
      await insert(entry("a"));
      const wrong = change(({ entries }) =>
        entries.update(entry("a", { openMinutes: 61 }), entry("a", { openMinutes: 0 })),
      );
      await expect(wrong).rejects.toThrow(/constraint/i);
    });
  });

  test("that nobody pays for are added up within a period", async () => {
    const free = { billable: false, openMinutes: 0 };
    await insert(
      entry("a", { ...free, on: "2024-01-01" }),
      entry("b", { ...free, on: "2024-01-14", minutes: 30 }),
      entry("next", { ...free, on: "2024-01-15" }),
      entry("reversed", { ...free, reversedOn: "2024-01-05" }),
      entry("billable"),
    );
    expect(await read(({ entries }) => entries.nonBillableBetween("acme", "2024-01-01", "2024-01-15"))).toBe(90);
    expect(await read(({ entries }) => entries.nonBillableBetween("beta", "2024-01-01", "2024-01-15"))).toBe(0);
  });
});
