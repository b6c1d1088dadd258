import { restoreFrom } from "@cimpro/api";
import { asNumberOf } from "../arguments/document-number.ts";
import type { Settings } from "../program/settings.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { localActor } from "./local.ts";
import { placeOf } from "./place.ts";

/** Asks for the last number of a series that went out; the number after it comes next. No answer: the last one known. */
export async function lastSent(ask: Terminal["ask"], what: string, series: "INV" | "CM"): Promise<number | undefined> {
  if (ask === null) return undefined;
  const said = await ask(`The last ${what} number that was sent to a customer (Enter: the last one known): `);
  return said.trim() === "" ? undefined : asNumberOf(series)(said) + 1;
}

/** Puts the books of a backup in the place that the settings name. */
export const restoreBooks = (
  settings: Settings,
  terminal: Terminal,
  file: string,
  next: { readonly nextInvoice: number | undefined; readonly nextCreditMemo: number | undefined },
) =>
  restoreFrom(placeOf(settings, terminal), file, {
    ...next,
    overwrite: settings.yes,
    actor: localActor().name,
    recordedAt: new Date(terminal.now()).toISOString(),
  });
