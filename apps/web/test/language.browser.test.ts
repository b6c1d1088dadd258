import { randomUUID } from "node:crypto";
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { servePractice } from "./served-practice.ts";

let practice: Awaited<ReturnType<typeof servePractice>>;
let cookies: Awaited<ReturnType<BrowserContext["cookies"]>>;

// 2025-11-03 is a Monday.
beforeAll(async () => {
  practice = await servePractice("2025-11-03");
  const { page, context } = await practice.open();
  await page.goto(practice.link);
  await page.getByRole("heading", { level: 1 }).waitFor();
  const say = async (procedure: string, input: unknown) => {
    const headers = { "content-type": "application/json", "idempotency-key": randomUUID() };
    const answer = await page.request.post(`/trpc/${procedure}`, { data: JSON.stringify(input), headers });
    expect(await answer.text()).not.toContain("error");
  };
  await say("account.open", { name: "Acme", openedOn: "2025-11-01" });
  await say("time.log", { account: "acme", on: "2025-11-03", minutes: 600 });
  cookies = await context.cookies();
});

afterAll(async () => {
  await practice?.stop();
});

/** The team's dashboard in a browser of that locale. */
async function openIn(locale: string, language?: string): Promise<Page> {
  const { page, context } = await practice.open({ locale });
  await context.addCookies(cookies);
  if (language !== undefined)
    await context.addInitScript((chosen) => localStorage.setItem("cimpro-language", chosen), language);
  return page;
}

test.each([
  ["en-US", "Mon Nov 3", "$2,350.00"],
  ["en-GB", "Mon 3 Nov", "$2,350.00"],
  ["de-DE", "Mon 3 Nov", "2.350,00\u00a0$"],
])("a browser set to %s reads %s and %s", async (locale, day, amount) => {
  const page = await openIn(locale);
  await page.goto("/accounts/acme?tab=time");
  await page.getByRole("table", { name: "Time entries" }).getByText(day).waitFor();
  await page.goto("/accounts/acme");
  await page.getByText(amount).first().waitFor();
});

test("a day may be typed as the reader's locale writes it", async () => {
  const page = await openIn("en-US");
  await page.goto("/accounts/acme?tab=time");
  const from = page.getByRole("textbox", { name: "From" });
  await from.fill("11/4/2025");
  await from.press("Enter");
  await page.waitForURL(/from=2025-11-04/);
});

test("in another language no heading, link or button of a page stays English", async () => {
  const page = await openIn("en-GB", "pseudo");
  const pages = [
    "/",
    "/queue",
    "/board",
    "/time",
    "/billing",
    "/accounts",
    "/packages",
    "/plans",
    "/policy",
    "/people",
  ];
  const english: string[] = [];
  for (const path of [...pages, "/messages", "/journal", "/reports", "/settings", "/updates", "/product-items"]) {
    await page.goto(path);
    await page.getByRole("heading", { level: 1 }).waitFor();
    const said = await page.locator("nav a, h1, h2, th, main button").allInnerTexts();
    english.push(...said.filter(isEnglish).map((text) => `${path}: ${text}`));
  }
  expect(english.filter((text) => !fromTheServer.test(text))).toEqual([]);
});

test("the control: in English they all are", async () => {
  const page = await openIn("en-GB");
  await page.goto("/queue");
  await page.getByRole("heading", { level: 1 }).waitFor();
  expect((await page.locator("nav a").allInnerTexts()).filter(isEnglish)).toContain("Queue");
});

/** The stand-in language puts a mark on every letter; whoever has three letters in a row without one is English. */
const isEnglish = (text: string): boolean => /[A-Za-z]{3,}/.test(text);

/** What people and the policy say is theirs; dates are written as the stand-in's readers would. */
const fromTheServer = /Acme|CIMcloud|cimpro|(Mon|Tue|Wed|Thu|Fri|Sat|Sun) \d/;

test("a browser that lets pages keep nothing shows them all the same", async () => {
  const { page, context } = await practice.open();
  await context.addInitScript(() =>
    Object.defineProperty(window, "localStorage", {
      get: () => {
        throw new DOMException("Access is denied", "SecurityError");
      },
    }),
  );
  await page.goto("/quote");
  await page.getByRole("heading", { level: 1 }).waitFor();
  await context.close();
});
