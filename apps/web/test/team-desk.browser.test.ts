import { defaultPolicy } from "@cimpro/domain";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { servePractice } from "./served-practice.ts";

let practice: Awaited<ReturnType<typeof servePractice>>;
let page: Page;
let faults: readonly string[];

const today = "2025-11-14"; // A Friday.
const account = "acme";

/** A process of one gate, so that work reaches long-term support in one step. */
const shortProcess = {
  ...defaultPolicy.process,
  phases: [
    {
      ...{ id: "build", title: "Build", clauses: [] },
      gates: [
        {
          ...{ id: "built", title: "Built", clauses: [] },
          conditions: [{ id: "no-issue", title: "No issue is open", evidence: { kind: "none-open", of: "issue" } }],
        },
      ],
    },
    ...defaultPolicy.process.phases.slice(-1),
  ],
};

beforeAll(async () => {
  practice = await servePractice(today);
  ({ page, faults } = await practice.open());
  await page.goto(practice.link);
  await page.getByRole("heading", { level: 1 }).waitFor();
  for (const name of ["Acme", "Beta"]) await write("account.open", { name, openedOn: "2025-01-06" });
  const ask = (of: string, title: string, on: string, more: object = {}) =>
    write("request.submit", { account: of, title, on, by: "Ann Lee", ...more });
  await ask("beta", "Recall list", "2025-11-11", { expediteWish: "Trade fair in December" });
  await ask(account, "Price breaks", "2025-11-06", { description: "As on the paper list." });
  await ask(account, "Free shipping for ever", "2025-11-13");
  await write("policy.adopt", { policy: { ...defaultPolicy, process: shortProcess }, from: today });
  for (const name of ["Old sync", "Cart"]) await write("deliverable.add", { account, name });
  await write("phase.advance", { account, deliverable: "old-sync" });
  await write("package.subscribe", { account, package: "guide", orderedOn: "2025-11-01" });
  await write("time.log", { account, package: "guide", minutes: 690, on: "2025-11-05" });
});

afterAll(async () => {
  await practice?.stop();
});

/** What is there before the story begins, said over the same wire as the pages say it. */
async function write(path: string, input: object): Promise<void> {
  await page.evaluate(
    async ({ address, body }) => {
      const headers = { "content-type": "application/json", "idempotency-key": crypto.randomUUID() };
      const answer = await fetch(address, { method: "POST", headers, body });
      if (!answer.ok) throw new Error(await answer.text());
    },
    { address: `/trpc/${path}`, body: JSON.stringify(input) },
  );
}

const dialog = () => page.getByRole("dialog");
const closed = () => dialog().waitFor({ state: "hidden" });
const panel = () => page.getByRole("region", { name: "The selected request" });
const selectedTitle = (title: string) => panel().getByRole("heading", { name: title }).waitFor();

describe("the queue by keyboard", () => {
  test("REQ-1: who has waited longest comes first, with the days of the clock", async () => {
    await page.goto("/queue");
    await page.getByText("3 requests wait for a decision; 3 without a follow-up, 1 late.").waitFor();
    const rows = page.getByRole("list", { name: "Requests" }).getByRole("listitem");
    await rows.first().getByText("Late, waits 6 business days").waitFor();
    await rows.nth(1).getByText("Due today, waits 3 business days").waitFor();
    await rows.nth(1).getByText("Wanted sooner").waitFor();
    await selectedTitle("Price breaks");
  });

  test("arrows move the selected row, which the address names", async () => {
    await page.keyboard.press("ArrowDown");
    await selectedTitle("Recall list");
    expect(new URL(page.url()).searchParams.get("of")).toBe("beta");
    await page.goto(page.url());
    await selectedTitle("Recall list");
    await page.keyboard.press("f");
    await dialog().getByRole("button", { name: "Cancel" }).click();
    await closed();
    await selectedTitle("Recall list");
    await page.keyboard.press("ArrowUp");
    await selectedTitle("Price breaks");
  });

  test("REQ-3: s and l set the size, and the start window follows", async () => {
    await page.keyboard.press("l");
    await panel().getByText("Expected to begin 14 Dec – 14 Feb 2026").waitFor();
    await page.keyboard.press("s");
    await panel().getByText("Expected to begin 28 Nov – 5 Dec").waitFor();
  });

  test("REQ-1: f records the follow-up, which stops the clock", async () => {
    await page.keyboard.press("f");
    await dialog().getByLabel("What was said").fill("Called Ann: a table of her prices comes on Monday");
    await dialog().getByRole("button", { name: "Record follow-up" }).click();
    await closed();
    await panel().getByText("Followed up late: 6 business days").waitFor();
    await panel().getByText("Called Ann: a table of her prices").waitFor();
  });

  test("REQ-4: a accepts it as a deliverable, and one goes on with the next", async () => {
    await page.keyboard.press("a");
    const accept = page.getByRole("dialog", { name: "Accept: Price breaks" });
    expect(await accept.getByLabel("Name").inputValue()).toBe("Price breaks");
    await accept.getByRole("button", { name: "Accept", exact: true }).click();
    await closed();
    await page.getByText("2 requests wait for a decision").waitFor();
    expect(await panel().getByRole("heading", { name: "Price breaks" }).count()).toBe(0);
    const backlog = page.getByRole("table", { name: "Backlog" }).getByRole("row", { name: /Price breaks/ });
    await backlog.getByText("Accepted").waitFor();
    await backlog.getByRole("link", { name: "Price breaks" }).click();
    await page.getByRole("heading", { name: "Price breaks", level: 1 }).waitFor();
  });

  test("REQ-4: d declines with a reason, and the button does the same as the key", async () => {
    await page.goto("/queue?account=acme");
    await selectedTitle("Free shipping for ever");
    await page.keyboard.press("d");
    await dialog().getByRole("button", { name: "Cancel" }).click();
    await closed();
    await panel().getByRole("button", { name: "Decline" }).click();
    await dialog().getByLabel("Why").fill("The platform does it with a promotion");
    await dialog().getByRole("button", { name: "Decline", exact: true }).click();
    await page.getByText("No request like that").waitFor();
  });
});

describe("what work waits for", () => {
  test("PROD-2: a bug that blocks a deliverable is reported, and the deliverable is named with it", async () => {
    await page.goto("/product-items");
    await page.getByRole("link", { name: "Report an item" }).click();
    await dialog().getByRole("combobox", { name: "Account" }).fill("Acme");
    await page.getByRole("option", { name: "Acme" }).click();
    await dialog().getByLabel("Title").fill("Cart loses lines");
    await dialog().getByLabel("Work cannot go on without it").check();
    await dialog().getByRole("button", { name: "Report" }).click();
    await dialog().getByText("name the deliverable that it blocks").waitFor();
    await dialog().getByRole("combobox", { name: "Deliverable" }).click();
    await page.getByRole("option", { name: "Cart" }).click();
    await dialog().getByRole("button", { name: "Report" }).click();
    await closed();
    await page.getByText("The product team has 1 open item; 1 deliverable waits.").waitFor();
    await page.getByRole("row", { name: /Cart loses lines Requested Bug Acme Blocks Cart/ }).waitFor();
  });

  test("PROD-2, LEAD-6: rejected, it blocks nothing any more, and its page says how long work waited", async () => {
    await page
      .getByRole("row", { name: /Cart loses lines/ })
      .getByRole("link", { name: "Update" })
      .click();
    await dialog().getByLabel("Rejected: they will not").check();
    await dialog().getByRole("button", { name: "Save" }).click();
    await page.getByText("Nothing is asked of the product team.").waitFor();
    await page.getByText("Done with").click();
    await page.getByRole("link", { name: "Cart loses lines" }).click();
    await dialog()
      .getByText(/Work waited from Fri 14 Nov to Fri 14 Nov/)
      .waitFor();
    await page.keyboard.press("Escape");
    await closed();
  });

  test("PROC-9: an update opens a review of each live customization; needed work is a deliverable", async () => {
    await page.goto("/updates");
    await page.getByRole("link", { name: "Open an update" }).click();
    await dialog().getByText("Opens 1 review in 1 account").waitFor();
    await dialog().getByLabel("Version").fill("Spring release");
    await dialog().getByRole("button", { name: "Open update" }).click();
    await closed();
    const open = page.getByRole("table", { name: "Reviews to decide" }).getByRole("row", { name: /Old sync/ });
    await open.getByRole("link", { name: "Decide" }).click();
    await dialog().getByLabel("Needs work").check();
    await dialog().getByLabel("Note").fill("The price service has a new address");
    await dialog().getByRole("button", { name: "Decide" }).click();
    await closed();
    await page.getByText("Nothing to decide").waitFor();
    await page
      .getByRole("table", { name: "Needs work" })
      .getByRole("link", { name: "Old sync with Spring release" })
      .click();
    await page.getByRole("heading", { name: "Old sync with Spring release", level: 1 }).waitFor();
  });
});

describe("packages and plans", () => {
  test("PKG-7: a package over its cap says so, and the upgrade that would cover it is a click away", async () => {
    await page.goto("/packages");
    const guide = page.getByRole("article", { name: "Guide, 1 unit of Acme" });
    await guide.getByText("Over the cap", { exact: true }).first().waitFor();
    await guide
      .getByText(/1 h 30 over the cap of 10 h.*Guide with 2 units \(20 h a month\) would cover them/)
      .waitFor();
    await guide.getByRole("link", { name: "Upgrade to Guide, 2 units" }).click();
    expect(await dialog().getByRole("combobox", { name: "New package" }).inputValue()).toBe(
      "Guide, 2 units: 20 h a month",
    );
    await dialog()
      .getByText("Guide, 1 unit ends with Thu 13 Nov; Guide, 2 units runs from Fri 14 Nov with 20 h a month")
      .waitFor();
    await dialog().getByRole("button", { name: "Upgrade package" }).click();
    await closed();
    await page.getByRole("article", { name: "Guide, 2 units of Acme" }).waitFor();
    await guide.waitFor({ state: "hidden" });
  });

  test("PKG-7: a package ends with a day", async () => {
    const guide = page.getByRole("article", { name: "Guide, 2 units of Acme" });
    await guide.getByRole("link", { name: "End" }).click();
    await dialog().getByRole("button", { name: "End package" }).click();
    await closed();
    await guide.getByText("Ends Sat 13 Dec").waitFor();
  });

  test("IMPL-3: a new plan stands there while one types, and is saved", async () => {
    await page.goto("/plans?ask=plan");
    await dialog()
      .getByText(/^7 steps\. Connected Thu 18 Dec, as planned/)
      .waitFor();
    await dialog().getByRole("combobox", { name: "Kind of project" }).click();
    await page.getByRole("option", { name: "ERP switch" }).click();
    await dialog()
      .getByText(/^4 steps\./)
      .waitFor();
    await dialog().getByRole("combobox", { name: "Account" }).fill("Beta");
    await page.getByRole("option", { name: "Beta" }).click();
    await dialog().getByLabel("Ordered on").fill("2025-11-03");
    await dialog().getByLabel("Ordered on").press("Tab");
    await dialog().getByRole("button", { name: "Save plan" }).click();
    await page.getByRole("heading", { name: "ERP switch", level: 1 }).waitFor();
    await page.getByText(/^Next: Step 2: .* \(customer\)\. Connected/).waitFor();
  });

  test("IMPL-2, IMPL-4: a step is marked done and its checklist ticked off; the next step is ours", async () => {
    const item = page.getByLabel("ERP Sync Pre-Install Checklist");
    await item.click();
    await page.getByText(/, Fri 14 Nov$/).waitFor();
    expect(await item.isChecked()).toBe(true);
    await page.getByRole("button", { name: /^Mark done: Step 2/ }).click();
    await page.getByRole("button", { name: /^Undo: Step 2/ }).waitFor();
    await page.getByText(/^Next: Step 3: .* \(services team\)/).waitFor();
    await page.getByRole("link", { name: "Plans" }).click();
    await page.getByRole("row", { name: /Beta.*Step 3.*Services team/ }).waitFor();
  });

  test("the palette leads to a form", async () => {
    await page.keyboard.press("Control+k");
    await page.getByRole("textbox", { name: "Find" }).fill("product item");
    await page.getByText("Report a product item").click();
    await page.getByRole("dialog", { name: "Report an item to the product team" }).waitFor();
    expect(faults).toEqual([]);
  });
});
