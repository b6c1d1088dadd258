import { lastDayOf } from "@cimpro/domain";
import type { invoiceView } from "../billing/invoice-view.ts";
import {
  type Cell,
  dayColumn,
  figure,
  heading,
  hours,
  hoursColumn,
  letterhead,
  money,
  moneyColumn,
  personColumn,
  quiet,
  rateColumn,
  shortColumn,
  table,
  word,
} from "./blocks.ts";
import { lineWords } from "./line-words.ts";
import type { Sheet } from "./pdf.ts";

type InvoiceView = Awaited<ReturnType<typeof invoiceView>>;

/** An invoice as it was issued, with what was paid and credited of it since (INV-3). */
export function invoiceSheet(invoice: InvoiceView, deliverables: ReadonlyMap<string, string>): Sheet {
  const { number, issuedOn, dueOn, period, parties, lines, currency, subtotal, tax, total, cover } = invoice;
  const amount = (cents: number): Cell => figure(money(cents, currency));
  const facts: (readonly [string, string])[] = [
    ["Invoice", number],
    ["Issued", issuedOn],
    ["Due", invoice.kind === "opening" ? dueOn : `${dueOn}, upon receipt`],
    ...(period === null ? [] : ([["Period", `${period.start} to ${lastDayOf(period)}`]] as const)),
    ["Total", money(total, currency)],
  ];
  const prePaid = (cover?.allowance ?? []).reduce((sum, { minutes }) => sum + minutes, 0);
  return {
    title: `Invoice ${number}`,
    practice: parties.from.name,
    on: issuedOn,
    content: [
      ...letterhead("Invoice", parties.from, parties.to, facts),
      table(
        "Line",
        [hoursColumn, rateColumn, moneyColumn("Amount")],
        lines.map((line) => [
          word(`${line.line}. ${lineWords(line, deliverables)}`, `Rests on ${line.clauses.join(", ")}`),
          figure(line.minutes === 0 ? "" : hours(line.minutes)),
          line.minutes === 0 ? figure("") : amount(line.ratePerHour),
          amount(line.amount),
        ]),
        [
          ...(tax === 0
            ? []
            : [
                [word("Subtotal"), figure(""), figure(""), amount(subtotal)],
                [word("Tax"), figure(""), figure(""), amount(tax)],
              ]),
          [word("Total"), figure(""), figure(""), amount(total)],
        ],
      ),
      ...(cover !== null && (cover.deposit > 0 || prePaid > 0)
        ? [
            heading("Covered and not invoiced"),
            ...(cover.deposit > 0 ? [quiet(`${hours(cover.deposit)} by the deposit (DLV-3)`)] : []),
            ...(prePaid > 0 ? [quiet(`${hours(prePaid)} by pre-paid hours (ALW-5)`)] : []),
          ]
        : []),
      ...workBehind(invoice),
      ...(invoice.credits.length + invoice.applications.length > 0 ? since(invoice) : []),
    ],
  };
}

/** The time behind the lines; very long invoices tell only how much there is. */
function workBehind({ lines, entries }: InvoiceView) {
  const known = Object.entries(entries);
  if (known.length === 0) return [];
  const rows = lines.flatMap((line) =>
    line.kind === "labor"
      ? line.slices.flatMap(({ entry, minutes }) => {
          const fact = entries[entry];
          return fact === undefined ? [] : [{ ...fact, line: line.line, minutes }];
        })
      : [],
  );
  const told = rows.reduce((sum, { minutes }) => sum + minutes, 0);
  const all = lines.reduce((sum, { kind, minutes }) => (kind === "labor" ? sum + minutes : sum), 0);
  return [
    heading("The work behind it"),
    table(
      "What",
      [dayColumn(), personColumn, shortColumn("Line", 24), hoursColumn],
      rows.map(({ note, on, worker, line, minutes: each }) => [
        word(note === "" ? "–" : note),
        word(on),
        word(worker),
        word(`${line}`),
        figure(hours(each)),
      ]),
    ),
    ...(told === all ? [] : [quiet(`${hours(told)} of ${hours(all)} listed; the rest is in the time list.`)]),
  ];
}

/** What became of it since: payments and credits, and what is open. */
function since({ credits, applications, balance, currency, total }: InvoiceView) {
  return [
    heading("Since it was issued"),
    table(
      "What",
      [dayColumn(), moneyColumn("Amount")],
      [
        ...applications.map(({ kind, reference, on, amount }) => [
          word(kind === "payment" ? "Payment" : `Credit memo ${reference}`),
          word(on),
          figure(money(-amount, currency)),
        ]),
        ...credits
          .filter(({ number }) => !applications.some(({ reference }) => reference === number))
          .map(({ number, issuedOn, total: credited }) => [
            word(`Credit memo ${number}, put against other invoices or kept as credit`),
            word(issuedOn),
            figure(money(-credited, currency)),
          ]),
      ],
      [[word(`Left to pay of ${money(total, currency)}`), word(""), figure(money(balance, currency))]],
    ),
  ];
}
