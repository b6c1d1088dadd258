import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { places } from "./places.ts";
import { openPractice, type Practice } from "./practice.ts";

describe.each(places)("editing billed time on %s", (_engine, place) => {
  let practice: Practice;
  let api: ReturnType<Practice["local"]>;
  let entry: string;
  beforeAll(async () => {
    practice = await openPractice(await place(), "2024-01-08");
    api = practice.local();
    await api.account.open.mutate({ name: "Acme", id: "acme" });
    const logged = await api.time.log.mutate({ account: "acme", on: "2024-01-02", minutes: 30, note: "Cal" });
    entry = logged.entry.id;
    practice.on("2024-01-15");
    await api.invoice.run.mutate({ through: "2024-01-14" });
  });
  afterAll(() => practice.close());
  const journal = async () => (await api.journal.list.query({ stream: "acme" })).items.length;
  const memos = async () => (await api.credit.list.query({ account: "acme" })).items.length;

  test("INV-3: with what it says already changes nothing: no document, no journal row, the same entry", async () => {
    const before = await journal();
    for (const same of [{ minutes: 30 }, { on: "2024-01-02" }, { note: "Cal" }, { billable: true }, {}]) {
      const answer = await api.time.amend.mutate({ account: "acme", entry, ...same });
      expect(answer).toMatchObject({ entry: { id: entry, version: 1 }, replaced: entry, creditMemos: [] });
    }
    expect([await journal(), await memos()]).toEqual([before, 0]);
  });

  test("INV-3: of its note alone needs no credit memo, and the issued invoice keeps its text", async () => {
    const before = await journal();
    for (const note of ["Call", "Call about the roll-out"])
      await api.time.amend.mutate({ account: "acme", entry, note });
    expect([await journal(), await memos()]).toEqual([before + 2, 0]);
    const [listed] = (await api.time.list.query({ account: "acme" })).items;
    expect(listed).toMatchObject({ id: entry, note: "Call about the roll-out", openMinutes: 0 });
    const invoice = await api.invoice.show.query({ number: "INV-000001" });
    expect(invoice.entries[entry]?.note).toBe("Cal");
    expect(await api.books.verify.query()).toMatchObject({ ok: true });
  });

  test("INV-3: of its minutes reverses it and credits the invoice, as before", async () => {
    const answer = await api.time.amend.mutate({ account: "acme", entry, minutes: 20 });
    expect(answer.creditMemos).toEqual(["CM-000001"]);
    expect(answer.entry).toMatchObject({ minutes: 20, openMinutes: 20, note: "Call about the roll-out" });
  });
});
