import { backupTo } from "@cimpro/api";
import type { Settings } from "../program/settings.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { openBooks } from "./local.ts";

/** Copies the books that the settings name into a file. */
export async function backupBooks(settings: Settings, terminal: Terminal, file: string) {
  const store = await openBooks(settings, terminal, "read");
  try {
    return await backupTo(store, file, { overwrite: settings.yes });
  } finally {
    await store.close();
  }
}
