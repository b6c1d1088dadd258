import { existsSync, writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const header =
  "time_log_fact_key,organization,project_key,person_key,team_key,wbs_element_key,plan_item_key,time_log_start_date,time_log_end_date,time_log_delta_minutes,time_log_interrupt_minutes,phase_key,phase_short_name,phase.process_key,process_name";

/** How many rows the real log has; made-up ones have as many, so that figures compare. */
export const logRows = 74_943;

/**
 * A gzip CSV in the shape of the CESAW time log, which `examples/cesaw/map.json` reads: two organisations, forty
 * projects, some two years. The real log is taken instead where CIMPRO_BENCH_LOG names it.
 */
export function logFile(path: string, rows: number): string {
  const real = process.env.CIMPRO_BENCH_LOG;
  if (rows === logRows && real !== undefined && existsSync(real)) return real;
  const lines = [header];
  let seed = 42;
  const next = (below: number): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed % below;
  };
  for (let row = 0; row < rows; row += 1) {
    const day = new Date(Date.UTC(2011, 0, 1 + next(800)));
    const on = `${day.getUTCMonth() + 1}/${day.getUTCDate()}/${day.getUTCFullYear()}`;
    const minutes = 1 + next(120);
    lines.push(
      `${row},${next(2) === 0 ? "B" : "C"},${next(40)},${next(150)},15,${next(9000)},${next(20_000)},${on} 9:00,${on} 11:30,${minutes},0,11,Test,1,TSP(SM)`,
    );
  }
  writeFileSync(path, gzipSync(`${lines.join("\n")}\n`));
  return path;
}
