import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** What `apps/web/test/dashboard-figures.ts` prints. */
interface DashboardFigures {
  readonly slowed: number;
  readonly firstLoad: readonly { readonly path: string; readonly scripts: number; readonly bytes: number }[];
  readonly paints: readonly { readonly what: string; readonly ms: number; readonly bound: boolean }[];
}

/** Most kilobytes of scripts that the first page may load, and most milliseconds to the next paint. */
const [mostKilobytes, mostMs] = [200, 100];

const said = (met: boolean): string => (met ? "yes" : "**no**");

/** Weighs and tries the built dashboard over the demo practice, and gives the figures as Markdown tables. */
export function dashboardTables(): string {
  const printed = execFileSync(process.execPath, ["apps/web/test/dashboard-figures.ts"], { cwd: root });
  const { slowed, firstLoad, paints }: DashboardFigures = JSON.parse(printed.toString());
  const kilobytes = (bytes: number): string => (bytes / 1000).toFixed(0);
  return [
    "| scripts of a page | files | kB, brotli | bound | met |",
    "|---|---:|---:|---|---|",
    ...firstLoad.map(
      ({ path, scripts, bytes }) =>
        `| \`${path}\` | ${scripts} | ${kilobytes(bytes)} | ${
          path === "/" ? `≤ ${mostKilobytes} | ${said(bytes <= mostKilobytes * 1000)}` : "– | –"
        } |`,
    ),
    "",
    `| interaction to next paint, processor slowed ${slowed} times | ms | bound | met |`,
    "|---|---:|---|---|",
    ...paints.map(
      ({ what, ms, bound }) =>
        `| ${what} | ${Math.round(ms)} | ${bound ? `≤ ${mostMs} | ${said(ms <= mostMs)}` : "– | –"} |`,
    ),
  ].join("\n");
}

if (import.meta.main) console.log(dashboardTables());
