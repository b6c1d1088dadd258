import { extractText, getDocumentProxy } from "unpdf";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openPractice, type Practice } from "./practice.ts";

const foreign = "ACME 張 שלום";
const named = "U+05D5, U+05DC, U+05DD, U+05E9, U+5F35";

async function wordsOf({ base64 }: { readonly base64: string }): Promise<string> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(Buffer.from(base64, "base64"))), {
    mergePages: true,
  });
  return text.replace(/\s+/g, " ");
}

/** The six documents of a practice whose own name and whose customer's are the one given. */
async function documentsOf(practice: Practice, name: string): Promise<Readonly<Record<string, string>>> {
  practice.on("2024-01-10");
  const api = practice.local();
  const about = { account: "acme", deliverable: "erp" };
  await api.practice.set.mutate({ name });
  await api.account.open.mutate({ name, id: "acme" });
  await api.deliverable.add.mutate({ ...about, name, id: "erp" });
  await api.time.log.mutate({ ...about, minutes: 95, on: "2024-01-02", note: name });
  practice.on("2024-01-15");
  const { invoices } = await practice.local().invoice.run.mutate({ through: "2024-01-14" });
  const number = invoices[0]?.number ?? "";
  const now = practice.local();
  await now.credit.issue.mutate({ number, line: 1, minutes: 35, reason: "waive", note: name });
  await now.sow.issue.mutate({
    ...about,
    scope: name,
    estimates: [{ phase: "implementation", minutes: 600 }],
    leadTime: "standard",
    deposit: 0,
  });
  const files = {
    invoice: await now.document.invoice.query({ number }),
    creditMemo: await now.document.creditMemo.query({ number: "CM-000001" }),
    statement: await now.document.statement.query({ account: "acme" }),
    sow: await now.document.sow.query(about),
    dossier: await now.document.dossier.query(about),
    quote: await now.document.quote.query({ minutes: 60 }),
  };
  const words = Object.entries(files).map(async ([kind, file]) => [kind, await wordsOf(file)] as const);
  return Object.fromEntries(await Promise.all(words));
}

let practices: readonly Practice[] = [];
beforeAll(async () => {
  practices = [await openPractice(), await openPractice()];
});
afterAll(() => Promise.all(practices.map((each) => each.close())));

test("each of the six documents names the characters it cannot print, and shows that they are there", async () => {
  const [practice, control] = practices;
  if (practice === undefined || control === undefined) throw new Error("No practice");
  const documents = await documentsOf(practice, foreign);
  expect(Object.keys(documents)).toHaveLength(6);
  for (const [kind, words] of Object.entries(documents)) {
    expect(words, kind).toContain("ACME \uFFFD \uFFFD\uFFFD\uFFFD\uFFFD");
    expect(words, kind).toContain(`do not have them: ${named}.`);
  }
  // Control: names that can be printed are, and nothing is said; also with accents and spaces of their own.
  for (const [kind, words] of Object.entries(await documentsOf(control, "Łódź Ωμέγα Иван So\u0308hne\u202F&")))
    for (const sign of ["\uFFFD", "do not have them"]) expect(words, kind).not.toContain(sign);
});
