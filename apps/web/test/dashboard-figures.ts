import { randomUUID } from "node:crypto";
import { existsSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serve } from "@cimpro/api";
import type { Page } from "playwright-core";
import { launchBrowser } from "./browser.ts";

/** A program that prints, as JSON, what the built dashboard weighs and how fast it answers over the demo practice. */

const slowed = 4;
const entries = 10_000;
const webRoot = join(import.meta.dirname, "..", "dist");
const folder = mkdtempSync(join(tmpdir(), "cimpro-figures-"));
let link = "";
const serving = await serve({
  ...{ database: join(folder, "books.db"), port: 0, demo: true, webRoot, now: () => Date.now() },
  onReady: (ready) => {
    link = ready;
  },
});
const browser = await launchBrowser();

/** Bytes of the scripts a page asked for, as they are sent. */
async function firstLoadOf(path: string, cookies: Cookies): Promise<{ scripts: number; bytes: number }> {
  const context = await browser.newContext({ baseURL: serving.address });
  await context.addCookies(cookies);
  const page = await context.newPage();
  const asked = new Set<string>();
  page.on("request", (request) => asked.add(new URL(request.url()).pathname));
  await page.goto(path);
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.waitForLoadState("load");
  await page.waitForTimeout(1500);
  await context.close();
  const packed = [...asked]
    .filter((name) => name.endsWith(".js"))
    .map((name) => join(webRoot, `${name}.br`))
    .filter((file) => existsSync(file));
  return { scripts: packed.length, bytes: packed.reduce((sum, file) => sum + statSync(file).size, 0) };
}

const row = (at: number) => ({
  ...{ id: randomUUID(), source: "figures", externalId: String(at), account: "many-entries", deliverable: null },
  ...{ worker: "Ann", on: "2020-01-02", minutes: 1, note: `Entry ${at}`, billable: false, settledElsewhere: false },
});

type Cookies = Awaited<ReturnType<Awaited<ReturnType<typeof browser.newContext>>["cookies"]>>;

/** Milliseconds from an interaction to the next paint, the longest of the events it made. */
async function toNextPaint(page: Page, interact: () => Promise<unknown>): Promise<number> {
  await page.evaluate(() => {
    Reflect.set(window, "longest", 0);
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries())
        Reflect.set(window, "longest", Math.max(Reflect.get(window, "longest"), duration));
    }).observe({ type: "event", durationThreshold: 16 } as PerformanceObserverInit);
  });
  await interact();
  await page.waitForTimeout(1200);
  return page.evaluate(() => Number(Reflect.get(window, "longest")));
}

try {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, baseURL: serving.address });
  const page = await context.newPage();
  await page.goto(link);
  await page.getByRole("heading", { level: 1 }).waitFor();
  const cookies = await context.cookies();
  const say = async (procedure: string, input: unknown) => {
    const headers = { "content-type": "application/json", "idempotency-key": randomUUID() };
    const answer = await page.request.post(`/trpc/${procedure}`, { data: JSON.stringify(input), headers });
    if (!answer.ok()) throw new Error(`${procedure}: ${await answer.text()}`);
  };
  const firstLoad = [];
  for (const path of ["/", "/billing", "/reports", "/quote"])
    firstLoad.push({ path, ...(await firstLoadOf(path, cookies)) });

  await say("account.open", { name: "Many entries", openedOn: "2020-01-01" });
  for (let from = 0; from < entries; from += 1000)
    await say("time.import", { createMissing: true, entries: Array.from({ length: 1000 }, (_, at) => row(from + at)) });

  const slow = await context.newCDPSession(page);
  await slow.send("Emulation.setCPUThrottlingRate", { rate: slowed });
  const paints: { what: string; ms: number; bound: boolean }[] = [];
  const measure = async (what: string, path: string, interact: () => Promise<unknown>, bound = true) => {
    if (path !== "") await page.goto(path);
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.waitForTimeout(2500);
    paints.push({ what, ms: await toNextPaint(page, interact), bound });
  };
  await measure("asking why on Home", "/", () => page.getByRole("link", { name: /why unbilled work/ }).click());
  await measure("going from Home to Billing", "/", () =>
    page.getByRole("link", { name: "Billing", exact: true }).click(),
  );
  await measure("choosing another report", "/reports", () => page.getByRole("tab", { name: "Utilisation" }).click());
  await page.goto("/accounts/many-entries?tab=time&state=all");
  await page.getByRole("button", { name: "Show all" }).click();
  await page.getByRole("button", { name: "Show more" }).waitFor({ state: "hidden", timeout: 240_000 });
  const entryTable = page.getByRole("table", { name: "Time entries" });
  if ((await entryTable.getAttribute("aria-rowcount")) !== String(entries + 1)) throw new Error("Not all entries came");
  await measure(`scrolling by a page in ${entries} time entries`, "", async () => {
    await page.locator("h1").click();
    for (let pages = 0; pages < 10; pages += 1) await page.keyboard.press("PageDown", { delay: 100 });
  });
  const byNote = page.getByRole("columnheader").getByRole("link", { name: "Note" });
  await measure(`sorting ${entries} time entries by their notes`, "", () => byNote.click(), false);
  process.stdout.write(JSON.stringify({ slowed, firstLoad, paints }));
} finally {
  await browser.close();
  await serving.stop();
  rmSync(folder, { recursive: true, force: true });
}
