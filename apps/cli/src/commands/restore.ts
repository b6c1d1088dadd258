import { asNumberOf } from "../arguments/document-number.ts";
import { checkLocal } from "../client/connect.ts";
import { usage } from "../failure/failure.ts";
import type { Shell } from "../program/shell.ts";
import { verb } from "../program/verb.ts";
import { facts, line } from "../terminal/block.ts";
import { minuteFacts } from "./minute-facts.ts";

/** `cimpro restore` */
export const restoreCommand = (shell: Shell) =>
  verb("restore", {
    summary: "put the books of a backup in place, on either engine",
    details:
      "Puts the books of a backup in place: verified first, all of it or nothing, and only while nobody else uses the database. Books that are there are replaced only when that is confirmed, or with --yes. On a terminal it asks which numbers were sent to customers last, so that none is given again; without one, and without the next numbers, it says from which ones it goes on.",
    examples: [
      "cimpro restore books-2025-03-31.db --db books.db",
      "cimpro restore books-2025-03-31.db --db postgres://cimpro@db.example/cimpro --yes --next-invoice INV-000120",
    ],
    rules: ["INV-3"],
  })
    .argument("<file>", "the backup")
    .option("--next-invoice <number>", "the first invoice number to be given", asNumberOf("INV"))
    .option("--next-credit-memo <number>", "the first credit memo number to be given", asNumberOf("CM"))
    .action(async (file, { nextInvoice, nextCreditMemo }) => {
      const settings = shell.settings();
      const { ask } = shell.terminal;
      checkLocal(settings, "restore");
      if (settings.dryRun) throw usage('"cimpro restore" cannot be rehearsed; restore into a new place to look at it.');
      const { restoreBooks, lastSent } = await import("../client/restore-books.ts");
      const asked = settings.yes ? null : ask;
      const next = {
        nextInvoice: nextInvoice ?? (await lastSent(asked, "invoice", "INV")),
        nextCreditMemo: nextCreditMemo ?? (await lastSent(asked, "credit memo", "CM")),
      };
      const restored = await restoreBooks(settings, shell.terminal, file, next);
      for (const { message } of restored.warnings) shell.note(message);
      await shell.answer(restored, (it) => [
        line("The books are back, and everything agrees.", "good"),
        facts(
          ["Accounts", String(it.accounts)],
          ["Journal rows", String(it.journalRows)],
          ["Next invoice", String(it.next.invoice)],
          ["Next credit memo", String(it.next["credit-memo"])],
          ["Numbers set aside", setAside(it.skipped)],
        ),
        minuteFacts(it.minutes),
      ]);
    });

const setAside = (skipped: Readonly<Record<"invoice" | "credit-memo", number>>): string | null =>
  skipped.invoice + skipped["credit-memo"] === 0
    ? null
    : `${skipped.invoice} of invoices, ${skipped["credit-memo"]} of credit memos`;
