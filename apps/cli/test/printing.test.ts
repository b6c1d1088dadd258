import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { newDesk } from "./cimpro.ts";

const day = ["--today", "2024-03-04"];

test("documents are saved as PDF files, which are replaced only with --yes", async () => {
  const desk = newDesk();
  const named = (name: string) => join(dirname(desk.file), name);
  await desk.ask("account", "open", "--name", "Acme", ...day);
  await desk.ask("deliverable", "add", "--account", "acme", "--name", "Shop", ...day);
  const shop = ["--account", "acme", "--deliverable", "shop"];
  await desk.ask("sow", "issue", ...shop, "--phase-estimate", "implementation=10h", "--deposit", "50000", ...day);
  await desk.ask("sow", "approve", ...shop, "--by", "Pat Doe", ...day);
  const prints: readonly (readonly [file: string, ...args: string[]])[] = [
    ["invoice.pdf", "invoice", "pdf", "INV-000001", "--out"],
    ["sow.pdf", "sow", "pdf", ...shop, "--out"],
    ["statement.pdf", "statement", "acme", "--pdf"],
    ["dossier.pdf", "phase", "dossier", ...shop, "--pdf"],
  ];
  for (const [name, ...args] of prints) {
    const file = named(name);
    const answer = await desk.ask(...args, file);
    expect(answer).toEqual({ file, bytes: readFileSync(file).length });
    expect(readFileSync(file).subarray(0, 5).toString()).toBe("%PDF-");
  }
  const again = ["invoice", "pdf", "INV-000001", "--out", named("invoice.pdf")];
  expect(await desk.refused(...again)).toMatchObject({ exit: 2 });
  expect(await desk.ask(...again, "--yes")).toMatchObject({ file: named("invoice.pdf") });
  expect(await desk.refused("invoice", "pdf", "INV-000009", "--out", named("none.pdf"))).toMatchObject({ exit: 3 });
  expect(existsSync(named("none.pdf"))).toBe(false);
});
