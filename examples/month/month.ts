// One month of a practice, told on the command line, on books of its own that are gone afterwards. It stops at the first
// figure that is not as expected. Run it with: node examples/month/month.ts

import { deepEqual } from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const program = join(import.meta.dirname, "..", "..", "apps", "cli", "bin", "cimpro.js");
const folder = mkdtempSync(join(tmpdir(), "cimpro-month-"));
const books = join(folder, "books.db");

type Answer = Readonly<Record<string, unknown>>;

/** Carries out a command line on a day, and gives its answer. */
function on(today: string, line: string): Answer {
  console.log(`${today}  cimpro ${line}`);
  const words = [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? "");
  const options = ["--db", books, "--today", today, "--json", "--quiet"];
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...words, ...options], { encoding: "utf8" });
  if (status !== 0) throw new Error(`cimpro ${line} ended with ${status}: ${stdout}${stderr}`);
  return JSON.parse(stdout);
}

/** The answer has these fields, whatever else it has. */
function says(answer: Answer, expected: Answer): void {
  deepEqual(withFieldsOf(answer, expected), expected);
  console.log(`            ${JSON.stringify(expected)}`);
}

function withFieldsOf(answer: unknown, expected: unknown): unknown {
  if (Array.isArray(answer) && Array.isArray(expected))
    return answer.map((each, at) => (at < expected.length ? withFieldsOf(each, expected[at]) : each));
  if (!isObject(answer) || !isObject(expected)) return answer;
  return Object.fromEntries(
    Object.entries(expected).flatMap(([key, value]) =>
      key in answer ? [[key, withFieldsOf(answer[key], value)]] : [],
    ),
  );
}

const isObject = (value: unknown): value is Answer => typeof value === "object" && value !== null;

function tellMonth(): void {
  // Ten hours are bought and paid at once.
  on("2025-03-03", 'account open --name "Acme Tools" --id acme');
  says(on("2025-03-03", "allowance buy --account acme --hours 10 --paid"), {
    invoice: { number: "INV-000001", total: 235_000 },
  });
  says(on("2025-03-03", 'time log 2h --account acme --worker Ann --note "Planning call"'), {
    cover: { deposit: 0, allowance: [{ minutes: 120 }], open: 0, held: 0 },
  });

  // Ten hours of expedited work are agreed, with a deposit of 1,000.00.
  on("2025-03-04", 'deliverable add --account acme --name "Price sync" --id price-sync');
  on(
    "2025-03-04",
    "sow issue --account acme --deliverable price-sync --phase-estimate implementation=10h --scope Prices" +
      " --lead-time expedited --expedited-by 2025-03-14 --deposit 100000",
  );
  on("2025-03-04", 'sow approve --account acme --deliverable price-sync --by "Pat Doe"');
  says(on("2025-03-04", "payment record --account acme --amount 100000 --invoice INV-000002"), {
    payment: { amount: 100_000, applications: [{ invoice: "INV-000002", amount: 100_000 }] },
  });

  // Twelve hours are worked: two more than agreed are held, until a change order is approved.
  on("2025-03-05", "time log 6h --account acme --deliverable price-sync --worker Ann");
  says(on("2025-03-06", "time log 6h --account acme --deliverable price-sync --worker Ann"), { cover: { held: 120 } });
  on("2025-03-07", 'change-order propose --account acme --deliverable price-sync --minutes 2h --scope "Tier prices"');
  on("2025-03-07", 'change-order approve price-sync-co-1 --account acme --by "Pat Doe"');

  // 1,000.00 cover 210 minutes at 285.00; the other 510 are invoiced at 235.00 and 50.00.
  says(on("2025-03-10", "invoice run --through 2025-03-09"), {
    invoices: [{ number: "INV-000003", total: 199_750 + 42_500 }],
    minutes: { deposit: 210, allowance: 120, invoiced: 510, held: 0 },
  });
  says(on("2025-03-11", "account standing acme"), { standing: "stopped" });
  on("2025-03-12", "payment record --account acme --amount 242250");
  says(on("2025-03-12", "account standing acme"), { standing: "good" });

  // Half an hour of it is forgiven, and the month adds up.
  says(on("2025-03-20", "credit issue INV-000003 --line 1 --minutes 30 --reason waive"), {
    creditMemo: { number: "CM-000001", total: 11_750 },
  });
  says(on("2025-03-31", "statement acme"), { closing: -11_750 });
  says(on("2025-03-31", "verify"), {
    ok: true,
    problems: [],
    minutes: { worked: 840, deposit: 210, allowance: 120, invoiced: 480, writtenOff: 30, open: 0, held: 0 },
  });
}

try {
  tellMonth();
  console.log("The month is as it should be.");
} finally {
  rmSync(folder, { recursive: true, force: true });
}
