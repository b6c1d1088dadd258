import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serve } from "@cimpro/api";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { launchBrowser } from "./browser.ts";

/** New books, the API over them with the built dashboard, a browser, and a clock that a test can set. */
export async function servePractice(startsOn: string, { demo = false }: { readonly demo?: boolean } = {}) {
  const folder = mkdtempSync(join(tmpdir(), "cimpro-web-"));
  let now = noonOf(startsOn);
  let link = "";
  const database = join(folder, "books.db");
  const begin = (port: number) =>
    serve({
      ...{ database, port, demo },
      webRoot: join(import.meta.dirname, "..", "dist"),
      now: () => now,
      onReady: (ready) => {
        if (link === "") link = ready;
      },
    });
  let serving = await begin(0);
  const { address } = serving;
  const browser = await launchBrowser();
  return {
    link,
    address,
    /** The books, for another process. */
    database,
    /** Stops the server; it comes back at the same address. */
    pause: () => serving.stop(),
    resume: async () => {
      serving = await begin(Number(new URL(address).port));
    },
    /** From now on it is noon of that day, for the server. */
    setToday: (day: string) => {
      now = noonOf(day);
    },
    open: (options: WindowOptions = {}) => openWindow(browser, address, options),
    stop: async () => {
      await browser.close();
      await serving.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

interface WindowOptions {
  readonly width?: number;
  readonly colorScheme?: "light" | "dark";
  /** Whose browser it is; Britain's if not said, whatever the machine says. */
  readonly locale?: string;
  /** A window of the same, signed-in browser. */
  readonly beside?: BrowserContext;
}

/** A page, and what it should never do: ask another host, or complain in its console. */
async function openWindow(
  browser: Browser,
  address: string,
  { width = 1440, colorScheme = "light", locale = "en-GB", beside }: WindowOptions,
) {
  const context =
    beside ?? (await browser.newContext({ viewport: { width, height: 900 }, colorScheme, baseURL: address, locale }));
  // A limit for what never comes, not for how long a busy machine may take.
  context.setDefaultTimeout(180_000);
  const page: Page = await context.newPage();
  const faults: string[] = [];
  page.on("request", (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol.startsWith("http") && origin !== address) faults.push(`asked ${request.url()}`);
  });
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (message) => {
    // What the server refuses is shown on the page; the browser notes it here too.
    if (message.type() === "error" && !message.text().includes("Failed to load resource")) faults.push(message.text());
  });
  return { context, page, faults };
}

const noonOf = (day: string): number => Date.parse(`${day}T12:00:00Z`);
