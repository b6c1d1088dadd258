import { userInfo } from "node:os";
import { formatDuration, type ImportMap } from "@cimpro/domain";
import { InvalidArgumentError, Option } from "@commander-js/extra-typings";
import { repeated } from "../../arguments/repeated.ts";
import { exitCodes } from "../../failure/exit-codes.ts";
import type { Shell } from "../../program/shell.ts";
import { verb } from "../../program/verb.ts";
import { type Block, facts, left, right } from "../../terminal/block.ts";
import type { ImportCounts } from "../../time-import/import-file.ts";

/** `cimpro time import` */
export const importCommand = (shell: Shell) =>
  verb("import", {
    summary: "take in time from another system's file",
    details:
      "Takes in time from another system's file, in chunks, so that it can be cut off and run again: rows that are there already are duplicates. Rows that cannot be taken in are written whole, with line and reason, to FILE.rejected.csv.",
    examples: [
      "cimpro time import toggl.csv --map toggl --dry-run",
      "cimpro time import hours.csv.gz --map map.json --account acme-tools",
      "cimpro time import until-march.csv --map harvest --settled-elsewhere",
      "cimpro time import march.csv --map clockify --date-order day-first --strict",
    ],
    rules: ["ALW-5", "ALW-8", "INV-5"],
  })
    .argument("<file>", "CSV, CSV packed with gzip, or timeclock text")
    .requiredOption("--map <name|file>", "how to read it: toggl, clockify, harvest, kimai, timeclock, or a map as JSON")
    .option("--account <name>", "for rows without a customer")
    .option("--worker <name>", "for rows without a person")
    .option(
      "--same-person <name=person>",
      "a name in the file, and whom it means here; remembered for this source",
      repeated(samePersonOf),
    )
    .option("--override <reason>", "take in time of stopped accounts too, and say why")
    .option("--split-days", "time of more than a day becomes an entry for each of its days, instead of being rejected")
    .option("--rebill", "rows that the source invoiced already are open work here")
    .addOption(
      new Option("--settled-elsewhere", "every row was invoiced elsewhere, whatever the file says").conflicts("rebill"),
    )
    .option("--strict", "end with 1 when a row was rejected")
    .option("--encoding <name>", "for files that are neither UTF-8 nor marked, such as windows-1252")
    .addOption(
      new Option("--date-order <order>", "for dates such as 03/04/2025 that the file does not explain").choices([
        "month-first",
        "day-first",
      ] as const),
    )
    .option("--rejected <file>", "where rejected rows go (FILE.rejected.csv, unless stated)")
    .action(
      async (path, { map: mapName, account, worker, samePerson, override, rebill, settledElsewhere, ...options }) => {
        const { strict, encoding, dateOrder, rejected, splitDays } = options;
        const { importFile } = await import("../../time-import/import-file.ts");
        const { loadMap } = await import("../../time-import/load-map.ts");
        const map = await loadMap(mapName);
        const { createMissing } = map;
        const people = [...(samePerson ?? [])];
        const client = await shell.client("write");
        const progress = shell.progress();
        try {
          const counts = await importFile({
            path,
            map,
            encoding,
            // A dry run leaves nothing behind, unless a place for the rejected rows was named.
            rejectedPath: shell.settings().dryRun ? (rejected ?? null) : rejected,
            onAssumed: (order) =>
              shell.note(
                `Every date of the file reads both ways; taken ${order}, as its tool usually writes. Say --date-order if that is wrong.`,
              ),
            settings: {
              account,
              worker: worker ?? ownerOf(map),
              dateOrder,
              splitDays,
              invoiced: settledElsewhere ? "every-row" : rebill ? "rebill" : "settled-elsewhere",
            },
            send: (entries) => client.time.import.mutate({ entries: [...entries], createMissing, override, people }),
            onProgress: ({ rows, accepted }) => progress.tell(`${rows} rows read, ${accepted} taken in …`),
          });
          progress.end();
          await shell.answer(counts, countsView);
          if (strict && counts.rejected > 0) shell.endWith(exitCodes.refused);
        } finally {
          progress.end();
        }
      },
    );

/** `J. Roe=Jane Roe`: a name in the file, and whom it means. */
function samePersonOf(said: string): { readonly name: string; readonly is: string } {
  const [name = "", is = "", ...more] = said.split("=").map((part) => part.trim());
  if (name === "" || is === "" || more.length > 0)
    throw new InvalidArgumentError(`"${said}" does not say two names; write "J. Roe=Jane Roe".`);
  return { name, is };
}

/** A timeclock file is one person's: whoever takes it in, unless it is said whose it is. */
const ownerOf = ({ format }: ImportMap): string | undefined =>
  format === "timeclock" ? userInfo().username : undefined;

const countsView = (counts: ImportCounts): readonly Block[] => [
  facts(
    ["Rows", String(counts.rows)],
    ["Taken in", `${counts.accepted} (${formatDuration(counts.acceptedMinutes)})`],
    ["There already", String(counts.duplicates)],
    ["Rejected", String(counts.rejected)],
    ["Rejected rows in", counts.rejectedFile],
  ),
  ...(counts.rejected === 0
    ? []
    : [
        {
          kind: "table" as const,
          columns: [left("Reason"), right("Rows")],
          rows: Object.entries(counts.byReason).map(([reason, count]) => [reason, String(count)]),
        },
      ]),
];
