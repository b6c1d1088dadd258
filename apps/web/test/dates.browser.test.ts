import type { APIRequestContext, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { servePractice } from "./served-practice.ts";

const today = "2025-11-17";
const account = "acme-tools";

let practice: Awaited<ReturnType<typeof servePractice>>;
let context: BrowserContext;
let page: Page;
let faults: string[];
let api: APIRequestContext;

async function tell(procedure: string, input: object) {
  const answer = await api.post(`/trpc/${procedure}`, { data: input });
  if (!answer.ok()) throw new Error(`${procedure}: ${await answer.text()}`);
  return (await answer.json()).result.data;
}

async function ask(procedure: string, input: object) {
  const asked = encodeURIComponent(JSON.stringify(input));
  return (await (await api.get(`/trpc/${procedure}?input=${asked}`)).json()).result.data;
}

const entries = async (): Promise<{ on: string; minutes: number; note: string }[]> =>
  (await ask("time.list", { account, state: "all" })).items;

beforeAll(async () => {
  practice = await servePractice(today);
  ({ context, page, faults } = await practice.open());
  api = context.request;
  await page.goto(practice.link);
  await page.getByRole("heading", { level: 1 }).waitFor();
  await tell("account.open", { id: account, name: "Acme Tools", openedOn: "2025-10-01" });
});

afterAll(async () => {
  expect(faults).toEqual([]);
  await practice?.stop();
});

const form = () => page.getByRole("dialog");
const day = () => form().getByLabel("Worked on");
const send = () => form().getByRole("button", { name: "Log time" }).click();

/** The form with a duration in it. */
async function open(duration = "1h") {
  await page.goto(`/accounts/${account}?ask=log`);
  await form().getByLabel("Time", { exact: true }).fill(duration);
}

describe("a date that cannot be read", () => {
  test.each([
    ["Nov 31", "November has 30 days, not 31"],
    ["31/11/2025", "November has 30 days, not 31"],
    ["not a day", "is not a date"],
    ["", "write a date"],
  ])("“%s” stays, the field says what is wrong, and nothing is sent", async (text, fault) => {
    const before = await entries();
    await open();
    await day().fill(text);
    await send();
    await form().getByText(fault).waitFor();
    expect(await day().inputValue()).toBe(text);
    expect(await day().getAttribute("aria-invalid")).toBe("true");
    expect(await entries()).toEqual(before);
  });

  test("is told when one leaves the field, and is gone once it is mended", async () => {
    await open();
    await day().fill("Nov 31");
    await form().getByLabel("Note").focus();
    await form().getByText("November has 30 days, not 31").waitFor();
    await day().fill("Nov 10");
    await form().getByLabel("Note").fill("mended");
    expect(await form().getByText("November has 30 days").count()).toBe(0);
    await send();
    await form().waitFor({ state: "hidden" });
    expect((await entries()).find(({ note }) => note === "mended")).toMatchObject({ on: "2025-11-10" });
  });

  test("stays in a filter too", async () => {
    await page.goto("/journal");
    await page.getByLabel("From", { exact: true }).fill("Nov 31");
    await page.getByLabel("To", { exact: true }).focus();
    await page.getByText("November has 30 days, not 31").waitFor();
    expect(await page.getByLabel("From", { exact: true }).inputValue()).toBe("Nov 31");
  });

  test("holds back billing, whose preview is of another day", async () => {
    await tell("time.log", { account, minutes: 60, on: "2025-10-06" });
    await page.goto("/billing");
    await page.getByRole("button", { name: /^Issue/ }).waitFor();
    await page.getByLabel("Through").fill("Nov 31");
    await page.getByRole("combobox", { name: "For" }).focus();
    await page.getByText("November has 30 days, not 31").waitFor();
    expect(await page.getByRole("button", { name: /^Issue/ }).count()).toBe(0);
  });
});

test.each([
  ["14.11.", "2025-11-14"],
  ["yesterday", "2025-11-16"],
  ["-1", "2025-11-16"],
  ["friday", "2025-11-14"],
  ["12 Nov", "2025-11-12"],
])("“%s” is understood, and the field shows how", async (text, on) => {
  await open();
  await day().fill(text);
  await form().getByLabel("Note").fill(`said ${text}`);
  expect(await day().inputValue()).toContain(String(Number(on.slice(8))));
  await send();
  await form().waitFor({ state: "hidden" });
  expect((await entries()).find(({ note }) => note === `said ${text}`)).toMatchObject({ on });
});

test("a day far back is asked about once, with the billing period that it joins", async () => {
  await open();
  await day().fill("3 Nov 2015");
  await form().getByLabel("Note").fill("far");
  await send();
  await form()
    .getByText(/is 10 years back\. It joins the billing period .*2015\. If that is meant, send it again\./)
    .waitFor();
  expect((await entries()).some(({ note }) => note === "far")).toBe(false);
  await send();
  await form().waitFor({ state: "hidden" });
  expect((await entries()).find(({ note }) => note === "far")).toMatchObject({ on: "2015-11-03" });
});

describe("a number without a unit", () => {
  test("is hours in a field called so", async () => {
    await page.goto(`/accounts/${account}?ask=allowance`);
    await form().getByLabel("Hours", { exact: true }).fill("10");
    await form().getByText("= 10 h").waitFor();
    await form()
      .getByRole("button", { name: /^(Sell|Add)/ })
      .click();
    await form().waitFor({ state: "hidden" });
    expect((await ask("allowance.list", { account })).items).toMatchObject([{ minutes: 600 }]);
  });

  test("is hours in a time field up to 12; above, it is asked for", async () => {
    await open("13");
    await send();
    await form().getByText("“13” has no unit").or(form().getByText('"13" has no unit')).waitFor();
    await form().getByLabel("Time", { exact: true }).fill("2");
    await form().getByLabel("Note").fill("two");
    await send();
    await form().waitFor({ state: "hidden" });
    expect((await entries()).find(({ note }) => note === "two")).toMatchObject({ minutes: 120 });
  });
});

test("a session that ended is asked for over the page, and what was typed is sent then", async () => {
  const user = await tell("user.invite", { name: "Cora Quinn", email: "cora@pro.example", role: "coordinator" });
  await page.goto(`/people?ask=invitation&user=${user.id}`);
  const address = await page.getByRole("dialog").getByRole("textbox", { name: "Link" }).inputValue();
  const link = address.slice(address.indexOf("#") + 1);
  const password = "plain words in a row";
  const other = await practice.open();
  expect(
    (
      await other.context.request.post("/trpc/invitation.accept", {
        headers: { origin: practice.address },
        data: { link, password },
      })
    ).ok(),
  ).toBe(true);
  const form = other.page.getByRole("dialog", { name: "Log time for Acme Tools" });
  await other.page.goto(`/accounts/${account}?ask=log`);
  await form.getByLabel("Time", { exact: true }).fill("45m");
  await form.getByLabel("Note").fill("kept over the end of a session");
  await other.context.clearCookies();
  await form.getByRole("button", { name: "Log time" }).click();
  const again = other.page.getByRole("dialog", { name: "Sign in again" });
  await again.getByLabel("Email").fill("cora@pro.example");
  await again.getByLabel("Password", { exact: true }).fill(password);
  await again.getByRole("button", { name: "Sign in" }).click();
  await again.waitFor({ state: "hidden" });
  await form.waitFor({ state: "hidden" });
  expect((await entries()).filter(({ note }) => note === "kept over the end of a session")).toMatchObject([
    { minutes: 45 },
  ]);
  await other.context.close();
});
