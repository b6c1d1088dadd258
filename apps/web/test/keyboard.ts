import type { Locator, Page } from "playwright-core";

/** More stops than the way to anything on a page should have. */
const furthest = 80;

/** Presses Tab, or Shift and Tab where that is the way, until the element has the focus and shows it. */
export async function tabTo(page: Page, goal: Locator, bound = furthest): Promise<void> {
  await goal.waitFor({ state: "attached" });
  const stops: string[] = [];
  for (let pressed = 0; pressed <= bound; pressed += 1) {
    const way = await goal.evaluate(wayFromFocus);
    if (way === "here") return assertFocusIsSeen(page);
    if (pressed > 0) stops.push(await nameOfFocus(page));
    await page.keyboard.press(way === "back" ? "Shift+Tab" : "Tab");
  }
  throw new Error(`${goal} cannot be reached in ${bound} presses of Tab; the focus was on ${stops.join(" > ")}`);
}

/** Goes to a link, a button or a switch, and presses it. */
export async function press(page: Page, goal: Locator, key: "Enter" | "Space" = "Enter"): Promise<void> {
  await tabTo(page, goal);
  await page.keyboard.press(key);
}

/** Goes to a field and writes in it, in place of what stands there. */
export async function write(page: Page, field: Locator, text: string): Promise<void> {
  await tabTo(page, field);
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type(text);
}

/** Goes to a choice of options, looks for one by its first letters where one can write there, and takes it. */
export async function choose(page: Page, field: Locator, option: string): Promise<void> {
  await tabTo(page, field);
  if (await field.evaluate((element: HTMLInputElement) => !element.readOnly)) {
    await page.keyboard.press("ControlOrMeta+a");
    // As people type: the list is there before the second letter.
    await page.keyboard.type(option.slice(0, 1));
    await page.getByRole("listbox").waitFor();
    await page.keyboard.type(option.slice(1), { delay: 20 });
  } else await page.keyboard.press("Enter");
  const wanted = page.getByRole("option", { name: option }).first();
  await wanted.waitFor();
  for (let pressed = 0; pressed < furthest; pressed += 1) {
    if (await wanted.evaluate((element) => element.hasAttribute("data-combobox-selected"))) break;
    await page.keyboard.press("ArrowDown");
  }
  await page.keyboard.press("Enter");
  await wanted.waitFor({ state: "hidden" });
}

/** Goes to a group of options of which one holds, and moves to another: Tab has one stop for all of them. */
export async function pick(page: Page, options: Locator, option: Locator): Promise<void> {
  await tabTo(page, options.locator(":checked"));
  for (let pressed = 0; !(await option.isChecked()); pressed += 1) {
    if (pressed === furthest) throw new Error(`${option} cannot be reached with the arrow keys`);
    await page.keyboard.press("ArrowDown");
  }
  await assertFocusIsSeen(page);
}

/** Goes to an item of an open menu with the arrow keys. */
export async function arrowTo(page: Page, item: Locator): Promise<void> {
  await item.waitFor();
  for (let pressed = 0; (await item.evaluate(wayFromFocus)) !== "here"; pressed += 1) {
    if (pressed === furthest) throw new Error(`${item} cannot be reached with the arrow keys`);
    await page.keyboard.press("ArrowDown");
  }
}

/** Waits until a form is open and the focus is in it. */
export async function opened(page: Page, dialog: Locator): Promise<void> {
  await dialog.waitFor();
  await page
    .waitForFunction((form) => form?.contains(document.activeElement), await dialog.elementHandle())
    .catch(async () => Promise.reject(new Error(`${dialog} does not take the focus from ${await nameOfFocus(page)}`)));
}

/** Waits until a form is closed and the focus is back on the page, not lost: who goes on, goes on from there. */
export async function closed(page: Page, dialog: Locator): Promise<void> {
  await dialog.waitFor({ state: "hidden" });
  await page
    .waitForFunction(() => document.activeElement !== null && document.activeElement !== document.body)
    .catch(() => Promise.reject(new Error(`The focus is lost when ${dialog} closes`)));
}

/** Where an element lies, as seen from what has the focus. */
function wayFromFocus(goal: Element): "here" | "back" | "on" {
  const { activeElement } = document;
  if (activeElement === goal) return "here";
  if (activeElement === null || activeElement === document.body || activeElement.contains(goal)) return "on";
  return activeElement.compareDocumentPosition(goal) & Node.DOCUMENT_POSITION_PRECEDING ? "back" : "on";
}

const nameOfFocus = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { activeElement: element } = document;
    if (element === null || element === document.body) return "nothing";
    const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : element.textContent;
    const text = element.getAttribute("aria-label") ?? label?.trim() ?? "";
    return `${element.tagName.toLowerCase()} "${text.slice(0, 40)}"`;
  });

/** A ring may come with a transition: it is looked for in so many frames of the page, which are as slow as the page is. */
const mostFrames = 180;

/** Whoever does not use a mouse sees by a ring where they are. */
async function assertFocusIsSeen(page: Page): Promise<void> {
  const seen = await page.evaluate(async (frames) => {
    const isDrawn = (): boolean => {
      const { activeElement } = document;
      if (activeElement === null) return false;
      const drawn = [activeElement, ...activeElement.children];
      // What is drawn around an input, or in the place of one that cannot be seen.
      const around = activeElement instanceof HTMLInputElement ? activeElement.parentElement : null;
      if (around !== null) drawn.push(around, ...around.children);
      return drawn.some((element) => {
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
        return (outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 1) || boxShadow !== "none";
      });
    };
    for (let frame = 0; frame < frames; frame += 1) {
      if (isDrawn()) return true;
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    return false;
  }, mostFrames);
  if (!seen) throw new Error(`${await nameOfFocus(page)} has the focus and does not show it`);
}
