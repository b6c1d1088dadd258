import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { usage } from "../failure/failure.ts";
import type { Shell } from "../program/shell.ts";
import { facts } from "../terminal/block.ts";

/** Saves a printed document, under its own name unless told otherwise; a file that is there is replaced only with --yes. */
export async function savePrinted(
  shell: Shell,
  ask: () => Promise<{ readonly fileName: string; readonly base64: string }>,
  out: string | undefined,
): Promise<void> {
  const { yes, dryRun } = shell.settings();
  if (dryRun) throw usage("Printing changes no books, so there is nothing to rehearse.");
  const { fileName, base64 } = await ask();
  const file = out ?? fileName;
  if (existsSync(file) && !yes)
    throw usage(`${file} is there already: name another with --out, or replace it with --yes.`);
  const bytes = Buffer.from(base64, "base64");
  await writeFile(file, bytes);
  await shell.answer({ file, bytes: bytes.length }, (it) => [facts(["File", it.file], ["Bytes", String(it.bytes)])]);
}
