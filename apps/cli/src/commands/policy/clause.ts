import { type Clause, findClause, type SourceDocument } from "@cimpro/domain";
import { refusedBy } from "../../failure/failure.ts";
import type { Shell } from "../../program/shell.ts";
import { verb } from "../../program/verb.ts";
import { type Block, facts, line } from "../../terminal/block.ts";
import { asksBooks } from "./of-books.ts";

/** `cimpro policy clause` */
export const clauseCommand = (shell: Shell) =>
  verb("clause", {
    summary: "what a clause says, and who says so",
    details:
      "What a clause says: what a source document states, and apart from it what was decided where the sources are silent.",
    examples: ["cimpro policy clause INV-5", "cimpro policy clause ALW-4 --db books.db"],
    rules: ["RATE-1"],
  })
    .argument("<id>", "such as INV-5")
    .action(async (given) => {
      const id = given.toUpperCase();
      if (asksBooks(shell)) {
        const client = await shell.client("read");
        return shell.answer(await client.policy.clause.query({ id }), clauseView);
      }
      const { clauses, documents } = await shell.policy();
      const found = findClause(clauses, id);
      if (!found.ok) throw refusedBy(found.rejection);
      const document = documents.find((each) => each.id === found.value.source?.document) ?? null;
      return shell.answer({ clause: found.value, document }, clauseView);
    });

const clauseView = ({
  clause,
  document,
}: {
  readonly clause: Clause;
  readonly document: SourceDocument | null;
}): readonly Block[] => [
  line(`${clause.id}  ${clause.title}`),
  facts(
    ...clause.parts.map(({ origin, text }) => [origin === "seed" ? "Source says" : "We decided", text] as const),
    ["Source", document === null ? null : `${document.title}, ${clause.source?.section}`],
    ["Settings", clause.settings.join(", ")],
  ),
];
