import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { billingRunCase } from "./billing-run.ts";
import { cimproWithMemory } from "./cli.ts";
import { cliStartCases } from "./cli-start.ts";
import { dashboardTables } from "./dashboard.ts";
import { durableLog } from "./durable-log.ts";
import { importCase, importLog } from "./import-log.ts";
import { logFile, logRows } from "./log-file.ts";
import { type Comparison, compare, type Measured, tableOf } from "./measure.ts";
import { openBacklog } from "./open-backlog.ts";
import { plainTextAccounting } from "./plain-text-accounting.ts";

const rounds = 8;
const folder = mkdtempSync(join(tmpdir(), "cimpro-bench-"));
const rows: Measured[] = [];

async function measure(comparison: Comparison, times = rounds): Promise<Measured> {
  const measured = await compare(comparison, times);
  rows.push(measured);
  process.stderr.write(`${tableOf([measured]).split("\n").at(-1)}\n`);
  return measured;
}

try {
  const log = logFile(join(folder, "log.csv.gz"), logRows);
  const imported = join(folder, "imported.db");
  await importLog(log, imported);
  const importOnce = await measure(importCase("import of the log", folder, log, imported));
  const runOnce = await measure(billingRunCase("the whole billing run", folder, imported));
  for (const comparison of cliStartCases(imported)) await measure(comparison, 20);
  const durable = await durableLog();
  await measure(durable);
  await durable.stop();
  const backlog = await openBacklog(folder);
  await measure(backlog);
  await backlog.stop();

  const memory = join(folder, "memory.db");
  const importMemory = await cimproWithMemory(
    "time",
    "import",
    log,
    "--map",
    "examples/cesaw/map.json",
    "--db",
    memory,
  );
  const runMemory = await cimproWithMemory("invoice", "run", "--through", "2017-12-31", "--db", memory);

  const large = logFile(join(folder, "large.csv.gz"), logRows * 10);
  const largeBooks = join(folder, "large.db");
  const largeImport = await importLog(large, largeBooks);
  copyFileSync(largeBooks, join(folder, "large-run.db"));
  const largeRun = await billingRunCase("ten times", folder, largeBooks).ours();

  console.log(`Node ${process.version}, ${rounds} interleaved rounds, medians.\n`);
  console.log(tableOf(rows));
  console.log(
    `\nPeak memory: import ${importMemory.peakMegabytes} MB, run ${runMemory.peakMegabytes} MB (bound 400 MB).`,
  );
  const growth = (now: number, before: number): string => `× ${(now / before).toFixed(1)}`;
  console.log(
    `Ten times the rows: import ${Math.round(largeImport.ms)} ms (${growth(largeImport.ms, importOnce.ours)}), run ${Math.round(largeRun)} ms (${growth(largeRun, runOnce.ours)}); bound × 12.`,
  );
  for (const [program, ms] of Object.entries(await plainTextAccounting(folder, imported)))
    console.log(
      `${program} balance of the same entries: ${ms === null ? "not installed, so not measured" : `${Math.round(ms)} ms`}`,
    );
  console.log(`\n${dashboardTables()}`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
