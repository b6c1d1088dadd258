import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serve } from "@cimpro/api";
import type { Browser, BrowserContext } from "playwright-core";
import { launchBrowser } from "./browser.ts";
import { settled } from "./findings.ts";
import { pages } from "./pages.ts";

// Takes a picture of every page of the demo practice, wide and narrow, to be looked at:
// `pnpm --filter @cimpro/web pictures FOLDER [dark]`, after the dashboard was built.

const sizes = [
  { name: "wide", width: 1440, height: 900 },
  { name: "narrow", width: 390, height: 844 },
];

const [folder, scheme] = process.argv.slice(2);
if (folder === undefined) throw new Error("Say where to: pnpm --filter @cimpro/web pictures FOLDER [dark]");
mkdirSync(folder, { recursive: true });

const books = mkdtempSync(join(tmpdir(), "cimpro-pictures-"));
const serving = await serve({
  database: join(books, "books.db"),
  port: 0,
  demo: true,
  webRoot: join(import.meta.dirname, "..", "dist"),
  now: Date.now,
  onReady: () => undefined,
});
const browser = await launchBrowser();
try {
  await take("team", await signedIn(browser, "demo-dana"));
  await take("admin", await signedIn(browser, "demo-ada"));
  await take("customer", await signedIn(browser, "demo-harbor-manager"));
  await take("everyone", undefined);
} finally {
  await browser.close();
  await serving.stop();
  rmSync(books, { recursive: true, force: true });
}

type SignedIn = Awaited<ReturnType<BrowserContext["storageState"]>>;

async function signedIn(by: Browser, user: string): Promise<SignedIn> {
  const context = await by.newContext();
  const headers = { "content-type": "application/json", origin: serving.address };
  await context.request.post(`${serving.address}/trpc/session.signInAsDemo`, { headers, data: { user } });
  const state = await context.storageState();
  await context.close();
  return state;
}

async function take(who: keyof typeof pages, state: SignedIn | undefined): Promise<void> {
  for (const { name, width, height } of sizes) {
    const context = await browser.newContext({
      viewport: { width, height },
      baseURL: serving.address,
      locale: "en-GB",
      colorScheme: scheme === "dark" ? "dark" : "light",
      ...(state === undefined ? {} : { storageState: state }),
    });
    const page = await context.newPage();
    page.on("pageerror", (error) => process.stderr.write(`${page.url()}: ${error.message}\n`));
    for (const path of pages[who]) {
      await page.goto(path);
      await settled(page, path);
      // Charts come after the page, and draw themselves in.
      await page.waitForTimeout(900);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      if (over > 0) process.stderr.write(`${path} is ${over} px wider than ${width}\n`);
      const file = `${who}${path.replace(/\W+/g, "-").replace(/-$/, "-home")}-${name}.png`;
      await page.screenshot({ path: join(folder ?? "", file), fullPage: true });
    }
    await context.close();
  }
}
