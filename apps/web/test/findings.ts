import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Waits until a page shows what it has to show, and nothing moves any more. */
export async function settled(page: Page, path: string): Promise<void> {
  await page.getByRole("heading", { level: 1 }).first().waitFor();
  if (/[?&](ask=(?!password-link)|why=)/.test(path))
    await page
      .getByRole("dialog")
      .waitFor()
      .catch(() => Promise.reject(new Error(`${path} opens nothing`)));
  await page.waitForFunction(() => document.querySelector(".mantine-Skeleton-root") === null);
  // What fades in is not yet as dark as it will be.
  await page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState !== "running"));
}

/** What stands in somebody's way on the page as it is: wider than the screen, or a serious finding of axe. */
export async function findingsOf(page: Page, where: string): Promise<readonly string[]> {
  await page.evaluate(axe);
  return page.evaluate(async (place) => {
    const run: (options: object) => Promise<{ violations: Violation[] }> = Reflect.get(window, "axe").run;
    const { violations } = await run({ resultTypes: ["violations"] });
    const { scrollWidth, clientWidth } = document.documentElement;
    return [
      ...(scrollWidth > clientWidth ? [`${place} is ${scrollWidth - clientWidth} px too wide`] : []),
      ...violations
        .filter(({ impact }) => impact === "serious" || impact === "critical")
        .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${place}: ${id} ${html.slice(0, 160)}`)),
    ];
  }, where);
}

interface Violation {
  readonly id: string;
  readonly impact: string | null;
  readonly nodes: readonly { readonly html: string }[];
}
