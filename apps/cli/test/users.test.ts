import { expect, test } from "vitest";
import { newDesk } from "./cimpro.ts";

interface Listed {
  readonly items: readonly Record<string, unknown>[];
}

test("ROLE-5: somebody is invited, and without a mail server the link is there to copy", async () => {
  const desk = newDesk();
  await desk.ask("account", "open", "--name", "Acme", "--id", "acme");
  const ada = ["--name", "Ada", "--email", "ada@acme.example", "--role", "program-manager"];
  expect(await desk.refused("user", "invite", ...ada)).toMatchObject({ exit: 2, code: "MALFORMED" });
  const user = await desk.ask("user", "invite", ...ada, "--account", "acme");
  expect(user).toMatchObject({ email: "ada@acme.example", state: "invited", account: "acme" });
  const { items } = await desk.ask<Listed>("message", "list", "--kind", "invitation");
  expect(items).toHaveLength(1);
  const shown = await desk.ask("message", "show", String(items[0]?.id));
  expect(shown.link).toMatch(/^http:\/\/127\.0\.0\.1:4310\/invitation#[\w-]{43}$/);
  expect(shown.text).toContain(shown.link);

  expect(await desk.refused("user", "end-second-step", String(user.id))).toMatchObject({
    exit: 4,
    code: "SECOND_STEP_OFF",
  });
  expect(await desk.ask("user", "disable", String(user.id))).toMatchObject({ state: "disabled" });
  const { items: users } = await desk.ask<Listed>("user", "list", "--account", "acme");
  expect(users).toMatchObject([{ name: "Ada", role: "program-manager" }]);
});

test("a token is for one account, or for reading only", async () => {
  const desk = newDesk();
  await desk.ask("account", "open", "--name", "Acme", "--id", "acme");
  const made = await desk.ask("token", "create", "--name", "p", "--role", "member", "--account", "acme", "--read-only");
  expect(made).toMatchObject({ role: "member", account: "acme", readOnly: true });
});
