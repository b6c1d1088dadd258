import { globSync } from "node:fs";
import { join } from "node:path";
import type { BrowserContext } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findingsOf, settled } from "./findings.ts";
import { pages } from "./pages.ts";
import { servePractice } from "./served-practice.ts";

let practice: Awaited<ReturnType<typeof servePractice>>;

beforeAll(async () => {
  practice = await servePractice("2025-11-14", { demo: true });
});

afterAll(async () => {
  await practice?.stop();
});

const signIn = (user: string) => (context: BrowserContext) =>
  context.request.post(`${practice.address}/trpc/session.signInAsDemo`, {
    headers: { "content-type": "application/json", origin: practice.address },
    data: { user },
  });

/** How each of them comes in. */
const enter: Readonly<Record<keyof typeof pages, (context: BrowserContext) => Promise<unknown>>> = {
  team: signIn("demo-dana"),
  admin: signIn("demo-ada"),
  customer: signIn("demo-harbor-manager"),
  everyone: async () => undefined,
};

describe("in light, in dark and on a phone nothing stands in anybody's way", () => {
  test.each(Object.keys(pages) as (keyof typeof pages)[])("on the pages for %s", async (who) => {
    const { page, context, faults } = await practice.open();
    await enter[who](context);
    const found: string[] = [];
    for (const path of pages[who]) {
      await page.emulateMedia({ colorScheme: "light" });
      await page.setViewportSize({ width: 1440, height: 900 });
      await page.goto(path);
      await settled(page, path);
      found.push(...(await findingsOf(page, path)));
      await page.emulateMedia({ colorScheme: "dark" });
      await page.setViewportSize({ width: 390, height: 844 });
      await page.locator("html[data-mantine-color-scheme=dark]").waitFor();
      await settled(page, path);
      found.push(...(await findingsOf(page, `${path} on a phone in dark`)));
    }
    expect(found).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  });

  test("the control: a label too pale and a picture without words are found", async () => {
    const { page, context } = await practice.open();
    await page.goto("/quote");
    await settled(page, "/quote");
    await page.evaluate(() => {
      const pale = Object.assign(document.createElement("p"), { textContent: "Pale" });
      pale.style.color = "#eee";
      const picture = Object.assign(document.createElement("img"), { src: "/icon.svg" });
      document.querySelector("main")?.append(pale, picture);
    });
    const found = await findingsOf(page, "/quote");
    expect(found.map((finding) => finding.split(" ")[1]).toSorted()).toEqual(["color-contrast", "image-alt"]);
    await context.close();
  });
});

test("no page is left out", () => {
  const routes = globSync("**/*.tsx", { cwd: join(import.meta.dirname, "../src/app/routes") })
    .filter((file) => !file.startsWith("__"))
    .map((file) => file.replace(/^_(app|public)[\\/]?/, "/").replace(/\.tsx$/, ""))
    .filter((route) => route !== "/")
    .map((route) =>
      route
        .replace("_.", ".")
        .replaceAll(".", "/")
        .replace(/\/?index$/, "")
        .replace(/^\/*/, "/"),
    );
  const opened = Object.values(pages)
    .flat()
    .map((path) => path.split("?")[0] ?? "");
  const matches = (route: string) => new RegExp(`^${route.replace(/\$\w+/g, "[^/]+").replace(/^\/$/, "/")}$`);
  expect(routes.filter((route) => !opened.some((path) => matches(route).test(path)))).toEqual([]);
  expect(routes.length).toBeGreaterThan(30);
});
