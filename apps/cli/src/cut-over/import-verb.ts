import type { RowLayout, RowMap } from "@cimpro/domain";
import { Option } from "@commander-js/extra-typings";
import type { Client } from "../client/client.ts";
import { exitCodes } from "../failure/exit-codes.ts";
import type { Shell } from "../program/shell.ts";
import { type About, verb } from "../program/verb.ts";
import { type Block, facts, left, right } from "../terminal/block.ts";
import type { RowCounts, RowsAnswer } from "./import-rows-file.ts";

/** What a noun takes in from another system at cut-over. */
export interface ImportVerb<Row> {
  readonly about: Omit<About, "details"> & { readonly details: string };
  readonly layout: () => Promise<RowLayout<Row>>;
  readonly send: (client: Client, rows: Row[]) => Promise<RowsAnswer>;
  /** For files of other tools: the built-in maps there are, by name. */
  readonly maps?: { readonly names: string; readonly builtIn: (name: string) => Promise<RowMap | null> };
}

/** `cimpro NOUN import FILE`: rows of a documented CSV file, told from those that are there already. */
export const importVerb = <Row>(shell: Shell, { about, layout, send, maps }: ImportVerb<Row>) =>
  verb("import", {
    ...about,
    details: `${about.details} Rows that are there already are duplicates; rows that cannot be taken in are written whole, with line and reason, to FILE.rejected.csv.`,
  })
    .argument("<file>", "CSV with the documented header line, or the same packed with gzip")
    .option(
      "--map <name|file>",
      `for files with other columns: ${maps === undefined ? "a map as JSON" : `${maps.names}, or a map as JSON`}`,
    )
    .addOption(
      new Option(
        "--date-order <order>",
        "with a map, for dates such as 03/04/2025 that the file does not explain",
      ).choices(["month-first", "day-first"] as const),
    )
    .option("--strict", "end with 1 when a row was rejected")
    .option("--encoding <name>", "for files that are neither UTF-8 nor marked, such as windows-1252")
    .option("--rejected <file>", "where rejected rows go (FILE.rejected.csv, unless stated)")
    .action(async (path, { strict, encoding, rejected, map: mapName, dateOrder }) => {
      const { importRowsFile } = await import("./import-rows-file.ts");
      const client = await shell.client("write");
      const { currency } = await client.practice.show.query();
      const mapped =
        mapName === undefined
          ? undefined
          : {
              map: await (await import("./load-row-map.ts")).loadRowMap(mapName, maps),
              accountNamed: await (await import("./account-names.ts")).accountNames(client),
              dateOrder,
            };
      const progress = shell.progress();
      try {
        const counts = await importRowsFile({
          ...{ path, encoding, currency, mapped, layout: await layout() },
          // A dry run leaves nothing behind, unless a place for the rejected rows was named.
          rejectedPath: rejected ?? (shell.settings().dryRun ? null : `${path}.rejected.csv`),
          send: (rows) => send(client, rows),
          onProgress: ({ rows, accepted }) => progress.tell(`${rows} rows read, ${accepted} taken in …`),
        });
        progress.end();
        await shell.answer(counts, countsView);
        if (strict && counts.rejected > 0) shell.endWith(exitCodes.refused);
      } finally {
        progress.end();
      }
    });

const countsView = (counts: RowCounts): readonly Block[] => [
  facts(
    ["Rows", String(counts.rows)],
    ["Taken in", String(counts.accepted)],
    ["There already", String(counts.duplicates)],
    ["Passed over", counts.passedOver === undefined ? null : String(counts.passedOver)],
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
