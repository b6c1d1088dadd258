import { embeddedFetch, embeddedUrl, openStore } from "@cimpro/api";
import type { APIRequestContext, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { servePractice } from "./served-practice.ts";

const today = "2025-11-17";
const account = "acme-tools";
/** Says what a name must not be able to do: run, be read as a code, as a mark of ours or as a place for another name. */
const hostile = `<script>alert(1)</script> "><img src=x> {{7*7}} {name} # <0>x</0> <b>y</b> \\u0041 \\x41 שלום`;
const endless = "W".repeat(180);

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

beforeAll(async () => {
  practice = await servePractice(today);
  ({ context, page, faults } = await practice.open());
  api = context.request;
  await page.addInitScript(() => {
    addEventListener("securitypolicyviolation", ({ violatedDirective }) =>
      reportError(new Error(`against ${violatedDirective}`)),
    );
  });
  await page.goto(practice.link);
  await heading("Mon 17 Nov");
  await tell("account.open", { id: account, name: "Acme Tools", openedOn: "2025-10-01" });
});

afterAll(async () => {
  await practice?.stop();
});

const heading = (name: string) => page.getByRole("heading", { name, level: 1, exact: true }).waitFor();
const dialog = () => page.getByRole("dialog");
const closed = () => dialog().waitFor({ state: "hidden" });
const find = () => page.getByRole("dialog").getByLabel("Find", { exact: true });
const path = () => page.url().slice(new URL(page.url()).origin.length);

/** Lets the page think that another tab is in front of it, or that it is in front again. */
const show = (state: "hidden" | "visible") =>
  page.evaluate((said) => {
    Object.defineProperty(document, "visibilityState", { value: said, configurable: true });
    document.dispatchEvent(new Event("visibilitychange"));
  }, state);

/** Waits until the page follows the changes of others. */
const follows = (how: () => Promise<unknown>) =>
  Promise.all([page.waitForResponse((answer) => answer.url().includes("live.changes") && answer.ok()), how()]);

describe("two people at once", () => {
  test("an open form keeps what is typed, and saving it keeps what somebody else changed", async () => {
    await follows(() => page.goto(`/accounts/${account}?ask=edit`));
    await dialog().getByLabel("Address").fill("1 Dock Road");
    await tell("account.edit", { account, name: "Acme Tools Ltd", email: "books@acme.example" });
    await page.waitForFunction(() => document.title.startsWith("Acme Tools Ltd"));
    expect(await dialog().getByLabel("Address").inputValue()).toBe("1 Dock Road");
    await dialog().getByRole("button", { name: "Save" }).click();
    await closed();
    const { name, address, email } = await ask("account.show", { account });
    expect({ name, address, email }).toEqual({
      name: "Acme Tools Ltd",
      address: "1 Dock Road",
      email: "books@acme.example",
    });
  });

  test("what was decided meanwhile is not decided again: the form says so and keeps its text", async () => {
    const { id } = await tell("request.submit", { account, title: "Tax upload" });
    await follows(() => page.goto(`/queue?row=${id}&of=${account}&ask=decline`));
    await dialog().getByLabel("Why").fill("Not before spring");
    await tell("request.decline", { account, request: id, reason: "Out of scope" });
    await page.getByText("Nothing waits").first().waitFor();
    expect(await dialog().getByLabel("Why").inputValue()).toBe("Not before spring");
    await dialog().getByRole("button", { name: "Decline" }).click();
    await dialog().getByRole("alert").waitFor();
    expect(await dialog().getByLabel("Why").inputValue()).toBe("Not before spring");
    expect(await ask("request.show", { account, request: id })).toMatchObject({ reason: "Out of scope" });
  });

  test("another process's change is seen without a reload", async () => {
    await follows(() => page.goto("/accounts"));
    const store = await openStore(practice.database, { schema: "require", now: () => `${today}T12:00:00Z` });
    const write = embeddedFetch(store, { actor: { name: "Clerk", role: "admin" }, now: () => Date.parse(today) });
    const body = JSON.stringify({ name: "From the shell", openedOn: "2025-10-01" });
    const headers = { "content-type": "application/json" };
    expect((await write(`${embeddedUrl}/account.open`, { method: "POST", headers, body })).ok).toBe(true);
    await store.close();
    await page.getByRole("link", { name: "From the shell" }).waitFor();
  });

  test("control: a page nobody sees follows nothing, and catches up when it is seen again", async () => {
    await follows(() => page.goto("/accounts"));
    await show("hidden");
    await tell("account.open", { name: "Beta Marine", openedOn: "2025-10-01" });
    // A page that is seen learns of it and of what came after, while this one had as long to learn.
    const seen = await practice.open({ beside: context });
    await seen.page.goto("/accounts");
    await seen.page.getByRole("link", { name: "Beta Marine" }).waitFor();
    await tell("account.edit", { account: "beta-marine", name: "Beta Marine Supply" });
    await seen.page.getByRole("link", { name: "Beta Marine Supply" }).waitFor();
    await seen.page.close();
    expect(await page.getByRole("link", { name: "Beta Marine" }).count()).toBe(0);
    await follows(() => show("visible"));
    await page.getByRole("link", { name: "Beta Marine" }).waitFor();
  });

  test("many tabs leave a connection for one more", async () => {
    const tabs: Page[] = [];
    for (let at = 0; at < 7; at += 1) {
      await show("hidden");
      tabs.push(page);
      ({ page } = await practice.open({ beside: context }));
      await page.goto("/accounts");
      await heading("Accounts");
    }
    const [first, ...others] = [...tabs, page];
    for (const tab of others) await tab.close();
    if (first) page = first;
    await show("visible");
  });
});

describe("back, and links", () => {
  test("Back closes a form; it does not open a finished one again", async () => {
    await page.goto("/accounts");
    await page.getByRole("link", { name: "Acme Tools Ltd" }).click();
    await heading("Acme Tools Ltd");
    await page.getByRole("link", { name: "Log time" }).first().click();
    await dialog().waitFor();
    await page.goBack();
    await closed();
    expect(path()).toBe(`/accounts/${account}`);
    await page.getByRole("link", { name: "Log time" }).first().click();
    await dialog().getByLabel("Time", { exact: true }).fill("1h");
    await dialog().getByRole("button", { name: "Log time" }).click();
    await closed();
    await page.goBack();
    await heading("Accounts");
    expect(await dialog().count()).toBe(0);
  });

  test("Back asks before it throws away what is typed", async () => {
    await page.getByRole("link", { name: "Acme Tools Ltd" }).click();
    await page.getByRole("link", { name: "Log time" }).first().click();
    await dialog().getByLabel("Note").fill("Half a thought");
    await page.goBack();
    await dialog().getByRole("button", { name: "Go on writing" }).click();
    expect(await dialog().getByLabel("Note").inputValue()).toBe("Half a thought");
    await page.goBack();
    await dialog().getByRole("button", { name: "Close without it" }).click();
    await closed();
    expect(path()).toBe(`/accounts/${account}`);
  });

  test("a drawer is part of the address, is there after a reload, and goes with Escape", async () => {
    await page.goto("/");
    await page.getByRole("link", { name: /why unbilled work/ }).click();
    await dialog().waitFor();
    await page.reload();
    await dialog().waitFor();
    await page.keyboard.press("Escape");
    await closed();
    expect(path()).toBe("/");
  });

  test.each(["/accounts/nobody", `/accounts/${account}/deliverables/none`, "/invoices/INV-999999"])(
    "%s is not found",
    async (address) => {
      await page.goto(address);
      await heading("Not found");
    },
  );
});

describe("Ctrl K", () => {
  test("opens the palette from the first moment on, in a field and over a form, and Escape closes it alone", async () => {
    await page.goto("/board", { waitUntil: "commit" });
    await page.waitForLoadState("domcontentloaded");
    await page.keyboard.press("Control+k");
    await find().waitFor();
    await page.keyboard.press("Control+k");
    await find().waitFor({ state: "hidden" });
    await page.goto(`/accounts/${account}?ask=log`);
    await dialog().getByLabel("Note").fill("Kept");
    await page.keyboard.press("Control+k");
    await find().fill("billing");
    await page.keyboard.press("Escape");
    await find().waitFor({ state: "hidden" });
    expect(await dialog().getByLabel("Note").inputValue()).toBe("Kept");
    expect(await page.getByText("What you typed here is not kept.").count()).toBe(0);
  });

  test("once used, it does not open by itself on the way back from a public page", async () => {
    await page.goto("/packages");
    await page.keyboard.press("Control+k");
    await find().waitFor();
    await page.keyboard.press("Escape");
    await find().waitFor({ state: "hidden" });
    await page.getByRole("link", { name: "Which package fits?" }).click();
    await heading("Which package fits?");
    await page.goBack();
    await heading("Packages");
    await page.getByRole("button", { name: "Find anything" }).waitFor();
    expect(await find().count()).toBe(0);
  });

  test("finds, and goes there with Enter", async () => {
    await page.keyboard.press("Control+k");
    await find().fill("board");
    await page.keyboard.press("Enter");
    await heading("Board");
    await find().waitFor({ state: "hidden" });
  });
});

describe("a network that fails", () => {
  test("a write whose answer is lost is sent with the same key, and happens once", async () => {
    const keys = new Set<string | undefined>();
    let lost = 0;
    await page.goto(`/accounts/${account}?ask=log`);
    await dialog().getByLabel("Time", { exact: true }).fill("45m");
    await page.route("**/trpc/time.log*", async (route) => {
      const headers = route.request().headers();
      if (headers["cimpro-dry-run"] !== undefined) return route.continue();
      keys.add(headers["idempotency-key"]);
      const response = await route.fetch();
      lost += 1;
      return lost < 3 ? route.abort("connectionreset") : route.fulfill({ response });
    });
    await dialog().getByRole("button", { name: "Log time" }).dblclick();
    await closed();
    await page.unroute("**/trpc/time.log*");
    const { items } = await ask("time.list", { account });
    expect(items.filter(({ minutes }: { minutes: number }) => minutes === 45)).toHaveLength(1);
    expect(keys.size).toBe(1);
  });

  test.each([
    ["a proxy's 502", 502, "<html>Bad gateway"],
    ["an answer cut in the middle", 200, '[{"result":{"da'],
  ])("after %s the page says so, and comes by itself when it can", async (_what, status, body) => {
    await page.goto("/board");
    await heading("Board");
    await page.route(/package\.overview/, (route) => route.fulfill({ status, body, contentType: "application/json" }));
    await page.getByRole("link", { name: "Packages", exact: true }).click();
    await page.getByText("The server did not answer.").waitFor();
    await page.unroute(/package\.overview/);
    await heading("Packages");
  });

  test("while the server is away a form keeps its text; afterwards the page follows the others again", async () => {
    await page.goto("/accounts?ask=account");
    await dialog().getByLabel("Name").fill("Coral Supply");
    await practice.pause();
    await dialog().getByRole("button", { name: "Open account" }).click();
    await dialog().getByText("Nothing you typed is lost").waitFor();
    expect(await dialog().getByLabel("Name").inputValue()).toBe("Coral Supply");
    await follows(() => practice.resume());
    await dialog().getByRole("button", { name: "Open account" }).click();
    await heading("Coral Supply");
    await page.getByRole("link", { name: "Accounts", exact: true }).click();
    await heading("Accounts");
    await tell("account.open", { name: "Delta Pumps", openedOn: "2025-10-01" });
    await page.getByRole("link", { name: "Delta Pumps" }).waitFor();
  });
});

describe("hostile names", () => {
  test("are shown as they were typed, run nothing and widen no page", async () => {
    await tell("account.open", { id: "hostile", name: hostile, openedOn: "2025-10-01" });
    await tell("deliverable.add", { account: "hostile", id: "work", name: endless, requirements: endless });
    await tell("time.log", { account: "hostile", minutes: 90, on: "2025-11-03", note: endless, deliverable: "work" });
    await tell("time.log", { account: "hostile", minutes: 30, on: "2025-11-03", note: '=HYPERLINK("http://x","y")' });
    await tell("request.submit", { account: "hostile", title: hostile, description: endless, wish: hostile });
    const phone = await practice.open({ width: 390 });
    await phone.context.addCookies(await context.cookies());
    const addresses = [
      "/accounts/hostile?tab=time",
      "/accounts/hostile/deliverables/work",
      "/queue",
      "/board",
      "/billing",
    ];
    for (const each of [phone.page, page])
      for (const address of addresses) {
        await each.goto(address);
        await each
          .getByText(address.includes("work") ? endless : hostile)
          .first()
          .waitFor();
        const over = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
        expect(await each.evaluate(over), address).toBe(0);
      }
    expect(phone.faults).toEqual([]);
    await phone.context.close();
    await page.goto("/accounts/hostile");
    await heading(hostile);
  });

  test("are told of as they were typed", async () => {
    const name = "C:\\u0041\\x41 <b>bold</b> {name}";
    await page.goto("/accounts?ask=account");
    await dialog().getByLabel("Name").fill(name);
    await dialog().getByLabel("Id").fill("codes");
    await dialog().getByRole("button", { name: "Open account" }).click();
    await page.getByText(`${name} is open.`).waitFor();
  });
});

test("nothing was asked of another host, nothing failed in the page and nothing ran", () => {
  expect(faults.filter((fault) => !/Failed to fetch|JSON|transform response/.test(fault))).toEqual([]);
});
