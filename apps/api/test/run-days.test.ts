import { afterEach, describe, expect, test } from "vitest";
import { type Place, places } from "./places.ts";
import { openPractice, type Practice, refusalOf } from "./practice.ts";

describe.each(places)("a run over accounts in several time zones on %s", (_engine, place: () => Promise<Place>) => {
  let practice: Practice;
  let api: ReturnType<Practice["local"]>;
  afterEach(() => practice.close());
  /** The instant is noon of a day in UTC. */
  const open = async (zone: string, accounts: Readonly<Record<string, string | undefined>>) => {
    practice = await openPractice(await place(), "2025-11-03");
    api = practice.local();
    await api.practice.set.mutate({ timeZone: zone });
    for (const [id, timeZone] of Object.entries(accounts)) {
      await api.account.open.mutate({ name: id, id, timeZone });
      await api.time.log.mutate({ account: id, on: "2025-11-18", minutes: 60 });
    }
  };

  test("INV-1: issues on the account's own day: stopped only from the day after it there", async () => {
    await open("America/Los_Angeles", { kiritimati: "Pacific/Kiritimati", home: undefined });
    // Noon of 30 November in UTC: 30 November in Los Angeles, 1 December already on Kiritimati.
    practice.on("2025-11-30");
    const { invoices, later } = await api.invoice.run.mutate({ through: "2025-11-30" });
    expect(later).toEqual([]);
    const issued = await Promise.all(invoices.map(({ number }) => api.invoice.show.query({ number: number ?? "" })));
    expect(issued.map(({ account, issuedOn }) => [account, issuedOn]).toSorted()).toEqual([
      ["home", "2025-11-30"],
      ["kiritimati", "2025-12-01"],
    ]);
    expect(await api.account.standing.query({ account: "kiritimati" })).toMatchObject({ standing: "good" });
    practice.on("2025-12-01");
    expect(await api.account.standing.query({ account: "kiritimati" })).toMatchObject({
      standing: "stopped",
      stoppedSince: "2025-12-02",
    });
  });

  test("INV-1: takes the accounts whose day has come and names the others; the draft says the same", async () => {
    await open("America/Los_Angeles", { kiritimati: "Pacific/Kiritimati", home: undefined });
    practice.on("2025-11-29");
    const draft = await api.invoice.draft.query({ through: "2025-11-30" });
    const run = await api.invoice.run.mutate({ through: "2025-11-30", expect: draft.digest });
    for (const answer of [draft, run]) {
      expect(answer.invoices.map(({ account }) => account)).toEqual(["kiritimati"]);
      expect(answer.later).toEqual([{ account: "home", today: "2025-11-29" }]);
    }
    practice.on("2025-11-30");
    const rest = await api.invoice.run.mutate({ through: "2025-11-30" });
    expect(rest.invoices.map(({ account }) => account)).toEqual(["home"]);
  });

  test("INV-1: is refused where its day has come nowhere", async () => {
    await open("UTC", { home: undefined });
    practice.on("2025-11-29");
    expect(await refusalOf(api.invoice.run.mutate({ through: "2025-11-30" }))).toMatchObject({
      code: "RUN_AFTER_TODAY",
    });
  });
});
