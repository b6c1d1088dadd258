import type { Quote } from "@cimpro/domain";
import {
  figure,
  hours,
  hoursColumn,
  letterhead,
  money,
  moneyColumn,
  type NamedParty,
  quiet,
  rateColumn,
  table,
  word,
} from "./blocks.ts";
import { leadTimeName } from "./line-words.ts";
import type { Sheet } from "./pdf.ts";

/** A quote: the lines and the rules they rest on. It promises no date and binds nobody until a SOW is approved. */
export function quoteSheet(quoted: Quote, on: string, from: NamedParty, clauseTitle: (id: string) => string): Sheet {
  const { currency, lines, total, minutes, leadTime } = quoted;
  const clauses = [...new Set(lines.flatMap((line) => line.clauses))];
  return {
    title: `Quote for ${hours(minutes)}`,
    practice: from.name,
    on,
    content: [
      ...letterhead("Quote", from, null, [
        ["Rates of", on],
        ["Hours", hours(minutes)],
        ["Lead time", leadTimeName(leadTime)],
        ["Total", money(total, currency)],
      ]),
      table(
        "Line",
        [hoursColumn, rateColumn, moneyColumn("Amount")],
        lines.map((line) => [
          word(line.kind === "labor" ? "Work at the standard rate" : `Premium, ${leadTimeName(leadTime)}`),
          figure(hours(line.minutes)),
          figure(money(line.ratePerHour, currency)),
          figure(money(line.amount, currency)),
        ]),
        [[word("Total"), figure(""), figure(""), figure(money(total, currency))]],
      ),
      ...clauses.map((id) => quiet(`${id}: ${clauseTitle(id)}`)),
      quiet("A wish for a lead time is no promise: it exists only in an approved SOW (REQ-2)."),
    ],
  };
}
