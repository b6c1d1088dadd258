import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { servePractice } from "./served-practice.ts";

let practice: Awaited<ReturnType<typeof servePractice>>;
let page: Page;
let faults: readonly string[];

const work = "/accounts/acme-tools/deliverables/price-sync";

beforeAll(async () => {
  practice = await servePractice("2025-11-14");
  ({ page, faults } = await practice.open());
  await page.goto(practice.link);
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.goto("/accounts?ask=account");
  await page.getByLabel("Name").fill("Acme Tools");
  await page.getByRole("button", { name: "Open account" }).click();
  await page.getByRole("heading", { name: "Acme Tools", level: 1 }).waitFor();
});

afterAll(async () => {
  await practice?.stop();
});

const dialog = () => page.getByRole("dialog");
const closed = () => dialog().waitFor({ state: "hidden" });

/** Chooses somebody: whoever is not known yet is named on purpose. */
async function name(field: string, person: string): Promise<void> {
  await dialog().getByRole("combobox", { name: field, exact: true }).fill(person);
  await page.getByRole("option", { name: person }).click();
}

/** States a condition of the present phase in somebody's name. */
async function state(condition: string, what: string, person: string): Promise<void> {
  await page.getByRole("link", { name: new RegExp(`^(State it|Approve|Put on record): ${condition}$`) }).click();
  await dialog().getByLabel("What shows it").fill(what);
  await name("Name", person);
  await dialog().getByRole("button", { name: "State it" }).click();
  await closed();
}

describe("a deliverable, from its statement of work through the gates", () => {
  test("DLV-1: is added with its kind and requirements, and opens", async () => {
    await page.getByRole("tab", { name: "Work" }).click();
    await page.getByRole("link", { name: "Add deliverable" }).first().click();
    await dialog().getByLabel("Name", { exact: true }).fill("Price sync");
    await dialog().getByRole("combobox", { name: "Kind" }).click();
    await page.getByRole("option", { name: "ERP sync customization" }).click();
    await dialog().getByLabel("Requirements").fill("Contract prices every night");
    await dialog().getByRole("button", { name: "Add deliverable" }).click();
    await page.getByRole("heading", { name: "Price sync", level: 1 }).waitFor();
    expect(new URL(page.url()).pathname).toBe(work);
    await page.getByText("No SOW yet").waitFor();
  });

  test("DLV-2: a SOW is issued with its price before one's eyes, and approved with what it means", async () => {
    await page.getByRole("link", { name: "Issue SOW" }).click();
    await dialog().getByLabel("Implementation").fill("10h");
    await dialog().getByText("Rush", { exact: true }).click();
    await dialog().getByLabel("Rush due").fill("2025-12-05");
    await dialog().getByLabel("Expedited due").fill("2025-12-12");
    await dialog().getByLabel("Expedited due").press("Tab");
    await dialog().getByText("$3,350.00 in all, labor $2,350.00 and premium $1,000.00").waitFor();
    await dialog().getByRole("button", { name: "Issue SOW" }).click();
    await closed();
    await page.getByText("SOW to approve").waitFor();

    await page.getByRole("link", { name: "Record their approval" }).click();
    const meaning = dialog().getByRole("table", { name: "What approving means" });
    await meaning.getByRole("row", { name: "All costs but change orders $3,350.00" }).waitFor();
    await meaning.getByRole("row", { name: "Rush due Fri 5 Dec" }).waitFor();
    await dialog().getByRole("button", { name: "Record approval" }).click();
    await dialog().getByText("say who decided for the customer").first().waitFor();
    await name("Approved by", "Pat Doe");
    await dialog().getByRole("button", { name: "Record approval" }).click();
    await closed();
    await page.getByText("SOW approved").waitFor();
    await page.getByRole("link", { name: /\$0\.00.*why money so far/ }).click();
    await page.getByRole("dialog", { name: "Why? Money so far" }).getByText("SOW time that counts").waitFor();
    await page.keyboard.press("Escape");
    await closed();
  });

  test("PROC-1: the gate says who approved, and the work advances where it would succeed", async () => {
    await page.getByRole("tab", { name: "Gates" }).click();
    await page.getByText("Pat Doe (program manager)").waitFor();
    await page.getByRole("button", { name: "Advance to Technical planning" }).click();
    await page.getByText("phase 2 of 6").waitFor();
    expect(await page.getByRole("button", { name: /^Advance to/ }).count()).toBe(0);
  });

  test("PROC-2: a refused move on the board says what is missing", async () => {
    await page.getByRole("link", { name: "Board" }).click();
    const planning = page.getByRole("region", { name: "Technical planning" });
    await planning.getByRole("button", { name: "Move Price sync" }).click();
    await page.getByRole("menuitem", { name: "Move to Implementation" }).click();
    const refusal = page.getByRole("dialog", { name: "It cannot move there yet" });
    await refusal.getByText("Missing: a developer can state it").waitFor();
    await refusal
      .getByRole("link", { name: /^(State it|Put on record): / })
      .first()
      .click();
    await page.getByRole("dialog", { name: "State what a gate needs" }).waitFor();
    await page.keyboard.press("Escape");
    await closed();
    expect(new URL(page.url()).pathname).toBe(work);
  });

  test("PROC-2: what is stated opens the gate, and the arrow key moves the card on", async () => {
    await state("Technical plan", "wiki/plan", "Dan Dev");
    await state(
      "Approval of the technical plan by another developer or the solution architect",
      "no remarks",
      "Eve Dev",
    );
    await page.getByText("Eve Dev (developer)").waitFor();
    await page.goto("/board");
    await page.getByRole("link", { name: "Price sync" }).focus();
    await page.keyboard.press("ArrowRight");
    await page.getByRole("region", { name: "Implementation" }).getByRole("link", { name: "Price sync" }).waitFor();
  });

  test("PROC-7: going back asks for a reason", async () => {
    await page.getByRole("link", { name: "Price sync" }).focus();
    await page.keyboard.press("ArrowLeft");
    const back = page.getByRole("dialog", { name: "Move back" });
    await back.getByRole("button", { name: "Go back to Technical planning" }).click();
    await back.getByText("must not be empty").waitFor();
    await back.getByLabel("Reason").fill("The plan missed the returns");
    await back.getByRole("button", { name: "Go back to Technical planning" }).click();
    await page.getByRole("region", { name: "Technical planning" }).getByRole("link", { name: "Price sync" }).waitFor();
  });

  test("DLV-4, LEAD-5: a change order shows what follows while it is written, and is approved with it", async () => {
    await page.goto(`${work}?tab=change-orders&ask=propose`);
    await dialog().getByLabel("What changes, and why").fill("Returns too");
    await dialog().getByLabel("More time").fill("2h");
    const follows = dialog().getByRole("table", { name: "What follows from the change order" });
    await follows.getByRole("row", { name: "Price $3,350.00 $4,020.00" }).waitFor();
    await follows.getByRole("row", { name: "Lead-time guarantee holds ended" }).waitFor();
    await dialog().getByRole("button", { name: "Propose" }).click();
    await closed();
    await page.getByRole("link", { name: "Read and decide" }).click();
    await dialog().getByText("What it means: $670.00 more").waitFor();
    await name("Approved by", "Pat Doe");
    await dialog().getByRole("button", { name: "Record approval" }).click();
    await closed();
    await page.getByText("of $4,020.00 approved").waitFor();
  });

  test("PROC-4: a punch-list item is added and done", async () => {
    await page.getByRole("tab", { name: "Gates" }).click();
    await page.getByLabel("What was found").fill("Kits miss the discount");
    await page.getByRole("button", { name: "Add to punch list" }).click();
    await page.getByRole("button", { name: "Done: Kits miss the discount" }).click();
    await page.getByText(/; done by/).waitFor();
  });

  test("its documents are saved as PDF files", async () => {
    await page.getByRole("tab", { name: "Documents" }).click();
    const saved = page.waitForEvent("download");
    await page.getByRole("button", { name: "Save price-sync-sow-1 as PDF" }).click();
    expect((await saved).suggestedFilename()).toBe("price-sync-sow-1.pdf");
  });

  test("the palette finds it by its name", async () => {
    await page.goto("/time");
    await page.getByRole("button", { name: "Find anything" }).waitFor();
    await page.keyboard.press("Control+k");
    await page.getByLabel("Find", { exact: true }).fill("price sy");
    // The first that is found is chosen; what is chosen says so.
    await page.getByRole("dialog").locator("[data-selected]").getByText("Price sync").waitFor();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Price sync", level: 1 }).waitFor();
  });

  test("nothing was asked of another host and nothing failed in the page", () => expect(faults).toEqual([]));
});
