import type { Dossier } from "@cimpro/domain";
import { formatDuration } from "@cimpro/domain";
import type { Shell } from "../../program/shell.ts";
import { verb } from "../../program/verb.ts";
import { type Block, facts, left, line, right } from "../../terminal/block.ts";
import { savePrinted } from "../printed-file.ts";
import { historyTable, statementWords } from "./phase-blocks.ts";

/** `cimpro phase dossier` */
export const dossierCommand = (shell: Shell) =>
  verb("dossier", {
    summary: "everything stated for the gates of a deliverable, under a seal",
    details:
      "Everything stated for every gate in order, the findings with their ends, the moves with their reasons, and the seals of SOW and change orders. The seal is SHA-256 over the dossier as JSON with sorted keys and no white space; --seal compares that of a printed copy, and ends with 1 if the books say otherwise.",
    examples: [
      "cimpro phase dossier --account acme-tools --deliverable erp-sync",
      "cimpro phase dossier --account acme-tools --deliverable erp-sync --seal 9f2c…",
    ],
    rules: ["PROC-7", "DLV-2"],
  })
    .requiredOption("--account <id>", "whose work it is")
    .requiredOption("--deliverable <id>", "which work")
    .option("--seal <sha256>", "the seal of a copy, to be compared")
    .option("--pdf <file>", "print it as a PDF file instead")
    .action(async ({ pdf, ...options }) => {
      const client = await shell.client("read");
      if (pdf !== undefined) {
        const { account, deliverable } = options;
        return savePrinted(shell, () => client.document.dossier.query({ account, deliverable }), pdf);
      }
      const answer = await client.phase.dossier.query(options);
      await shell.answer(answer, ({ dossier, seal, matches }) => [
        ...dossierBlocks(dossier),
        line(""),
        facts(["Seal (SHA-256)", seal]),
        ...(matches === null ? [] : [matches ? line("The copy says what the books say.", "good") : mismatch]),
      ]);
      if (answer.matches === false) shell.endWith(1);
    });

const mismatch = line("The copy has another seal: it says something else, or the books went on since.", "bad");

const dossierBlocks = (dossier: Dossier): readonly Block[] => [
  facts(
    ["Gate dossier", `${dossier.deliverable.id}: ${dossier.deliverable.name}`],
    ["Customer", `${dossier.account.name} (${dossier.account.id})`],
    ["Kept by", dossier.practice],
    ["Phase", dossier.phase],
    ["Critical workflows", dossier.deliverable.criticalWorkflows.join(", ")],
    ["Delivered", dossier.deliveredOn],
    ["Deployment", dossier.deploymentOn],
    ["Stabilization ends", dossier.stabilizationEndsOn],
  ),
  ...documentBlocks("SOW", dossier.sows),
  ...documentBlocks("Change orders", dossier.changeOrders),
  ...dossier.phases.flatMap(({ phase, gates }) =>
    gates.flatMap(({ title, clauses, conditions }): readonly Block[] => [
      line(""),
      line(`${phase}: ${title} (${clauses.join(", ")})`),
      ...conditions.flatMap((condition) => conditionLines(condition, dossier)),
    ]),
  ),
  ...(dossier.findings.length === 0 ? [] : [findingsTable(dossier)]),
  ...(dossier.moves.length === 0 ? [] : [historyTable({ history: dossier.moves })]),
];

type Condition = Dossier["phases"][number]["gates"][number]["conditions"][number];

function conditionLines({ title, when, statements, counts }: Condition, { deliverable }: Dossier): readonly Block[] {
  const head = line(`  ${title}`);
  if (counts !== null) return [head, line(`    ${counts.open === 0 ? "none" : counts.open} open`)];
  if (statements === null || statements.length === 0) {
    const isNeeded = when === null || deliverable.criticalWorkflows.length > 0;
    return [head, line(`    ${isNeeded ? "nothing stated" : "only for a critical workflow"}`, "quiet")];
  }
  const said = statements.map((each) =>
    line(`    ${statementWords(each)}${each.stands ? "" : " (no longer stands)"}`, each.stands ? undefined : "quiet"),
  );
  return [head, ...said];
}

const documentBlocks = (title: string, documents: Dossier["sows"]): readonly Block[] =>
  documents.length === 0
    ? []
    : [
        {
          kind: "table",
          title,
          columns: [left("Document"), right("Approved"), left("By"), right("Time"), left("Seal")],
          rows: documents.map(({ id, approvedOn, approvedBy, minutes, seal }) => [
            id,
            approvedOn ?? "",
            approvedBy ?? "",
            formatDuration(minutes),
            seal ?? "",
          ]),
        },
      ];

const findingsTable = ({ findings }: Dossier): Block => ({
  kind: "table",
  title: "Findings",
  columns: [left("Finding"), right("Reported"), left("By"), left("What"), left("End")],
  rows: findings.map(({ id, reportedOn, reportedBy, what, state, endedOn, endedBy, note }) => [
    id,
    reportedOn,
    reportedBy,
    what,
    state === "open"
      ? "open"
      : [`${state} ${endedOn ?? ""} by ${endedBy ?? ""}`, note].filter((part) => part !== "").join(": "),
  ]),
});
