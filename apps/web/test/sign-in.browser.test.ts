import { createHmac } from "node:crypto";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { servePractice } from "./served-practice.ts";

type Window = Awaited<ReturnType<Awaited<ReturnType<typeof servePractice>>["open"]>>;

let practice: Awaited<ReturnType<typeof servePractice>>;
let admin: Window;
let today = "2025-11-14";

const password = "plain words in a row";
const coordinator = { name: "Cora Quinn", email: "cora@pro.example" };
const manager = { name: "Pat Doyle", email: "pat@acme.example" };

beforeAll(async () => {
  practice = await servePractice(today);
  admin = await practice.open();
});

afterAll(async () => {
  await practice?.stop();
});

const onDay = (day: string): void => {
  today = day;
  practice.setToday(day);
};

/** What an authenticator app shows at noon of the test's day (RFC 6238). */
function codeOf(secret: string): string {
  const bits = [...secret]
    .map((letter) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter).toString(2).padStart(5, "0"))
    .join("");
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Date.parse(`${today}T12:00:00Z`) / 30_000));
  const digest = createHmac("sha1", key).update(counter).digest();
  const at = (digest.at(-1) ?? 0) & 15;
  return String((digest.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}

const heading = (page: Page, name: string) => page.getByRole("heading", { name, level: 1 }).waitFor();

async function signIn(page: Page, { email }: { readonly email: string }, given = password): Promise<void> {
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(given);
  await page.getByRole("button", { name: "Sign in" }).click();
}

/** Invites as the admin does; gives the link that the page shows. */
async function invite(who: { readonly name: string; readonly email: string }, role: RegExp, account?: string) {
  const { page } = admin;
  await page.goto("/people?ask=invite");
  const form = page.getByRole("dialog", { name: "Invite somebody" });
  await form.getByLabel("Name").fill(who.name);
  await form.getByLabel("Email").fill(who.email);
  await form.getByRole("combobox", { name: "Role" }).click();
  await page.getByRole("option", { name: role }).click();
  if (account !== undefined) {
    await form.getByRole("combobox", { name: "Account" }).click();
    await page.getByRole("option", { name: account }).click();
  }
  await form.getByRole("button", { name: "Invite" }).click();
  return page
    .getByRole("dialog", { name: `Invitation of ${who.name}` })
    .getByLabel("Link")
    .inputValue();
}

async function accept(link: string, expected: string): Promise<Window> {
  const window = await practice.open();
  await window.page.goto(link);
  await heading(window.page, "Come in to CIMcloud Pro Services");
  await window.page.getByText(expected).waitFor();
  await window.page.getByLabel("Choose a password").fill(password);
  await window.page.getByRole("button", { name: "Come in" }).click();
  return window;
}

let cora: Window;
let pat: Window;
let secret = "";

test("the start link lets the first admin in, who chooses email and password", async () => {
  const { page } = admin;
  await page.goto(practice.link);
  await heading(page, "Fri 14 Nov");
  await page.goto("/settings?ask=profile");
  const profile = page.getByRole("dialog", { name: "Your name and email" });
  await profile.getByLabel("Email").fill("ada@pro.example");
  await profile.getByRole("button", { name: "Save" }).click();
  await profile.waitFor({ state: "hidden" });
  await page.getByRole("link", { name: "Choose a password" }).click();
  const choose = page.getByRole("dialog", { name: "Choose a password" });
  await choose.getByLabel("New password").fill("too short");
  await choose.getByRole("button", { name: "Choose this password" }).click();
  await choose.getByText("a password has at least 12 characters", { exact: true }).waitFor();
  await choose.getByLabel("New password").fill(password);
  await choose.getByRole("button", { name: "Choose this password" }).click();
  await page.getByText("Changing it signs you out everywhere else.").waitFor();
});

test("the admin invites a coordinator and a customer's program manager; each comes in by their link", async () => {
  await admin.page.goto("/accounts?ask=account");
  await admin.page.getByLabel("Name").fill("Acme Tools");
  await admin.page.getByRole("button", { name: "Open account" }).click();
  await heading(admin.page, "Acme Tools");

  const asked: string[] = [];
  cora = await accept(
    await invite(coordinator, /^Coordinator/),
    "You are invited as coordinator of the services team.",
  );
  cora.page.on("request", (request) => asked.push(request.url()));
  await heading(cora.page, "Fri 14 Nov");

  const link = await invite(manager, /^Program manager/, "Acme Tools");
  pat = await accept(link, "You are invited as program manager of Acme Tools.");
  await pat.page.getByRole("banner").getByText("Acme Tools").waitFor();

  const late = await practice.open();
  late.page.on("request", (request) => asked.push(request.url()));
  await late.page.goto(link);
  await late.page.getByText("That link was used before, or is too old: ask for a new one.").waitFor();
  await late.context.close();
  // The secret is in the address bar, and in no request's address.
  expect(asked.filter((url) => new URL(url).pathname + new URL(url).search !== "/invitation").join(" ")).not.toContain(
    new URL(link).hash.slice(1),
  );
});

test("a program manager invites people of their own account only", async () => {
  const { page } = pat;
  await page.goto("/team?ask=invite");
  const form = page.getByRole("dialog", { name: "Invite somebody" });
  await form.getByRole("combobox", { name: "Role" }).click();
  await page.getByRole("option").first().waitFor();
  expect(await page.getByRole("option").count()).toBe(2);
  await page.getByRole("option", { name: /^Project manager/ }).click();
  await form.getByLabel("Name").fill("Mo Reed");
  await form.getByLabel("Email").fill("mo@acme.example");
  await form.getByRole("button", { name: "Invite" }).click();
  const shown = page.getByRole("dialog", { name: "Invitation of Mo Reed" });
  expect(await shown.getByLabel("Link").inputValue()).toContain("/invitation#");
  await shown.getByRole("button", { name: "Done" }).click();
  await page.getByRole("row", { name: /Mo Reed.*Invited/ }).waitFor();
});

test("signed out, a link leads to the sign-in page and on to where it was meant to lead", async () => {
  const { page } = cora;
  await page.getByRole("button", { name: "Signed in as Cora Quinn" }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await heading(page, "Sign in");
  await page.goto("/accounts/acme-tools?tab=time");
  await heading(page, "Sign in");
  await signIn(page, coordinator);
  await heading(page, "Acme Tools");
  expect(page.url()).toBe(`${practice.address}/accounts/acme-tools?tab=time`);
});

test("whoever is signed in has no use for the sign-in page, and it leads nowhere else", async () => {
  await cora.page.goto("/sign-in?to=//elsewhere.example");
  await heading(cora.page, "Fri 14 Nov");
  await cora.page.goto("/sign-in?to=/billing");
  await heading(cora.page, "Billing");
});

test("a second step is turned on with the app's code and asked for from then on", async () => {
  const { page } = cora;
  await page.goto("/settings");
  await page.getByRole("link", { name: "Turn on" }).click();
  const dialog = page.getByRole("dialog", { name: "Turn the second step on" });
  await dialog.getByLabel("Your password").fill(password);
  await dialog.getByRole("button", { name: "Go on" }).click();
  await dialog.getByRole("img", { name: "Square code for the authenticator app" }).waitFor();
  secret = (await dialog.getByLabel("Secret").inputValue()).replaceAll(" ", "");
  await dialog.getByLabel("Code", { exact: true }).fill(codeOf(secret));
  await dialog.getByRole("button", { name: "Turn on" }).click();
  const codes = dialog.getByRole("list", { name: "Recovery codes" }).getByRole("listitem");
  await codes.first().waitFor();
  expect(await codes.count()).toBe(10);
  await dialog.getByRole("button", { name: "I have kept them" }).click();
  await page.getByText("10 recovery codes are left.").waitFor();

  onDay("2025-11-15");
  const phone = await practice.open({ width: 390 });
  await phone.page.goto("/settings");
  await signIn(phone.page, coordinator);
  await phone.page.getByLabel("Code").fill(codeOf(secret));
  await phone.page.getByRole("button", { name: "Confirm" }).click();
  await heading(phone.page, "Settings");
  expect(await phone.page.getByText("This one").count()).toBe(1);

  await page.reload();
  await page.getByRole("button", { name: /^End Chrome on Linux/ }).click();
  await page.getByText("Only here.").waitFor();
  await phone.page.reload();
  await heading(phone.page, "Sign in");
  expect(phone.faults).toEqual([]);
  await phone.context.close();
});

test("a forgotten password is replaced by a link, which an admin finds where no mail goes out", async () => {
  const visitor = await practice.open();
  const { page } = visitor;
  await page.goto("/sign-in");
  await page.getByRole("link", { name: "Forgot the password?" }).click();
  await heading(page, "A new password");
  await page.getByLabel("Email").fill(manager.email);
  await page.getByRole("button", { name: "Send me a link" }).click();
  await page.getByText("Look into your mail").waitFor();

  await admin.page.goto("/messages?kind=password-reset");
  await admin.page.getByText("CIMPRO_SMTP_URL").waitFor();
  await admin.page.getByRole("link", { name: /Choose a new password/ }).click();
  const letter = admin.page.getByRole("dialog", { name: /Choose a new password/ });
  await letter.getByText("Somebody, probably you, asked for a new password.").waitFor();
  const link = await letter.getByLabel("Link").inputValue();

  await page.goto(link);
  await page.getByLabel("New password").fill("other words in a row");
  await page.getByRole("button", { name: "Change the password" }).click();
  await page.getByRole("banner").getByText("Acme Tools").waitFor();
  await pat.page.reload();
  await heading(pat.page, "Sign in");
  expect([...visitor.faults, ...admin.faults]).toEqual([]);
  await visitor.context.close();
});

test("a wrong password is refused in a clear sentence, and too many have to wait", async () => {
  const { page } = pat;
  for (let attempt = 0; attempt < 5; attempt++) {
    const answered = page.waitForResponse((response) => response.url().includes("session.signIn"));
    await signIn(page, manager, `not the password ${attempt}`);
    await answered;
    await page.getByText("That email, password or code is not right.").waitFor();
  }
  await signIn(page, manager, "other words in a row");
  await page.getByText(/^Too many attempts: try again in \d+ seconds?\.$/).waitFor();
});

test("an admin disables somebody, who is out at once", async () => {
  onDay("2025-11-17");
  const { page } = admin;
  await page.goto("/people");
  await page.getByRole("button", { name: "Manage Cora Quinn" }).click();
  await page.getByRole("menuitem", { name: "Disable" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Disable" }).click();
  await page.getByRole("row", { name: /Cora Quinn.*Disabled/ }).waitFor();
  await cora.page.goto("/settings");
  await heading(cora.page, "Sign in");
});

test("a program's token is shown once and revoked", async () => {
  const { page } = admin;
  await page.goto("/settings?ask=token");
  const dialog = page.getByRole("dialog", { name: "New token" });
  await dialog.getByLabel("Name").fill("nightly");
  await dialog.getByLabel("Only for reading").check();
  await dialog.getByRole("button", { name: "Make the token" }).click();
  expect(await dialog.getByLabel("Token").inputValue()).toMatch(/^[\w-]{43}$/);
  await dialog.getByRole("button", { name: "I have copied it" }).click();
  await page.getByRole("row", { name: /nightly.*Read as coordinator.*Good/ }).waitFor();
  await page.getByRole("button", { name: "Revoke nightly" }).click();
  await page.getByRole("row", { name: /nightly.*Revoked/ }).waitFor();
  expect([...admin.faults, ...cora.faults, ...pat.faults]).toEqual([]);
});
