import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { nouns } from "../src/program/nouns.ts";
import { run } from "../src/program/run.ts";
import { openShell } from "../src/program/shell.ts";
import { aboutOf } from "../src/program/verb.ts";
import { systemTerminal, type Terminal } from "../src/terminal/terminal.ts";
import { folder, newDesk } from "./cimpro.ts";

const shell = openShell(systemTerminal());
const loaded = await Promise.all(nouns.map(async (noun) => ({ noun, command: (await noun.load())(shell) })));

/** Somebody at a terminal who answers each question so; what they were asked, and how the command ended. */
async function atTerminal(answer: string | null, file: string, ...args: readonly string[]) {
  const asked: string[] = [];
  const said = { out: "", err: "" };
  const terminal: Terminal = {
    env: {},
    outIsTerminal: true,
    width: 200,
    errIsTerminal: true,
    out: (text) => {
      said.out += text;
    },
    err: (text) => {
      said.err += text;
    },
    ask: async (question) => {
      asked.push(question);
      return answer;
    },
    now: Date.now,
  };
  return { code: await run([...args, "--db", file], terminal), asked, ...said };
}

test("what cannot be taken back is marked on its command", () => {
  const final = loaded.flatMap(({ noun, command }) =>
    command.commands.filter((each) => aboutOf(each)?.final !== undefined).map((each) => `${noun.name} ${each.name()}`),
  );
  expect(final.toSorted()).toEqual([
    "allowance end",
    "deliverable cancel",
    "invoice void",
    "package end",
    "payment reverse",
    "token revoke",
  ]);
});

async function withInvoice() {
  const desk = newDesk();
  await desk.ask("account", "open", "--name", "Acme");
  await desk.ask("allowance", "buy", "--account", "acme", "--hours", "10");
  const status = async () => (await desk.ask<{ status: string }>("invoice", "show", "INV-000001")).status;
  return { desk, status };
}

describe("a step that cannot be taken back", () => {
  test("is not done unasked, and says what to do", async () => {
    const { desk, status } = await withInvoice();
    const before = await status();
    const refused = await desk.refused("invoice", "void", "INV-000001");
    expect(refused).toMatchObject({ exit: 1, code: "NOT_CONFIRMED" });
    expect(refused.message).toContain("--yes");
    expect(await status()).toBe(before);
  });
  test("is worked out unasked with --dry-run, and done with --yes", async () => {
    const { desk, status } = await withInvoice();
    const before = await status();
    expect(await desk.ask("invoice", "void", "INV-000001", "--dry-run")).toMatchObject({
      creditMemo: { invoice: "INV-000001" },
    });
    expect(await status()).toBe(before);
    await desk.ask("invoice", "void", "INV-000001", "--yes");
    expect(await status()).toBe("voided");
  });
  test.each([["n"], [""], ["no"], [null]])("is not done when somebody at a terminal answers %j", async (answer) => {
    const { desk, status } = await withInvoice();
    const before = await status();
    const { code, asked, err } = await atTerminal(answer, desk.file, "invoice", "void", "INV-000001");
    expect([code, asked.length]).toEqual([1, 1]);
    expect(asked[0]).toContain("cannot be taken back");
    expect(err).toContain("nothing was done");
    expect(await status()).toBe(before);
  });
  test.each([["y"], ["YES"]])("is done when they answer %j", async (answer) => {
    const { desk, status } = await withInvoice();
    expect((await atTerminal(answer, desk.file, "invoice", "void", "INV-000001")).code).toBe(0);
    expect(await status()).toBe("voided");
  });
  test("is asked about only where it can be done at all", async () => {
    const { desk } = await withInvoice();
    expect((await atTerminal("y", desk.file, "allowance", "end")).asked).toEqual([]);
  });
});

describe("a restore", () => {
  async function withBackup() {
    const { desk } = await withInvoice();
    const copy = join(folder(), "copy.db");
    await desk.ask("backup", copy);
    await desk.ask("account", "open", "--name", "Later");
    const accounts = async () => (await desk.ask<{ items: unknown[] }>("account", "list")).items.length;
    return { desk, copy, accounts };
  }
  test("over books is not done unasked, nor when somebody at a terminal says no or leaves", async () => {
    const { desk, copy, accounts } = await withBackup();
    expect(await desk.refused("restore", copy)).toMatchObject({ exit: 1, code: "NOT_CONFIRMED" });
    for (const answer of ["n", null]) expect((await atTerminal(answer, desk.file, "restore", copy)).code).not.toBe(0);
    expect(await accounts()).toBe(2);
  });
  test("over books is done with --yes", async () => {
    const { desk, copy, accounts } = await withBackup();
    expect(await desk.ask("restore", copy, "--yes")).toMatchObject({ ok: true });
    expect(await accounts()).toBe(1);
  });
  test("INV-3: that goes on from the numbers of the backup says so, and one that is told the next ones does not", async () => {
    const { copy } = await withBackup();
    const silent = await newDesk().ask<{ warnings: { message: string }[] }>("restore", copy);
    expect(silent.warnings).toMatchObject([{ clause: "INV-3", message: expect.stringContaining("INV-000002") }]);
    expect(silent.warnings[0]?.message).toContain("--next-invoice");
    expect(await newDesk().ask("restore", copy, "--next-invoice", "INV-000009")).toMatchObject({
      warnings: [],
      next: { invoice: 9 },
    });
  });
});
