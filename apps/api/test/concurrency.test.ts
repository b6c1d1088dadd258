import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { RunAnswer } from "../src/billing/run-answer.ts";
import type { Api } from "./client.ts";
import { type Place, places } from "./places.ts";
import { expectGoodBooks, openPractice, type Practice } from "./practice.ts";
import { type Program, program } from "./processes.ts";

describe.each(places)("several processes on one practice on %s", (_engine, newPlace) => {
  let place: Place;
  const open: Practice[] = [];
  const started: Program[] = [];
  beforeEach(async () => {
    place = await newPlace();
  });
  afterEach(async () => {
    for (const each of started.splice(0)) await each.kill();
    for (const each of open.splice(0)) await each.close();
  });

  const practiceAt = async (at: Place, today: string): Promise<Practice> => {
    const practice = await openPractice(at, today);
    open.push(practice);
    return practice;
  };
  const clerk = (work: string, today: string, ...words: readonly string[]): Program => {
    const one = program("clerk", place.url, work, today, ...words);
    started.push(one);
    return one;
  };
  /** Lets all begin at the same moment; what each says at its end. */
  async function together<T>(clerks: readonly Program[]): Promise<readonly T[]> {
    await Promise.all(clerks.map((each) => each.line()));
    return (await Promise.all(clerks.map((each) => each.go()))).map((said): T => JSON.parse(said));
  }
  const times = <T>(count: number, make: () => T): readonly T[] => Array.from({ length: count }, make);

  test("open one new database together and begin the same books", async () => {
    const answers = await together<{ items: readonly { version: number }[] }>(
      times(4, () => clerk("open", "2024-01-08")),
    );
    for (const { items } of answers) expect(items).toMatchObject([{ version: 1 }]);
    const practice = await practiceAt(place, "2024-01-08");
    const journal = await practice.local().journal.list.query({});
    expect(journal.items.map(({ type }) => type)).toEqual(["books.opened"]);
    await expectGoodBooks(practice.local());
  });

  test("ALW-7, ALW-8: log against one allowance, use it up to the minute and alert once", async () => {
    const practice = await practiceAt(place, "2024-01-08");
    const api = practice.local();
    await api.account.open.mutate({ name: "Acme" });
    await api.allowance.buy.mutate({ account: "acme", kind: "lump-sum", minutes: 600, paid: true });
    const answers = await together<{ covered: number; open: number; alerts: readonly number[] }>(
      times(4, () => clerk("log", "2024-01-08", "15", "17")),
    );
    const sum = (of: (answer: (typeof answers)[number]) => number) => answers.reduce((all, each) => all + of(each), 0);
    expect(sum(({ covered }) => covered)).toBe(600);
    expect(sum((each) => each.open)).toBe(4 * 15 * 17 - 600);
    expect(answers.flatMap(({ alerts }) => alerts).toSorted((a, b) => a - b)).toEqual([50, 75, 90, 100]);
    const { items } = await api.journal.list.query({ stream: "acme", type: "time.logged" });
    expect(items).toHaveLength(60);
    await expectGoodBooks(api);
  });

  /** Three accounts, two with a monthly allowance, with work in four periods. */
  async function workToBill(api: Api, practice: Practice): Promise<void> {
    for (const name of ["Acme", "Beta", "Gamma"]) {
      const account = name.toLowerCase();
      await api.account.open.mutate({ name });
      const month = { account, kind: "monthly", minutes: 120, paid: true, on: "2024-01-01" } as const;
      if (name !== "Acme") await api.allowance.buy.mutate(month);
      for (let day = 2; day <= 50; day += 3)
        await api.time.log.mutate({
          account,
          on: new Date(Date.UTC(2024, 0, day)).toISOString().slice(0, 10),
          minutes: 20 + day,
        });
    }
    practice.on("2024-02-26");
  }
  /** What was billed, but for the numbers, which depend on who was first. */
  const billed = async (api: Api) => {
    const { items } = await api.invoice.list.query({});
    const documents = [];
    for (const { number } of items) {
      const { lines, account, kind, period, total } = await api.invoice.show.query({ number });
      const worked = lines.map((line) => [line.minutes, line.amount, line.slices.map((slice) => slice.minutes)]);
      documents.push(JSON.stringify([account, kind, period, total, worked]));
    }
    return documents.toSorted();
  };
  const numbersOf = async (api: Api) => (await api.invoice.list.query({})).items.map(({ number }) => number).toSorted();
  const gapless = (count: number) => times(count, () => "").map((_, at) => `INV-${String(at + 1).padStart(6, "0")}`);

  test("INV-4: run the same billing at once and issue one set of documents", async () => {
    const alone = await practiceAt(await newPlace(), "2024-01-08");
    await workToBill(alone.local(), alone);
    await alone.local().invoice.run.mutate({ through: "2024-02-25" });

    const practice = await practiceAt(place, "2024-01-08");
    const api = practice.local();
    await workToBill(api, practice);
    const before = (await api.invoice.list.query({})).items.length;
    const runs = await together<RunAnswer>(times(4, () => clerk("run", "2024-02-26", "2024-02-25")));
    const issued = runs.flatMap(({ invoices }) => invoices.map(({ number }) => number));
    expect(new Set(issued).size).toBe(issued.length);
    const numbers = await numbersOf(api);
    expect(numbers).toHaveLength(before + issued.length);
    expect(numbers).toEqual(gapless(numbers.length));
    expect(await billed(api)).toEqual(await billed(alone.local()));
    expect((await api.invoice.run.mutate({ through: "2024-02-25" })).invoices).toEqual([]);
    await expectGoodBooks(api);
  });

  test("INV-4: finish the run of one that was killed, with the same documents", async () => {
    const alone = await practiceAt(await newPlace(), "2024-01-08");
    await workToBill(alone.local(), alone);
    await alone.local().invoice.run.mutate({ through: "2024-02-25" });

    const practice = await practiceAt(place, "2024-01-08");
    const api = practice.local();
    await workToBill(api, practice);
    const before = (await api.invoice.list.query({})).items.length;
    const doomed = clerk("run", "2024-02-26", "2024-02-25");
    await doomed.line();
    doomed.child.stdin?.end("go\n");
    while ((await api.invoice.list.query({})).items.length === before && doomed.child.exitCode === null);
    await doomed.kill();
    await expectGoodBooks(api);
    await api.invoice.run.mutate({ through: "2024-02-25" });
    expect(await billed(api)).toEqual(await billed(alone.local()));
    const numbers = await numbersOf(api);
    expect(numbers).toEqual(gapless(numbers.length));
    await expectGoodBooks(api);
  });

  test("INV-3, ALW-8: credit and log while runs issue, and lose no minute", async () => {
    const practice = await practiceAt(place, "2024-01-08");
    const api = practice.local();
    await workToBill(api, practice);
    await api.invoice.run.mutate({ through: "2024-01-14" });
    const number = (await api.invoice.list.query({ account: "acme" })).items.find(
      ({ kind }) => kind === "work",
    )?.number;
    const before = (await api.books.verify.query()).minutes.worked;
    const today = "2024-02-26";
    const [memos = []] = await together<readonly string[]>([
      clerk("credit", today, number ?? "", "8"),
      clerk("run", today, "2024-01-28"),
      clerk("run", today, "2024-02-25"),
      clerk("log", today, "12", "9"),
      clerk("run", today, "2024-02-11"),
    ]);
    expect(memos).toEqual(times(8, () => "").map((_, at) => `CM-${String(at + 1).padStart(6, "0")}`));
    const numbers = await numbersOf(api);
    expect(numbers).toEqual(gapless(numbers.length));
    const { minutes } = await api.books.verify.query();
    expect(minutes.worked).toBe(before + 12 * 9);
    await expectGoodBooks(api);

    practice.on("2024-03-11");
    await api.invoice.run.mutate({ through: "2024-03-10" });
    const after = (await api.books.verify.query()).minutes;
    // Four of the eight credits were waived; everything else is billed or covered in the end.
    expect(after).toMatchObject({ worked: before + 12 * 9, open: 0, writtenOff: 12 });
    await expectGoodBooks(api);
  });

  test("repeat a payment with its key and record it once", async () => {
    const practice = await practiceAt(place, "2024-01-08");
    const api = practice.local();
    await api.account.open.mutate({ name: "Acme" });
    const key = randomUUID();
    const answers = await together<{ payment: { id: string } }>(times(4, () => clerk("pay", "2024-01-08", key)));
    expect(new Set(answers.map(({ payment }) => payment.id)).size).toBe(1);
    expect((await api.payment.list.query({ account: "acme" })).items).toHaveLength(1);
    await expectGoodBooks(api);
  });
});
