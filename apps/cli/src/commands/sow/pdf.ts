import type { Shell } from "../../program/shell.ts";
import { verb } from "../../program/verb.ts";
import { savePrinted } from "../printed-file.ts";

/** `cimpro sow pdf` */
export const pdfCommand = (shell: Shell) =>
  verb("pdf", {
    summary: "print a SOW as a PDF file",
    examples: ["cimpro sow pdf --account acme-tools --deliverable erp-sync-mapping"],
    rules: ["DLV-2"],
  })
    .requiredOption("--account <id>", "whose it is")
    .requiredOption("--deliverable <id>", "what it is for")
    .option("--sow <id>", "which (the one that stands, unless stated)")
    .option("--out <file>", "where to (its id, unless stated)")
    .action(async ({ out, ...options }) => {
      const client = await shell.client("read");
      await savePrinted(shell, () => client.document.sow.query(options), out);
    });
