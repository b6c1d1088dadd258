import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { servePractice } from "./served-practice.ts";

let practice: Awaited<ReturnType<typeof servePractice>>;
let context: BrowserContext;
let page: Page;
let faults: readonly string[];

beforeAll(async () => {
  practice = await servePractice("2025-11-14");
  ({ context, page, faults } = await practice.open());
});

afterAll(async () => {
  await practice?.stop();
});

describe("the main job, from the start link to good standing", () => {
  test("without a session the page says how to get in", async () => {
    await page.goto("/billing");
    await page.getByRole("heading", { name: "Sign in", level: 1 }).waitFor();
    await page.getByText("No password yet?").click();
    await page.getByText("cimpro serve").waitFor();
  });

  test("the start link leads to the day's overview, and works once", async () => {
    await page.goto(practice.link);
    await page.getByRole("heading", { name: "Fri 14 Nov", level: 1 }).waitFor();
    await page.getByText("Nothing waits for you", { exact: true }).waitFor();

    const other = await practice.open();
    await other.page.goto(practice.link);
    await other.page.getByText("That link was used before").waitFor();
    await other.context.close();
  });

  test("an account is opened", async () => {
    await page.getByRole("link", { name: "Accounts" }).click();
    await page.getByRole("link", { name: "Open an account" }).first().click();
    await page.getByLabel("Name").fill("Acme Tools");
    await page.getByRole("button", { name: "Open account" }).click();
    await page.getByRole("heading", { name: "Acme Tools", level: 1 }).waitFor();
    expect(new URL(page.url()).pathname).toBe("/accounts/acme-tools");
    await page.getByText("Good standing").waitFor();
  });

  test("hours are sold, invoiced at once and paid", async () => {
    await page.getByRole("link", { name: "Sell hours" }).first().click();
    const dialog = page.getByRole("dialog", { name: "Sell hours to Acme Tools" });
    await dialog.getByLabel("Hours", { exact: true }).fill("2h");
    await dialog.getByRole("button", { name: "Sell and invoice" }).click();
    await dialog.waitFor({ state: "hidden" });

    await page
      .getByRole("row", { name: /INV-000001/ })
      .getByRole("link", { name: "Record payment" })
      .click();
    const payment = page.getByRole("dialog", { name: "Payment by Acme Tools" });
    expect(await payment.getByLabel(/^Amount/).inputValue()).toBe("470.00");
    await payment.getByRole("button", { name: "Record payment" }).click();
    await page.getByText("Nothing to pay").waitFor();
  });

  test("time is typed into the week sheet, which says what covers it", async () => {
    await page.getByRole("link", { name: "Time", exact: true }).click();
    await page.getByRole("combobox", { name: "Account of the new row" }).fill("Acme");
    await page.getByRole("option", { name: "Acme Tools" }).click();
    await page.getByRole("button", { name: "Add row" }).click();

    const cell = page.getByLabel("acme-tools, Fri 14 Nov");
    await cell.fill("3h");
    await page.getByText("3 h: 2 h from the allowance, 1 h to be invoiced.").waitFor();
    await cell.press("Enter");
    await page.getByText("Logged 3 h: 2 h from the allowance, 1 h to be invoiced.").waitFor();
    await page.getByText("You have logged 3 h this week.").waitFor();

    await cell.focus();
    await page.getByLabel("Note").fill("Checkout: tax exemption upload");
    await page.getByLabel("Note").press("Enter");
    await page.reload();
    await page.getByLabel("acme-tools, Fri 14 Nov").focus();
    await page.waitForFunction(
      () =>
        document.querySelector<HTMLInputElement>("input[aria-label=Note]")?.value === "Checkout: tax exemption upload",
    );
  });

  test("typed over, time is changed and not logged twice, however fast one types", async () => {
    const cell = page.getByLabel("acme-tools, Wed 12 Nov");
    for (const text of ["1h", "2h", "1h30"]) {
      await cell.fill(text);
      await cell.press("Tab");
    }
    await page.getByText("You have logged 4 h 30 this week.").waitFor();
    await cell.fill("");
    await cell.press("Tab");
    await page.getByText("You have logged 3 h this week.").waitFor();
  });

  test("a wrong duration is explained and not logged", async () => {
    const cell = page.getByLabel("acme-tools, Thu 13 Nov");
    await cell.fill("90");
    await cell.press("Tab");
    expect(await cell.getAttribute("aria-invalid")).toBe("true");
    await cell.focus();
    await cell.press("Escape");
    expect(await cell.inputValue()).toBe("");
  });

  test("the preview shows what would be issued; the books changing under it are noticed", async () => {
    practice.setToday("2025-11-17");
    await page.goto("/billing");
    const row = page.getByRole("row", { name: /Acme Tools.*Mon 3 Nov – Sun 16 Nov/ });
    await row.getByText("$235.00").waitFor();

    const colleague = await practice.open({ beside: context });
    await colleague.page.goto("/accounts/acme-tools?ask=log");
    const dialog = colleague.page.getByRole("dialog", { name: "Log time for Acme Tools" });
    await dialog.getByLabel("Time", { exact: true }).fill(":30");
    await dialog.getByLabel("Worked on").fill("2025-11-14");
    await dialog.getByLabel("Note").fill("Call with purchasing");
    await dialog.getByRole("button", { name: "Log time" }).click();
    await dialog.waitFor({ state: "hidden" });
    await colleague.page.close();

    await page.getByText("Nothing was issued yet").waitFor();
    await row.getByText("was $235.00").waitFor();
  });

  test("what is on screen is issued after one confirmation", async () => {
    await page.getByRole("main").getByRole("button", { name: "Issue 1 invoice" }).click();
    await page.getByRole("dialog").getByText("1 invoice over $352.50").waitFor();
    await page.getByRole("dialog").getByRole("button", { name: "Issue 1 invoice" }).click();
    await page.getByRole("heading", { name: "1 invoice issued" }).waitFor();
    await page.getByRole("link", { name: "INV-000002" }).click();
    await page.getByRole("heading", { name: "INV-000002", level: 1 }).waitFor();
  });

  test("each line opens its why: steps, clauses with their source, and the entries behind it", async () => {
    await page.getByRole("link", { name: /\$352\.50.*why line 1/ }).click();
    const why = page.getByRole("dialog", { name: "Why? INV-000002, line 1" });
    await why.getByText("1 h 30 × $235.00/h").waitFor();
    await why.getByText("Minutes become an amount once").waitFor();
    await why
      .getByText(/S0 The CIM Pro Services Team, section/)
      .first()
      .waitFor();
    await why.getByText("Checkout: tax exemption upload").waitFor();
    await why.getByText("1 h of 3 h").waitFor();
    await why.getByText("policy version 1").waitFor();

    // The open drawer is part of the address.
    await page.goto(page.url());
    await page.getByRole("dialog", { name: "Why? INV-000002, line 1" }).waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "hidden" });
    expect(new URL(page.url()).search).toBe("");
  });

  test("left unpaid it stops the work, and the sheet says so and how to proceed", async () => {
    practice.setToday("2025-11-18");
    await page.goto("/accounts/acme-tools");
    await page.getByText("Work is stopped since Tue 18 Nov").waitFor();

    await page.goto("/time?rows=%5B%22acme-tools%22%5D");
    await page.getByText("stopped since").waitFor();
    const cell = page.getByLabel("acme-tools, Tue 18 Nov");
    await cell.fill("1h");
    await cell.press("Tab");
    const refusal = page.getByRole("alert");
    await refusal.getByText(/is stopped since Tue 18 Nov because INV-000002 is past due/).waitFor();
    await refusal.getByRole("link", { name: "INV-5" }).waitFor();
    await refusal.getByRole("link", { name: "Record payment" }).click();
  });

  test("the payment restores good standing", async () => {
    const payment = page.getByRole("dialog", { name: "Payment by Acme Tools" });
    await payment.getByLabel(/^Amount/).fill("352.50");
    await payment.getByRole("button", { name: "Record payment" }).click();
    await page.getByText("Good standing").waitFor();
    await page.getByRole("link", { name: "cimpro, home" }).click();
    await page.getByRole("link", { name: /\$0\.00.*why overdue/ }).waitFor();
  });

  test("the palette finds an invoice by its number", async () => {
    await page.keyboard.press("Control+k");
    await page.getByPlaceholder("Account, work, invoice or page").fill("INV-000001");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "INV-000001", level: 1 }).waitFor();
  });

  test("a timer outlives the page, and logs what it counted", async () => {
    await page.goto("/time");
    await page.getByRole("combobox", { name: "Account of the new row" }).fill("Acme");
    await page.getByRole("option", { name: "Acme Tools" }).click();
    await page.getByRole("button", { name: "Add row" }).click();
    await page.getByRole("button", { name: "Start timer" }).click();
    await page.getByText("0 m on Acme Tools, general work").waitFor();
    // As if it had been started 95 minutes ago.
    await page.evaluate((ago) => {
      const timer = JSON.parse(localStorage.getItem("cimpro-timer") ?? "{}");
      localStorage.setItem("cimpro-timer", JSON.stringify({ ...timer, startedAt: timer.startedAt - ago }));
    }, 95 * 60_000);
    await page.reload();
    await page.getByText("1 h 35 on Acme Tools, general work").waitFor();
    await page.getByRole("button", { name: "Stop and log" }).click();
    await page.getByText("You have logged 1 h 35 this week.").waitFor();
    await page.getByRole("button", { name: "Start timer" }).waitFor();
  });

  test("nothing was asked of another host and nothing failed in the page", () => {
    expect(faults).toEqual([]);
  });
});

describe("on a phone", () => {
  test("time is logged by thumb: the day's card, then its field", async () => {
    const session = await context.storageState();
    const phone = await practice.open({ width: 390 });
    await phone.context.addCookies(session.cookies);
    await phone.page.goto("/time?rows=%5B%22acme-tools%22%5D");
    await phone.page.getByRole("button", { name: "Mon 17 Nov, 0 m" }).click();
    const field = phone.page.getByLabel("acme-tools, Mon 17 Nov");
    await field.fill(":45");
    await field.press("Enter");
    await field.blur();
    await phone.page.getByRole("button", { name: "Mon 17 Nov, 45 m" }).waitFor();
    await phone.page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name: "Billing" }).click();
    await phone.page.getByRole("heading", { name: "Billing", level: 1 }).waitFor();
    await phone.context.close();
  });
});
