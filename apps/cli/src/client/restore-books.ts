import { type Restored, restoreFrom, StoreProblem } from "@cimpro/api";
import { creditMemoNumber, invoiceNumber } from "@cimpro/domain";
import { asNumberOf } from "../arguments/document-number.ts";
import { notConfirmed } from "../failure/failure.ts";
import { isAgreed } from "../program/confirm.ts";
import type { Settings } from "../program/settings.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { localActor } from "./local.ts";
import { placeOf } from "./place.ts";

/** Asks for the last number of a series that went out; the number after it comes next. No answer: the last one known. */
export async function lastSent(ask: Terminal["ask"], what: string, series: "INV" | "CM"): Promise<number | undefined> {
  if (ask === null) return undefined;
  const said = await ask(`The last ${what} number that was sent to a customer (Enter: the last one known): `);
  if (said === null) throw notConfirmed("Not confirmed: nothing was restored.");
  return said.trim() === "" ? undefined : asNumberOf(series)(said) + 1;
}

interface Next {
  readonly nextInvoice: number | undefined;
  readonly nextCreditMemo: number | undefined;
}

/** What was restored, and what has to be looked at before the next document goes out. */
export interface RestoredBooks extends Restored {
  readonly warnings: readonly { readonly message: string; readonly clause: string }[];
}

/**
 * Puts the books of a backup in the place that the settings name. Books that are there are replaced once that is
 * confirmed. Numbers that nobody named and nobody knows of are told, because some may have been sent since (INV-3).
 */
export async function restoreBooks(
  settings: Settings,
  terminal: Terminal,
  file: string,
  next: Next,
): Promise<RestoredBooks> {
  const restore = (overwrite: boolean) =>
    restoreFrom(placeOf(settings, terminal), file, {
      ...next,
      overwrite,
      actor: localActor().name,
      recordedAt: new Date(terminal.now()).toISOString(),
    });
  const restored = await restore(settings.yes).catch(async (error: unknown) => {
    if (!(error instanceof StoreProblem && error.code === "BOOKS_NOT_EMPTY")) throw error;
    if (terminal.ask === null) throw notConfirmed(error.message);
    if (!(await isAgreed(terminal.ask, "There are books in that place already; they would be replaced, for good.")))
      throw notConfirmed("Not confirmed: the books are as they were.");
    return restore(true);
  });
  return { ...restored, warnings: terminal.ask === null || settings.yes ? unnamed(restored, next) : [] };
}

/** Series whose next number follows from the backup alone, although documents have been issued in it. */
function unnamed({ next, skipped }: Restored, named: Next): RestoredBooks["warnings"] {
  const series = [
    {
      ...{ what: "invoice", option: "--next-invoice", number: invoiceNumber },
      ...{ given: named.nextInvoice, count: next.invoice, aside: skipped.invoice },
    },
    {
      ...{ what: "credit memo", option: "--next-credit-memo", number: creditMemoNumber },
      ...{ given: named.nextCreditMemo, count: next["credit-memo"], aside: skipped["credit-memo"] },
    },
  ];
  return series
    .filter((each) => each.given === undefined && each.aside === 0 && each.count > 1)
    .map((each) => ({
      message: `The next ${each.what} is ${each.number(each.count)}, as the backup says: if later ones were sent since, restore again with ${each.option}.`,
      clause: "INV-3",
    }));
}
