import { defaultPolicy } from "@cimpro/domain";
import { extractText, getDocumentProxy } from "unpdf";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openPractice, type Practice, refusalOf } from "./practice.ts";

let practice: Practice;
const hostile = "Łódź & <b>Söhne</b> „Kft.“ Ωμέγα";

beforeAll(async () => {
  practice = await openPractice();
  const api = practice.local();
  await api.account.open.mutate({ name: hostile, id: "acme", address: "1 Main Street\nSpringfield" });
  await api.account.open.mutate({ name: "Other", id: "other" });
  await api.deliverable.add.mutate({ account: "acme", name: "ERP sync", id: "erp" });
  await api.time.log.mutate({ account: "acme", deliverable: "erp", minutes: 95, on: "2024-01-02", note: "Mapping" });
  await api.allowance.buy.mutate({ account: "acme", kind: "lump-sum", minutes: 600, on: "2024-01-08" });
  practice.on("2024-01-15");
  await practice.local().invoice.run.mutate({ through: "2024-01-14" });
  await practice.local().payment.record.mutate({ account: "acme", amount: 100_000, invoice: "INV-000001" });
  await practice
    .local()
    .credit.issue.mutate({ number: "INV-000002", line: 1, minutes: 35, reason: "waive", note: "Goodwill" });
});
afterAll(() => practice.close());

/** The words of a PDF, with the white space of its layout taken out. */
async function wordsOf({ base64 }: { readonly base64: string }): Promise<string> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(Buffer.from(base64, "base64"))), {
    mergePages: true,
  });
  return text.replace(/\s+/g, " ");
}

test("an invoice says what the books say: parties, lines, clauses, total, and what was paid", async () => {
  const words = await wordsOf(await practice.local().document.invoice.query({ number: "INV-000002" }));
  for (const part of [
    hostile,
    "INV-000002",
    "ERP sync",
    "Mapping",
    "1 h 35",
    "$235.00",
    "$372.08",
    "RATE-5",
    "CM-000001",
  ])
    expect(words).toContain(part);
});

test("printing an invoice twice gives the same bytes", async () => {
  const ask = () => practice.local().document.invoice.query({ number: "INV-000001" });
  expect(await ask()).toEqual(await ask());
});

test("a credit memo names its invoice, its line, its minutes and why", async () => {
  const words = await wordsOf(await practice.local().document.creditMemo.query({ number: "CM-000001" }));
  for (const part of ["CM-000001", "INV-000002", "35 m", "Goodwill", hostile]) expect(words).toContain(part);
});

test("a statement ends in the balance that the account owes, and tells where its journal ends", async () => {
  const api = practice.local();
  const words = await wordsOf(await api.document.statement.query({ account: "acme" }));
  const { head, closing } = await api.statement.show.query({ account: "acme" });
  expect(words).toContain(head.hash);
  expect(words).toContain((closing / 100).toLocaleString("en-US", { style: "currency", currency: "USD" }));
});

test("a SOW and its dossier carry the seals by which a copy can be checked", async () => {
  const api = practice.local();
  const about = { account: "acme", deliverable: "erp" };
  await api.sow.issue.mutate({
    ...about,
    scope: "Maps the orders",
    estimates: [{ phase: "implementation", minutes: 600 }],
    leadTime: "standard",
    deposit: 50_000,
  });
  expect(await wordsOf(await api.document.sow.query(about))).toContain("Not approved yet");
  const { sow } = await api.sow.approve.mutate({ ...about, by: "Pat Budget" });
  const words = await wordsOf(await api.document.sow.query(about));
  for (const part of ["Maps the orders", "Pat Budget", "$500.00", "$2,350.00"]) expect(words).toContain(part);
  expect(words.replaceAll(" ", "")).toContain(sow.seal);
  const { seal } = await api.phase.dossier.query(about);
  expect((await wordsOf(await api.document.dossier.query(about))).replaceAll(" ", "")).toContain(seal);
});

test("LEAD-7: a SOW says what meets its date, by the policy it was issued under", async () => {
  const about = { account: "other", deliverable: "soon" };
  const issued = async () => {
    await practice.local().sow.issue.mutate({
      ...about,
      estimates: [{ phase: "implementation", minutes: 600 }],
      ...{ leadTime: "expedited", expeditedBy: "2024-03-29", deposit: 0 },
    });
    return wordsOf(await practice.local().document.sow.query(about));
  };
  const api = practice.local();
  await api.deliverable.add.mutate({ account: "other", name: "Soon", id: "soon", kind: "custom-development" });
  expect(await issued()).toContain("met by handing the work over for the customer's testing");
  const leadTimes = { ...defaultPolicy.leadTimes, deliveryMilestone: "published" as const };
  await api.policy.adopt.mutate({ policy: { ...defaultPolicy, leadTimes }, from: "2024-01-16" });
  practice.on("2024-01-16");
  expect(await issued()).toContain("met by publishing the work on the live platform");
});

test("words as long as a line leave the figures of a document on its page", async () => {
  const long = "W".repeat(90);
  const api = practice.local();
  await api.account.open.mutate({ name: long, id: "long", address: long, email: `${long}@pro.example` });
  await api.deliverable.add.mutate({ account: "long", name: long, id: "erp" });
  await api.time.log.mutate({ account: "long", deliverable: "erp", minutes: 95, on: "2024-01-02", note: long });
  const { invoices } = await api.invoice.run.mutate({ through: "2024-01-14", account: "long" });
  const { base64 } = await api.document.invoice.query({ number: invoices[0]?.number ?? "" });
  const pdf = await getDocumentProxy(new Uint8Array(Buffer.from(base64, "base64")));
  const page = await pdf.getPage(1);
  const { items } = await page.getTextContent();
  const [, , width] = page.view;
  const ends = items.flatMap((item) => ("str" in item ? [item.transform[4] + item.width] : []));
  expect(Math.max(...ends)).toBeLessThan(width ?? 0);
  expect(items.filter((item) => "str" in item && item.str === "$372.08")).toHaveLength(3);
});

test("a heading and the head of its table are never left alone at the foot of a page", async () => {
  const pages = async ({ base64 }: { readonly base64: string }) =>
    (await extractText(await getDocumentProxy(new Uint8Array(Buffer.from(base64, "base64"))))).text;
  const about = { account: "acme", deliverable: "erp" };
  const [first = "", ...others] = await pages(await practice.local().document.dossier.query(about));
  expect(others.length).toBeGreaterThan(0);
  const lastWords = first.replace(/\s+/g, " ").replace(/CIMcloud Pro Services · .*$/, "");
  expect(lastWords).not.toMatch(/(Rests on [A-Z]+-\d|Stands) *$/);
});

test("every entry, statement and booking of a document is in its file, also one taller than a page", async () => {
  practice.on("2024-02-05");
  const api = practice.local();
  const about = { account: "tall", deliverable: "erp" };
  const lines = (mark: string, count: number) => Array.from({ length: count }, (_, at) => `${mark}${at}.`);
  await api.account.open.mutate({ name: "Tall", id: "tall", openedOn: "2024-01-01" });
  await api.deliverable.add.mutate({ account: "tall", name: "Sync", id: "erp", kind: "custom-development" });
  const notes = [lines("first", 2), lines("note", 54), lines("long", 200), lines("last", 1)];
  for (const [at, note] of notes.entries())
    await api.time.log.mutate({ account: "tall", minutes: 61 + at, on: "2024-01-23", note: note.join("\n") });
  const { invoices } = await api.invoice.run.mutate({ through: "2024-02-04", account: "tall" });
  const number = invoices[0]?.number ?? "";
  const invoice = await wordsOf(await api.document.invoice.query({ number }));
  const missing = (words: string, marks: readonly string[]) => marks.filter((mark) => words.split(mark).length !== 2);
  expect(missing(invoice, notes.flat())).toEqual([]);
  expect(missing(invoice, ["1 h 01", "1 h 02", "1 h 03", "1 h 04"])).toEqual([]);
  // Control: what is not on the invoice is found to be missing.
  expect(missing(invoice, ["note54."])).toEqual(["note54."]);

  const waived = lines("waived", 80);
  const { creditMemo } = await api.credit.issue.mutate({
    ...{ number, line: 1, minutes: 35, reason: "waive" as const, note: waived.join("\n") },
  });
  expect(missing(await wordsOf(await api.document.creditMemo.query({ number: creditMemo.number })), waived)).toEqual(
    [],
  );

  const references = lines("pay", 60).map((_, at) => at + 1);
  for (const amount of references) await api.payment.record.mutate({ account: "tall", amount: amount * 100 + 7 });
  const statement = await wordsOf(await api.document.statement.query({ account: "tall" }));
  expect(
    missing(
      statement,
      references.map((amount) => `-$${amount}.07`),
    ),
  ).toEqual([]);

  const scope = lines("scope", 150);
  const estimates = [{ phase: "implementation", minutes: 600 }];
  await api.sow.issue.mutate({ ...about, scope: scope.join("\n"), estimates, leadTime: "standard", deposit: 0 });
  expect(missing(await wordsOf(await api.document.sow.query(about)), scope)).toEqual([]);

  const stated = lines("stated", 70);
  await api.sow.approve.mutate({ ...about, by: "Pat Budget" });
  await api.phase.advance.mutate(about);
  const condition = (await api.phase.show.query(about)).missing[0]?.condition ?? "";
  await api.phase.record.mutate({ ...about, condition, what: stated.join("\n"), person: "Ana Evidence" });
  const dossier = await wordsOf(await api.document.dossier.query(about));
  expect(missing(dossier, [...stated, "Ana Evidence"])).toEqual([]);
});

test("a credit memo names work and says what a line was for, as its invoice does", async () => {
  const words = await wordsOf(await practice.local().document.creditMemo.query({ number: "CM-000001" }));
  expect(words).toContain("Line 1: Labor, ERP sync");
});

test("a quote can be printed without signing in, at the rate of its day", async () => {
  const words = await wordsOf(
    await practice.anyone().document.quote.query({ minutes: 600, leadTime: "rush", on: "2024-02-01" }),
  );
  for (const part of ["$2,350.00", "$1,000.00", "$3,350.00", "LEAD-2"]) expect(words).toContain(part);
});

test("a document of another account is not there", async () => {
  const asked = practice.local().document.invoice.query({ number: "INV-000001", account: "other" });
  expect(await refusalOf(asked)).toMatchObject({ code: "NOT_FOUND", status: 404 });
});
