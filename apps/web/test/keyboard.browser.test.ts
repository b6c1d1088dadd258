import type { APIRequestContext, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { arrowTo, choose, closed, opened, pick, press, tabTo, write } from "./keyboard.ts";
import { servePractice } from "./served-practice.ts";

let practice: Awaited<ReturnType<typeof servePractice>>;
let context: BrowserContext;
let page: Page;
let faults: readonly string[];

const account = "acme-tools";
const today = "2025-11-14"; // A Friday.

/** Tells the server something as whoever is signed in there. */
async function tell(by: APIRequestContext, procedure: string, input: object): Promise<void> {
  const answer = await by.post(`/trpc/${procedure}`, { data: input });
  if (!answer.ok()) throw new Error(`${procedure}: ${await answer.text()}`);
}

beforeAll(async () => {
  practice = await servePractice(today);
  ({ context, page, faults } = await practice.open());
});

afterAll(async () => {
  await practice?.stop();
});

const dialog = (name?: string | RegExp) => page.getByRole("dialog", name === undefined ? {} : { name });
const heading = (name: string) => page.getByRole("heading", { name, level: 1 }).waitFor();
const link = (name: string | RegExp) => page.getByRole("link", { name, exact: true });
const button = (name: string | RegExp) => page.getByRole("button", { name, exact: true });
const rail = (name: string) => page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name, exact: true });

/** Opens a form by its link, and gives it. */
async function ask(by: ReturnType<typeof link>, name?: string | RegExp) {
  await press(page, by);
  await opened(page, dialog(name));
  return dialog(name);
}

/** Sends a form with its button, and waits until it is gone. */
async function send(form: ReturnType<typeof dialog>, name: string | RegExp): Promise<void> {
  await press(page, form.getByRole("button", { name, exact: true }));
  await closed(page, form);
}

describe("the team's day without a mouse", () => {
  test("the start link lets one in, and email and password are set", async () => {
    await page.goto(practice.link);
    await heading("Fri 14 Nov");
    await press(page, page.getByRole("button", { name: /^Signed in as/ }));
    await arrowTo(page, page.getByRole("menuitem", { name: "Choose a password" }));
    await page.keyboard.press("Enter");
    await heading("Settings");
    const profile = await ask(link("Say your email"), "Your name and email");
    await write(page, profile.getByLabel("Email"), "ada@pro.example");
    await send(profile, "Save");
    const choosing = await ask(link("Choose a password"), "Choose a password");
    await write(page, choosing.getByLabel("New password"), "plain words in a row");
    await send(choosing, "Choose this password");
    await page.getByText("Changing it signs you out everywhere else.").waitFor();
  });

  test("an account is opened", async () => {
    await press(page, rail("Accounts"));
    await heading("Accounts");
    const form = await ask(link("Open an account").first());
    await write(page, form.getByLabel("Name"), "Acme Tools");
    await send(form, "Open account");
    await heading("Acme Tools");
  });

  test("hours are sold to it", async () => {
    const form = await ask(link("Sell hours").first(), "Sell hours to Acme Tools");
    await write(page, form.getByLabel("Hours", { exact: true }), "2h");
    await send(form, "Sell and invoice");
    await page.getByRole("row", { name: /INV-000001/ }).waitFor();
    await tell(context.request, "payment.record", { account, amount: 47_000 });
  });

  test("a request is triaged to a deliverable", async () => {
    await tell(context.request, "request.submit", { account, title: "Price sync" });
    await press(page, rail("Queue"));
    await page
      .getByRole("region", { name: "The selected request" })
      .getByRole("heading", { name: "Price sync" })
      .waitFor();
    await tabTo(page, page.getByRole("list", { name: "Requests" }).getByRole("link").first());
    await page.keyboard.press("l");
    await page
      .getByText(/Expected to begin/)
      .first()
      .waitFor();
    await page.keyboard.press("a");
    const form = dialog("Accept: Price sync");
    await opened(page, form);
    await send(form, "Accept");
    await press(page, page.getByRole("table", { name: "Backlog" }).getByRole("link", { name: "Price sync" }));
    await heading("Price sync");
  });

  test("its SOW is issued, and approved in the customer's name", async () => {
    const form = await ask(link("Issue SOW"));
    await write(page, form.getByLabel("Implementation"), "10h");
    await pick(page, form.getByRole("radiogroup", { name: "Lead time" }), form.getByRole("radio", { name: "Rush" }));
    await write(page, form.getByLabel("Rush due"), "2025-11-18");
    await write(page, form.getByLabel("Expedited due"), "2025-11-28");
    await send(form, "Issue SOW");
    const approving = await ask(link("Record their approval"));
    await choose(page, approving.getByRole("combobox", { name: "Approved by" }), "Pat Doe");
    await send(approving, "Record approval");
    await page.getByText("SOW approved").waitFor();
  });

  test("time is entered in the week sheet", async () => {
    await press(page, rail("Time"));
    await choose(page, page.getByRole("combobox", { name: "Account of the new row" }), "Acme Tools");
    await press(page, button("Add row"));
    const cell = page.getByLabel("acme-tools, Fri 14 Nov");
    await tabTo(page, page.getByLabel("acme-tools, Mon 10 Nov"));
    for (let day = 0; day < 4; day += 1) await page.keyboard.press("ArrowRight");
    await tabTo(page, cell);
    await page.keyboard.type("3h");
    await page.keyboard.press("Enter");
    await page.getByText("Logged 3 h: 2 h from the allowance, 1 h to be invoiced.").waitFor();
    await page.keyboard.press("F2");
    await opened(page, page.getByLabel("Note"));
    await write(page, page.getByLabel("Note"), "Call with purchasing");
    await page.keyboard.press("Enter");
    await opened(page, cell);
    await page.getByText("You have logged 3 h this week.").waitFor();
  });

  test("work moves over a gate: from its name on the board, and on its page", async () => {
    await press(page, rail("Board"));
    const inPhase = (title: string) =>
      page.getByRole("region", { name: title }).getByRole("link", { name: "Price sync" });
    await tabTo(page, inPhase("Discovery"));
    await page.keyboard.press("ArrowRight");
    await inPhase("Technical planning").waitFor();
    await tabTo(page, inPhase("Technical planning"));
    await page.keyboard.press("ArrowRight");
    const refusal = dialog("It cannot move there yet");
    await opened(page, refusal);
    await refusal
      .getByText(/^Missing: /)
      .first()
      .waitFor();
    await page.keyboard.press("Escape");
    await closed(page, refusal);
    await press(page, page.getByRole("button", { name: "Move Price sync" }));
    await page.getByRole("menuitem").first().waitFor();
    await page.keyboard.press("Escape");
    await press(page, inPhase("Technical planning"));
    await heading("Price sync");
    await tabTo(page, page.getByRole("tab", { name: "Overview" }));
    await page.keyboard.press("ArrowRight");
    const gate = page.getByRole("link", { name: /^(State it|Put on record): / });
    for (const person of ["Dan Dev", "Eve Dev"]) {
      const form = await ask(gate.first());
      await write(page, form.getByLabel("What shows it"), "wiki/plan");
      await choose(page, form.getByRole("combobox", { name: "Name", exact: true }), person);
      await send(form, "State it");
      await page.getByText(`${person} (developer)`).waitFor();
    }
    await press(page, button("Advance to Implementation"));
    await page.getByText("phase 3 of 6").waitFor();
  });

  test("billing is previewed and issued, and a line says why", async () => {
    practice.setToday("2025-11-21");
    await tell(context.request, "time.log", { account, deliverable: "price-sync", on: "2025-11-14", minutes: 60 });
    await press(page, rail("Billing"));
    await page.getByRole("table", { name: "Preview" }).waitFor();
    await press(page, page.getByRole("main").getByRole("button", { name: /^Issue \d invoices?$/ }));
    await opened(page, dialog());
    await send(dialog(), /^Issue \d invoices?$/);
    await page.getByRole("heading", { name: /invoices? issued$/ }).waitFor();
    await press(page, page.getByRole("table", { name: "Issued invoices" }).getByRole("link").first());
    await heading("INV-000002");
    const why = await ask(page.getByRole("link", { name: /why line 1/ }).first(), /^Why\? INV-000002/);
    await press(page, why.getByRole("button", { name: "Close" }).first());
    await closed(page, why);
  });

  test("its payment is recorded", async () => {
    const form = await ask(link("Record payment").first());
    const amount = form.getByLabel(/^Amount/);
    await write(page, amount, " ");
    await press(page, form.getByRole("button", { name: "Record payment" }));
    // What is wrong leads back to where it is mended.
    await form.getByText("write an amount such as 1234.50").waitFor();
    await opened(page, amount);
    await page.keyboard.type("352.50");
    await send(form, "Record payment");
    await page.getByText("Payment of $352.50 recorded.").waitFor();
  });

  test("a premium that was not earned in full is settled", async () => {
    await tell(context.request, "premium.propose", { account, deliverable: "price-sync", deliveredOn: "2025-11-21" });
    await press(page, rail("Billing"));
    const settlement = page.getByRole("article", { name: "Settlement of Price sync" });
    const form = await ask(settlement.getByRole("link", { name: "Confirm the settlement of Price sync" }));
    await send(form, "Confirm");
    await settlement.waitFor({ state: "detached" });
  });

  test("the palette leads anywhere", async () => {
    for (const [text, title] of [
      ["INV-000001", "INV-000001"],
      ["price sy", "Price sync"],
      ["acme", "Acme Tools"],
      ["journal", "Journal"],
    ] as const) {
      await page.keyboard.press("ControlOrMeta+k");
      await opened(page, dialog());
      await write(page, page.getByLabel("Find", { exact: true }), text);
      await dialog().locator("[data-selected]").getByText(new RegExp(title, "i")).first().waitFor();
      await page.keyboard.press("Enter");
      await closed(page, dialog());
      await heading(title);
    }
  });
});

describe("a customer's day without a mouse", () => {
  let invitation = "";

  beforeAll(async () => {
    const api = context.request;
    await tell(api, "deliverable.add", { account, name: "Quote portal" });
    const work = { account, deliverable: "quote-portal" };
    await tell(api, "deliverable.estimate", { ...work, estimates: [{ phase: "implementation", minutes: 600 }] });
    await tell(api, "sow.issue", work);
    await tell(api, "changeOrder.propose", { account, deliverable: "price-sync", scope: "Returns too", minutes: 120 });
    await tell(api, "wait.start", { account, deliverable: "price-sync", whose: "client", what: "Three samples" });
    await tell(api, "plan.save", { account, orderedOn: "2025-11-10" });
    await tell(api, "person.add", { account, name: "Pat Doe" });
    await tell(api, "user.invite", { account, name: "Pat Doe", email: "pat@acme.example", role: "program-manager" });
    const asked = encodeURIComponent(JSON.stringify({ account, kind: "invitation" }));
    const letters = await (await api.get(`/trpc/message.list?input=${asked}`)).json();
    invitation = letters.result.data.items[0].link;
    ({ context, page } = await practice.open());
  });

  test("the invitation is accepted", async () => {
    await page.goto(invitation);
    await write(page, page.getByLabel("Choose a password"), "correct horse battery");
    await press(page, button("Come in"));
    await page.getByText(/things wait for you/).waitFor();
  });

  test("something is asked for, sooner if that can be", async () => {
    const form = await ask(link("Ask for something").first());
    await write(page, form.getByLabel("What do you need?"), "Tax exemption upload");
    await write(page, form.getByLabel("Do you need it sooner? Say why"), "Before the season");
    await send(form, "Send request");
    await page.getByRole("article", { name: "Tax exemption upload" }).getByText("Before the season").waitFor();
  });

  const turn = (about: string) => page.getByRole("listitem").filter({ hasText: about });

  test("a SOW and a change order are approved, and a question is answered", async () => {
    for (const what of ["Statement of work", "Change order over 2 h"]) {
      await press(page, rail("Home"));
      const form = await ask(turn(what).getByRole("link", { name: /^Review and approve/ }));
      await send(form, "Approve");
    }
    await press(page, rail("Home"));
    const form = await ask(turn("Three samples").getByRole("link", { name: /^Answer/ }));
    await write(page, form.getByLabel("Your answer"), "They are on staging");
    await send(form, "Send answer");
    await turn("Three samples").waitFor({ state: "detached" });
  });

  test("what was found in testing goes on the punch list", async () => {
    await press(page, rail("Work"));
    await press(page, page.getByRole("main").getByRole("link", { name: "Price sync" }).first());
    await heading("Price sync");
    await tabTo(page, page.getByRole("tab", { name: "Overview" }));
    await page.keyboard.press("ArrowRight");
    await write(page, page.getByLabel("What was found"), "Kits miss the discount");
    await press(page, button("Add to punch list"));
    await page.getByText("Kits miss the discount").waitFor();
  });

  test("an invoice's line says why", async () => {
    await press(page, rail("Invoices"));
    await press(page, link("INV-000002").first());
    const why = await ask(page.getByRole("link", { name: /why line 1/ }).first(), /^Why\? INV-000002/);
    await page.keyboard.press("Escape");
    await closed(page, why);
  });

  test("a step of the plan is marked as done", async () => {
    await press(page, rail("Plan"));
    const step = page.getByRole("article", { name: /Assemble Your Core Team/ });
    await press(page, step.getByRole("button", { name: /^Mark as done/ }));
    await step.waitFor({ state: "hidden" });
  });

  test("a hat is assigned with the three answers", async () => {
    await press(page, rail("Team"));
    const form = await ask(link("Assign Program Manager"));
    await choose(page, form.getByRole("combobox", { name: "Person" }), "Pat Doe");
    for (const answer of await form.getByRole("checkbox").all()) {
      await tabTo(page, answer);
      if (!(await answer.isChecked())) await page.keyboard.press("Space");
    }
    await send(form, "Assign");
    await page.getByRole("article", { name: "Program Manager", exact: true }).getByText("Filled").waitFor();
  });
});

describe("the control", () => {
  test("what takes no focus, and what does not show it, is found", async () => {
    await page.evaluate(() => {
      const deaf = Object.assign(document.createElement("div"), { textContent: "Only for a mouse" });
      const unseen = Object.assign(document.createElement("button"), { textContent: "No ring" });
      unseen.style.outline = "none";
      document.querySelector("main")?.prepend(deaf, unseen);
    });
    await expect(tabTo(page, page.getByText("Only for a mouse"), 12)).rejects.toThrow(
      "cannot be reached in 12 presses",
    );
    await expect(tabTo(page, button("No ring"))).rejects.toThrow("does not show it");
  });

  test("nothing was asked of another host and nothing failed in the page", () => expect(faults).toEqual([]));
});
