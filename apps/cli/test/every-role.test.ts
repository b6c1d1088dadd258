import { join } from "node:path";
import { expect, test } from "vitest";
import { nouns } from "../src/program/nouns.ts";
import { run } from "../src/program/run.ts";
import { openShell } from "../src/program/shell.ts";
import { aboutOf } from "../src/program/verb.ts";
import { systemTerminal } from "../src/terminal/terminal.ts";
import { folder } from "./cimpro.ts";
import { served } from "./served.ts";

const shell = openShell(systemTerminal());
const loaded = await Promise.all(nouns.map(async (noun) => (await noun.load())(shell)));

/** Every command line that a help shows, as words. */
const examples: readonly (readonly string[])[] = [
  ...new Set(
    loaded.flatMap((command) => [command, ...command.commands]).flatMap((each) => aboutOf(each)?.examples ?? []),
  ),
]
  .filter((line) => line.startsWith("cimpro ") && !/[|<>]/.test(line))
  .map((line) =>
    [...line.slice("cimpro ".length).matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map(
      (word) => word[1] ?? word[2] ?? word[3] ?? "",
    ),
  )
  // It would serve until it is stopped.
  .filter(([noun]) => noun !== "serve");

async function said(args: readonly string[], address: string, token: string) {
  const heard = { out: "", err: "" };
  const code = await run([...args, "--api", address], {
    env: { CIMPRO_TOKEN: token },
    ...{ outIsTerminal: false, errIsTerminal: false, width: undefined, ask: null },
    out: (text) => {
      heard.out += text;
    },
    err: (text) => {
      heard.err += text;
    },
    now: Date.now,
  });
  return { code, ...heard };
}

const account = "acme-tools";
const isCustomer = (role: string) => ["program-manager", "project-manager", "member"].includes(role);

/** An answer but for the ids that are new each time. */
const plain = (out: string): string => out.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "…");

/** The line without its account: a customer's token stands for it. */
function withoutAccount(args: readonly string[]): readonly string[] | null {
  const at = args.indexOf("--account");
  if (at !== -1 && args[at + 1] === account) return [...args.slice(0, at), ...args.slice(at + 2)];
  return args.includes(account) ? args.filter((word) => word !== account) : null;
}

const roles = [
  ...["admin", "coordinator", "finance", "consultant", "developer"],
  ...["program-manager", "project-manager", "member"],
];

test("ROLE-5: every example of the help is answered to every role's token: done, or refused with a reason", async () => {
  const { address, admin } = await served();
  await admin.ask("account", "open", "--name", "Acme Tools");
  await admin.ask("deliverable", "add", "--name", "ERP sync mapping", "--account", account);
  await admin.ask("allowance", "buy", "--account", account, "--hours", "10");
  const place = folder();
  const here = (word: string) =>
    /^[\w./-]+\.(pdf|db|csv|json|gz|txt)$/.test(word) ? join(place, word.replaceAll("/", "-")) : word;

  const faults: string[] = [];
  for (const role of roles) {
    const own = isCustomer(role) ? ["--account", account] : [];
    const { token } = await admin.ask<{ token: string }>("token", "create", "--name", "Sam", "--role", role, ...own);
    let same = 0;
    for (const example of examples) {
      const args = example.map(here);
      const { code, out, err } = await said([...args, "--dry-run"], address, token);
      const line = `${role}: ${example.join(" ")}: ${code} ${out}${err}`;
      if (code === 70 || /^\{"error":.*(OUR_FAULT|account \\"\\")/.test(out)) faults.push(line);
      const shorter = isCustomer(role) ? withoutAccount(args) : null;
      if (shorter === null || code !== 0) continue;
      const again = await said([...shorter, "--dry-run"], address, token);
      if (plain(again.out) !== plain(out)) faults.push(`${line}\nand without its account: ${again.code} ${again.out}`);
      else same += 1;
    }
    if (isCustomer(role)) expect(same).toBeGreaterThan(10);
  }
  expect(faults).toEqual([]);
});

test("a token of the team stands for no account, and says that one is lacking", async () => {
  const { address, admin } = await served();
  const { token } = await admin.ask<{ token: string }>("token", "create", "--name", "Sam", "--role", "consultant");
  const { code, out } = await said(["account", "standing"], address, token);
  expect([code, JSON.parse(out).error.code]).toEqual([2, "USAGE"]);
});
