import { randomUUID } from "node:crypto";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { servePractice } from "./served-practice.ts";

let practice: Awaited<ReturnType<typeof servePractice>>;
let page: Page;
let faults: readonly string[];

/** Says something to the API as whoever is signed in in the browser. */
const say = async (procedure: string, input: unknown): Promise<void> => {
  const answer = await page.request.post(`/trpc/${procedure}`, {
    data: JSON.stringify(input),
    headers: { "content-type": "application/json", "idempotency-key": randomUUID() },
  });
  expect({ procedure, said: answer.ok() ? "" : await answer.text() }).toEqual({ procedure, said: "" });
};

// 2025-11-03 is a Monday.
beforeAll(async () => {
  practice = await servePractice("2025-11-03");
  ({ page, faults } = await practice.open());
  await page.goto(practice.link);
  await page.getByRole("heading", { level: 1 }).waitFor();
  const work = { account: "acme", deliverable: "sync" };
  await say("account.open", { name: "Acme", openedOn: "2025-11-01" });
  await say("deliverable.add", { account: "acme", name: "Sync" });
  await say("request.submit", { account: "acme", title: "Tax upload" });
  await say("sow.issue", {
    ...{ ...work, scope: "The sync", estimates: [{ phase: "implementation", minutes: 600 }], deposit: 0 },
    ...{ leadTime: "rush", rushBy: "2025-11-10", expeditedBy: "2025-11-20" },
  });
  await say("sow.approve", { ...work, by: "Pam" });
  await say("time.log", { ...work, on: "2025-11-03", minutes: 690 });
  practice.setToday("2025-11-12");
  await say("premium.propose", { ...work, deliveredOn: "2025-11-12" });
  practice.setToday("2025-11-17");
});

afterAll(async () => {
  await practice?.stop();
});

describe("the team's home", () => {
  test("says what waits, late first, and each row leads to where something can be done about it", async () => {
    await page.goto("/");
    const rows = page.getByRole("region", { name: "What needs me" }).getByRole("listitem");
    await rows.first().waitFor();
    expect(await rows.first().textContent()).toContain("Request due");

    const row = (text: string) => rows.filter({ hasText: text });
    await row("Request due").getByRole("link", { name: "Answer it" }).click();
    await page.waitForURL(/\/queue\?.*row=/);
    await page.goto("/");
    await row("Held time").getByRole("link", { name: "See what releases it" }).click();
    await page.getByRole("heading", { name: "Held time" }).waitFor();
    await page.getByRole("link", { name: /^Propose 1 h 30 more/ }).waitFor();
    await page.goto("/");
    await row("To decide").getByRole("link", { name: "Decide" }).click();
    await page.getByRole("article", { name: "Settlement of Sync" }).waitFor();
  });

  test("each figure can be asked why", async () => {
    await page.goto("/");
    await page.getByRole("link", { name: /why promises at risk/ }).click();
    await page.getByRole("dialog", { name: /Promises at risk/ }).waitFor();
  });
});

describe("billing", () => {
  test("LEAD-4: a settlement is decided beside the preview, on its evidence", async () => {
    await page.goto("/billing");
    const settlement = page.getByRole("article", { name: "Settlement of Sync" });
    await settlement.getByText(/delivered 12 Nov: Expedited met/).waitFor();
    await settlement.getByRole("link", { name: "Decline the settlement of Sync" }).click();
    const dialog = page.getByRole("dialog", { name: "Decline the settlement" });
    await dialog.getByRole("button", { name: "Decline" }).click();
    await dialog.getByLabel("Reason").fill("They asked us to wait");
    await dialog.getByRole("button", { name: "Decline" }).click();
    await settlement.waitFor({ state: "detached" });
  });

  test("the preview says what the deposit and the allowance cover, and which part is premium", async () => {
    const preview = page.getByRole("table", { name: "Preview" });
    for (const head of ["By deposit", "By allowance", "Premium"])
      await preview.getByRole("columnheader", { name: head }).waitFor();
  });
});

describe("reports", () => {
  test("a chart has its table, and one sentence that says what it shows", async () => {
    await page.goto("/billing");
    await page.getByRole("main").getByRole("button", { name: "Issue 1 invoice" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Issue 1 invoice" }).click();
    await page.getByRole("heading", { name: "1 invoice issued" }).waitFor();

    await page.goto("/reports");
    await page.getByText(/invoiced, \$0\.00 credited/).waitFor();
    await page.locator(".recharts-surface").first().waitFor();
    const table = page.getByRole("table", { name: "Revenue by month of issue" });
    await table.getByRole("cell", { name: "Nov 2025" }).waitFor();

    await page.getByRole("tab", { name: "Utilisation" }).click();
    await page.getByText(/Capacity is an assumption: 8 h for every business day/).waitFor();
    await page.getByText("Show as a table").click();
    await page.getByRole("table", { name: "Use of people's time by week" }).waitFor();

    await page.getByRole("tab", { name: "Rate outlook" }).click();
    await page.getByRole("table", { name: "What may the rate become?" }).waitFor();
  });
});

test("the journal is filtered by who and by days, in the address", async () => {
  await page.goto("/journal?from=2025-11-12&to=2025-11-12");
  const journal = page.getByRole("table", { name: "Journal" });
  await journal.getByText("premium.proposed").waitFor();
  expect(await journal.getByText("account.opened").count()).toBe(0);
  await page.getByRole("combobox", { name: "Who" }).fill("Nobody");
  await page.keyboard.press("Enter");
  await page.getByText("Nothing like that happened").waitFor();
  expect(new URL(page.url()).searchParams.get("actor")).toBe("Nobody");
});

test("nothing was asked of another host and nothing failed in the page", () => {
  expect(faults).toEqual([]);
});
