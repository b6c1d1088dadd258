import { type Day, formatDuration, type TraceStep } from "@cimpro/domain";
import { plural, t } from "@lingui/core/macro";
import type { InvoiceView, InvoiceViewLine } from "../api/answers.ts";
import { formatDay } from "../figures/day-text.ts";
import { formatMoney } from "../figures/money-text.ts";
import type { ExplainedStep, Explanation, FactTable } from "../why/explanation.ts";
import { lineText } from "./line-text.ts";

/** The explanation of a line, of the total or of what is left to pay. */
export function explainInvoice(
  why: string | undefined,
  invoice: InvoiceView,
  nameOf: (deliverable: string) => string,
  today: Day,
): Explanation | null {
  if (why === "total") return explainTotal(invoice, nameOf);
  if (why === "balance") return explainBalance(invoice, today);
  const line = invoice.lines.find(({ line: number }) => why === `line-${number}`);
  return line === undefined ? null : explainLine(invoice, line, nameOf, today);
}

function explainLine(
  invoice: InvoiceView,
  line: InvoiceViewLine,
  nameOf: (deliverable: string) => string,
  today: Day,
): Explanation {
  const { number } = invoice;
  const at = line.line;
  const what = lineText(line, nameOf);
  const hours = formatDuration(line.minutes);
  const rate = perHour(line.ratePerHour, invoice.currency);
  const facts = factsOf(invoice, line, today);
  return {
    title: t`${number}, line ${at}`,
    figure: formatMoney(line.amount, invoice.currency),
    sentence:
      line.minutes === 0
        ? t`${what}: an amount, not time.`
        : t`${what}: ${hours} at ${rate}, rounded once for the line.`,
    steps: line.trace.map((step) => traceStep(step, invoice.currency)),
    clauses: line.clauses,
    policyVersion: invoice.policy.version,
    ...(facts.rows.length === 0 ? {} : { facts }),
  };
}

/** A step of the trace that was frozen with the line. */
function traceStep({ what, clause, minutes, ratePerHour, amount }: TraceStep, currency: string): ExplainedStep {
  const hours = minutes === undefined ? undefined : formatDuration(minutes);
  const rate = ratePerHour === undefined ? undefined : perHour(ratePerHour, currency);
  const result = amount === undefined ? (rate ?? hours) : formatMoney(amount, currency);
  return {
    what,
    clause,
    ...(amount !== undefined && hours !== undefined && rate !== undefined ? { working: `${hours} × ${rate}` } : {}),
    ...(result === undefined ? {} : { result }),
  };
}

/** The time behind a line, oldest first. */
function factsOf(invoice: InvoiceView, line: InvoiceViewLine, today: Day): FactTable {
  const rows = line.slices.flatMap(({ entry: id, minutes }) => {
    const entry = invoice.entries[id];
    if (entry === undefined) return [];
    const [part, whole] = [formatDuration(minutes), formatDuration(entry.minutes)];
    return [
      {
        id,
        on: entry.on,
        cells: [
          formatDay(entry.on, today),
          entry.worker,
          entry.note,
          minutes === entry.minutes ? whole : t`${part} of ${whole}`,
        ],
      },
    ];
  });
  return {
    title: plural(rows.length, { one: "The time entry behind it", other: "The # time entries behind it" }),
    columns: [t`Date`, t`Worker`, t`Note`, t`Time`],
    rows: rows
      .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
      .map(({ id, on, cells }) => ({
        id,
        cells,
        link: { to: "/accounts/$id", params: { id: invoice.account }, search: { tab: "time", from: on, to: on } },
      })),
  };
}

function explainTotal(invoice: InvoiceView, nameOf: (deliverable: string) => string): Explanation {
  const { number, currency } = invoice;
  return {
    title: t`${number}, total`,
    figure: formatMoney(invoice.total, invoice.currency),
    sentence: t`The lines added up; each was rounded once, so nothing is rounded here.`,
    steps: invoice.lines.map((line) => ({
      what: numberedLine(line.line, lineText(line, nameOf)),
      ...(line.minutes === 0
        ? {}
        : { working: `${formatDuration(line.minutes)} × ${perHour(line.ratePerHour, currency)}` }),
      result: formatMoney(line.amount, currency),
      link: { to: "/invoices/$number", params: { number }, search: { why: `line-${line.line}` } },
    })),
    clauses: ["RATE-5", "RATE-6", "INV-1", "INV-3"],
    policyVersion: invoice.policy.version,
  };
}

function explainBalance(invoice: InvoiceView, today: Day): Explanation {
  const { number, currency } = invoice;
  return {
    title: t`${number}, to pay`,
    figure: formatMoney(invoice.balance, currency),
    sentence: t`The total, less the payments and credit memos that were applied to it.`,
    steps: [
      { what: t`Total`, result: formatMoney(invoice.total, currency), clause: "INV-3" },
      ...invoice.applications.map(({ kind, reference, amount, on }) => ({
        what: takenOff(kind, reference, formatDay(on, today)),
        result: formatMoney(-amount, currency),
        clause: "INV-6",
      })),
    ],
    clauses: ["INV-2", "INV-3", "INV-6"],
    policyVersion: invoice.policy.version,
  };
}

const numberedLine = (line: number, what: string): string => t`Line ${line}: ${what}`;

const takenOff = (kind: string, memo: string, day: string): string =>
  kind === "payment" ? t`Payment, ${day}` : t`${memo}, ${day}`;

function perHour(rate: number, currency: string): string {
  const money = formatMoney(rate, currency);
  return t`${money}/h`;
}
