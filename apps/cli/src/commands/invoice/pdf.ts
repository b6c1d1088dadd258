import type { Shell } from "../../program/shell.ts";
import { verb } from "../../program/verb.ts";
import { savePrinted } from "../printed-file.ts";

/** `cimpro invoice pdf` */
export const pdfCommand = (shell: Shell) =>
  verb("pdf", {
    summary: "print an invoice as a PDF file",
    details: "Prints the invoice as it was issued, with what was paid and credited of it since.",
    examples: ["cimpro invoice pdf INV-000001", "cimpro invoice pdf INV-000001 --out march.pdf --yes"],
    rules: ["INV-3"],
  })
    .argument("<number>", "such as INV-000001")
    .option("--out <file>", "where to (its number, unless stated)")
    .action(async (number, { out }) => {
      const client = await shell.client("read");
      await savePrinted(shell, () => client.document.invoice.query({ number }), out);
    });
