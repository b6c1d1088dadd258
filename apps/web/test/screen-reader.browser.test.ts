import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { settled } from "./findings.ts";
import { pages } from "./pages.ts";
import { servePractice } from "./served-practice.ts";
import { faultsHeard } from "./spoken.ts";

let practice: Awaited<ReturnType<typeof servePractice>>;

beforeAll(async () => {
  practice = await servePractice("2025-11-14", { demo: true });
});

afterAll(async () => {
  await practice?.stop();
});

const users: Readonly<Record<keyof typeof pages, string | null>> = {
  ...{ team: "demo-dana", admin: "demo-ada", customer: "demo-harbor-manager", everyone: null },
};

async function enter(context: BrowserContext, user: string | null): Promise<void> {
  if (user === null) return;
  const headers = { "content-type": "application/json", origin: practice.address };
  await context.request.post(`${practice.address}/trpc/session.signInAsDemo`, { headers, data: { user } });
}

describe("every page can be found one's way in by ear", () => {
  test.each(Object.keys(pages) as (keyof typeof pages)[])("as %s", async (who) => {
    const { page, context } = await practice.open();
    await enter(context, users[who]);
    const found: string[] = [];
    for (const path of pages[who]) {
      await page.goto(path);
      await settled(page, path);
      found.push(...faultsHeard(await page.locator("body").ariaSnapshot(), path));
    }
    expect(found).toEqual([]);
    await context.close();
  });

  test("the control: a second title, a gap, a nameless button and two links of one name are found", async () => {
    const { page, context } = await practice.open();
    await page.goto("/quote");
    await settled(page, "/quote");
    await page.evaluate(() => {
      const faulty = document.createElement("div");
      faulty.innerHTML =
        '<h1>Again</h1><h4>Deep</h4><button></button><a href="/quote?hours=1">Edit</a><a href="/quote?hours=2">Edit</a>';
      document.querySelector("main")?.append(faulty);
    });
    expect(faultsHeard(await page.locator("body").ariaSnapshot(), "Here")).toEqual([
      "Here has 2 titles",
      'Here: a level is left out before "Deep" (4)',
      "Here: a button without a name ",
      'Here: "Edit" leads to /quote?hours=1 and to /quote?hours=2',
    ]);
    await context.close();
  });
});

const reader = createRequire(import.meta.url).resolve("@guidepup/virtual-screen-reader/browser.js");

const listening = `
import { virtual } from "./screen-reader.js";
await virtual.start({ container: document.body });
globalThis.reader = virtual;`;

/** Begins to listen to the page; gives all that was said since. */
async function listen(page: Page): Promise<() => Promise<string>> {
  const serve = (name: string, body: string) =>
    page.route(`**/assets/${name}`, (route) => route.fulfill({ contentType: "text/javascript", body }));
  await serve("screen-reader.js", readFileSync(reader, "utf8"));
  await serve("listening.js", listening);
  await page.addScriptTag({ url: "/assets/listening.js", type: "module" });
  await page.waitForFunction(() => Reflect.has(window, "reader"));
  return () =>
    page.evaluate(async () => {
      const said: string[] = await Reflect.get(window, "reader").spokenPhraseLog();
      return said.join("\n");
    });
}

describe("what happens is said", () => {
  let page: Page;
  let context: BrowserContext;

  beforeAll(async () => {
    ({ page, context } = await practice.open());
    await enter(context, "demo-dana");
  });

  afterAll(async () => {
    await context?.close();
  });

  test("where one has come to, and what the palette finds", async () => {
    await page.goto("/");
    await settled(page, "/");
    const said = await listen(page);
    await page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name: "Queue" }).press("Enter");
    await expect.poll(said).toContain("polite: Queue · cimpro");
    await page.keyboard.press("ControlOrMeta+k");
    await page.getByLabel("Find", { exact: true }).pressSequentially("harbor electric");
    const found = page.getByRole("dialog").getByRole("status");
    await found.getByText(/^Harbor Electric Wholesale, 1 of \d+$/).waitFor();
    await page.getByLabel("Find", { exact: true }).fill("zzzz");
    await found.getByText("Nothing of that name").waitFor();
  });

  test("what is wrong in a field, when the form is not sent because of it", async () => {
    await page.goto("/accounts/atlas-medical?ask=payment");
    await settled(page, "/accounts/atlas-medical?ask=payment");
    const said = await listen(page);
    await page.getByRole("dialog").getByRole("button", { name: "Record payment" }).press("Enter");
    await expect.poll(said).toMatch(/textbox, Amount \(USD\), write an amount such as 1234.50 .*invalid/);
  });

  test("what the server refused, and what was done", async () => {
    await page.goto("/time?rows=%5B%22bluewater-marine%22%5D");
    const cell = page.getByLabel("bluewater-marine, Fri 14 Nov");
    await cell.fill("1h");
    await cell.press("Enter");
    await page
      .getByRole("alert")
      .getByText(/is stopped since .* because/)
      .waitFor();
    await page.goto("/accounts/atlas-medical?ask=payment");
    const form = page.getByRole("dialog", { name: "Payment by Atlas Medical Distribution" });
    await form.getByLabel(/^Amount/).fill("1");
    await form.getByRole("button", { name: "Record payment" }).press("Enter");
    await page.getByRole("alert").getByText("Payment of $1.00 recorded.").waitFor();
  });
});
