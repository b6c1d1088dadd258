import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { timed } from "./measure.ts";

/** What `ledger` and `hledger` need to add the same entries up by account; null where one is not installed. */
export async function plainTextAccounting(folder: string, imported: string): Promise<Record<string, number | null>> {
  const db = new Database(imported, { readonly: true });
  const rows = db
    .prepare("select work_date, worker, account, deliverable, minutes from time_entry order by work_date")
    .raw();
  const lines: string[] = [];
  for (const [on, worker, account, deliverable, minutes] of rows.all() as (string | number)[][])
    lines.push(`${on} ${worker}\n    work:${account}:${deliverable}  ${minutes} min\n    worked`);
  db.close();
  const file = join(folder, "entries.journal");
  writeFileSync(file, `${lines.join("\n\n")}\n`);
  return {
    ledger: await balanceWith("ledger", file),
    hledger: await balanceWith("hledger", file),
  };
}

async function balanceWith(program: string, file: string): Promise<number | null> {
  if (spawnSync(program, ["--version"]).status !== 0) return null;
  return timed(() => spawnSync(program, ["-f", file, "balance"], { stdio: "ignore" }));
}
