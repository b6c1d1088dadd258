import type { Client } from "../client/client.ts";
import type { Shell } from "../program/shell.ts";

/** The currency of the books, for answers that carry amounts without one. Asked for people only: JSON shows cents. */
export async function bookCurrency(shell: Shell, client: Client): Promise<string> {
  return shell.settings().json ? "" : (await client.practice.show.query()).currency;
}
