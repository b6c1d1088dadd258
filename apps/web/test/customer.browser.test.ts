import { readFileSync } from "node:fs";
import type { APIRequestContext, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { servePractice } from "./served-practice.ts";

let practice: Awaited<ReturnType<typeof servePractice>>;
let context: BrowserContext;
let page: Page;
let faults: readonly string[];

const account = "acme-tools";

/** Tells the server something as whoever is signed in there. */
async function tell(by: APIRequestContext, procedure: string, input: object): Promise<void> {
  const answer = await by.post(`/trpc/${procedure}`, { data: input });
  if (!answer.ok()) throw new Error(`${procedure}: ${await answer.text()}`);
}

/** What the practice did for Acme Tools: a SOW and a change order to approve, hours, an invoice, a plan; and Pat comes in. */
async function prepare(): Promise<void> {
  const admin = await practice.open();
  await admin.page.goto(practice.link);
  await admin.page.getByRole("heading", { level: 1 }).waitFor();
  const api = admin.context.request;
  for (const name of ["Acme Tools", "Beta Marine"]) await tell(api, "account.open", { name, openedOn: "2025-10-01" });
  for (const [name, minutes] of [
    ["Price sync", 600],
    ["Quote portal", 1200],
  ] as const) {
    await tell(api, "deliverable.add", { account, name });
    const work = { account, deliverable: name.toLowerCase().replace(" ", "-") };
    await tell(api, "deliverable.estimate", { ...work, estimates: [{ phase: "implementation", minutes }] });
  }
  await tell(api, "sow.issue", { account, deliverable: "price-sync" });
  const rush = { leadTime: "rush", rushBy: "2025-12-05", expeditedBy: "2025-12-12" };
  await tell(api, "sow.issue", { account, deliverable: "quote-portal", ...rush });
  await tell(api, "sow.approve", { account, deliverable: "quote-portal", by: "Pat Doe" });
  await tell(api, "changeOrder.propose", {
    account,
    deliverable: "quote-portal",
    scope: "Quotes in euros",
    minutes: 120,
  });
  const question = { account, deliverable: "quote-portal", whose: "client", what: "Three sample quotes" };
  await tell(api, "wait.start", question);
  await tell(api, "allowance.buy", { account, kind: "monthly", minutes: 120, on: "2025-11-01", paid: true });
  await tell(api, "time.log", { account, minutes: 210, on: "2025-11-04", note: "Workshop on prices" });
  await tell(api, "invoice.run", { through: "2025-11-16" });
  await tell(api, "plan.save", { account, orderedOn: "2025-11-10" });
  await tell(api, "person.add", { account, name: "Pat Doe" });
  const pat = { account, name: "Pat Doe", email: "pat@acme.example", role: "program-manager" };
  await tell(api, "user.invite", pat);
  const asked = encodeURIComponent(JSON.stringify({ account, kind: "invitation" }));
  const letters = await (await api.get(`/trpc/message.list?input=${asked}`)).json();
  const { hash } = new URL(letters.result.data.items[0].link);
  await admin.context.close();
  await tell(context.request, "invitation.accept", { link: hash.slice(1), password: "correct horse battery" });
}

beforeAll(async () => {
  practice = await servePractice("2025-11-17");
  ({ context, page, faults } = await practice.open());
  await prepare();
});

afterAll(async () => {
  await practice?.stop();
});

const dialog = () => page.getByRole("dialog");
const closed = () => dialog().waitFor({ state: "hidden" });
const heading = (name: string) => page.getByRole("heading", { name, level: 1 }).waitFor();
const turn = (about: string) => page.getByRole("listitem").filter({ hasText: about });

describe("a customer's program manager", () => {
  test("ROLE-5: sees what waits for them and where their work stands, and nothing of the team's", async () => {
    await page.goto("/");
    await page.getByText("Acme Tools: 7 things wait for you.").waitFor();
    await turn("Statement of work").getByText("Price sync").waitFor();
    await turn("Change order over 2 h").getByText("Quote portal").waitFor();
    await turn("Change order over 2 h").getByText("$670.00").waitFor();
    await turn("Three sample quotes").getByText("The promised date moves while we wait").waitFor();
    await turn("INV-000002").getByText("$352.50").waitFor();
    await page.getByRole("article", { name: "Quote portal" }).getByText("phase 1 of 6").waitFor();
    const pages = page.getByRole("navigation", { name: "Pages" }).getByRole("link");
    expect(await pages.allInnerTexts()).toEqual(["Home", "Requests", "Work", "Hours", "Invoices", "Plan", "Team"]);
    expect(await page.getByRole("combobox", { name: "Account" }).count()).toBe(0);
  });

  test("DLV-2: approves a SOW after seeing what it means", async () => {
    await turn("Statement of work").getByRole("link", { name: "Review and approve" }).click();
    await dialog().getByRole("row", { name: "All costs but change orders $2,350.00" }).waitFor();
    await dialog().getByRole("button", { name: "Approve" }).click();
    await closed();
    await page.getByText("SOW approved").first().waitFor();
  });

  test("DLV-4: asks before deciding, and finds the document named in the question", async () => {
    await page.goto("/");
    await turn("Change order over 2 h").getByRole("link", { name: "Review and approve" }).click();
    await dialog().getByRole("link", { name: "Ask a question first" }).click();
    const subject = dialog().getByLabel("What do you need?");
    expect(await subject.inputValue()).toBe("Question about: Change order quote-portal-co-1");
    await page.goBack();
    await dialog().getByRole("button", { name: "Approve" }).waitFor();
  });

  test("DLV-4: approves a change order, which shows its consequence first", async () => {
    await page.goto("/");
    await turn("Change order over 2 h").getByRole("link", { name: "Review and approve" }).click();
    await dialog().getByRole("button", { name: "Approve" }).click();
    await closed();
    await page.goto("/");
    await page.getByText("Acme Tools: 5 things wait for you.").waitFor();
  });

  test("LEAD-6: answers what the work waits for", async () => {
    await turn("Three sample quotes").getByRole("link", { name: "Answer" }).click();
    await dialog().getByLabel("Your answer").fill("They are on staging");
    await dialog().getByRole("button", { name: "Send answer" }).click();
    await closed();
    await page.getByText("Acme Tools: 4 things wait for you.").waitFor();
  });

  test("a message's link leads straight to what it asks", async () => {
    await page.goto("/approve/sow/price-sync/price-sync-sow-1?account=acme-tools");
    await dialog().getByText("Approved by Pat Doe").waitFor();
    await page.keyboard.press("Escape");
    await closed();
  });

  test("ROLE-5: a link that asks others shows nothing, even where the work has the same id", async () => {
    await page.goto("/approve/sow/price-sync/price-sync-sow-1?account=others");
    await page.getByRole("heading", { name: "Not found" }).waitFor();
  });

  test("REQ-1, REQ-2: asks for something, and learns by when it is followed up and what a wish is worth", async () => {
    await page.goto("/requests");
    await page.getByRole("link", { name: "Ask for something" }).first().click();
    await dialog().getByLabel("What do you need?").fill("Tax exemption upload");
    await dialog().getByText("A wish is no promise").waitFor();
    await dialog().getByLabel("Do you need it sooner? Say why").fill("Before the season");
    await dialog().getByRole("button", { name: "Send request" }).click();
    await closed();
    const request = page.getByRole("article", { name: "Tax exemption upload" });
    await request.getByText("We follow up by Thu 20 Nov at the latest.").waitFor();
    await request.getByText("Wanted sooner: Before the season").waitFor();
    await request.getByRole("link", { name: "Add a note" }).click();
    await dialog().getByLabel("Note", { exact: true }).fill("PDF and images");
    await dialog().getByRole("button", { name: "Add" }).click();
    await closed();
    await request.getByText("PDF and images").waitFor();
    await request.getByRole("link", { name: "Withdraw" }).click();
    await dialog().getByRole("button", { name: "Withdraw request" }).click();
    await closed();
    await request.getByText("Withdrawn on Mon 17 Nov.").waitFor();
  });

  test("ALW-5: reads where each month's hours went, and the entries behind them", async () => {
    await page.goto("/hours");
    const november = page.getByRole("table", { name: "Nov 2025" });
    await november.getByRole("row", { name: /^Allowance of .+ 2 h$/ }).waitFor();
    await november.getByRole("row", { name: "Invoiced 1 h 30" }).waitFor();
    await page.getByRole("row", { name: /Workshop on prices/ }).waitFor();
  });

  test("RATE-5: asks an invoice's line why, and saves its PDF", async () => {
    await page.goto("/invoices");
    await page.getByRole("link", { name: "INV-000002" }).click();
    await page.getByRole("link", { name: /\$352\.50.*why line 1/ }).click();
    const why = page.getByRole("dialog", { name: "Why? INV-000002, line 1" });
    await why.getByText("1 h 30 × $235.00/h").waitFor();
    await why.getByText("Workshop on prices").waitFor();
    await page.keyboard.press("Escape");
    await closed();
    const saved = page.waitForEvent("download");
    await page.getByRole("button", { name: "Save INV-000002 as PDF" }).click();
    const file = await saved;
    expect(file.suggestedFilename()).toBe("INV-000002.pdf");
    expect(
      readFileSync(await file.path())
        .subarray(0, 5)
        .toString(),
    ).toBe("%PDF-");
  });

  test("IMPL-2: marks a step of theirs as done", async () => {
    await page.goto("/plan");
    const step = page.getByRole("article", { name: /Assemble Your Core Team/ });
    await step.getByRole("button", { name: "Mark as done" }).click();
    await step.waitFor({ state: "hidden" });
    await page.getByText("Done Mon 17 Nov.").waitFor();
  });

  test("ROLE-3: fills a hat with the three answers", async () => {
    await page.goto("/team");
    await page.getByRole("link", { name: "Assign Program Manager" }).click();
    await dialog().getByRole("combobox", { name: "Person" }).click();
    await page.getByRole("option", { name: "Pat Doe" }).click();
    await dialog().getByRole("button", { name: "Assign" }).click();
    await closed();
    await page.getByRole("article", { name: "Program Manager", exact: true }).getByText("Filled").waitFor();
  });

  test.each([
    "/accounts/beta-marine",
    "/accounts/beta-marine/deliverables/sync",
    "/accounts",
    "/billing",
    "/queue",
    "/nowhere",
  ])("ROLE-5: %s is not there for them", async (path) => {
    await page.goto(path);
    await heading("Not found");
    expect(await page.getByText("Beta Marine").count()).toBe(0);
  });

  test("their account's address leads to their own page", async () => {
    await page.goto(`/accounts/${account}?tab=time`);
    await heading("Hours");
  });

  test("INV-5: reads why work is stopped, and what starts it again", async () => {
    practice.setToday("2025-11-19");
    await page.goto("/");
    const note = page.getByRole("alert").filter({ hasText: "Work is stopped since Tue 18 Nov" });
    await note.getByText("INV-000002").waitFor();
    await note.getByText("goes on the moment it is paid").waitFor();
  });

  test("nothing was asked of another host and nothing failed in the page", () => {
    expect(faults).toEqual([]);
  });
});
