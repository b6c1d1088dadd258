import type { CreditMemo } from "@cimpro/domain";
import {
  figure,
  hours,
  hoursColumn,
  letterhead,
  money,
  moneyColumn,
  type NamedParty,
  paragraph,
  rateColumn,
  table,
  word,
} from "./blocks.ts";
import { lineWords } from "./line-words.ts";
import type { Sheet } from "./pdf.ts";

/** A credit memo: which lines and minutes of which invoice it takes back, and why (INV-3). */
export function creditMemoSheet(
  memo: CreditMemo,
  parties: { readonly from: NamedParty; readonly to: NamedParty },
  deliverables: ReadonlyMap<string, string>,
): Sheet {
  const { number, invoice, issuedOn, note, voids, lines, total, currency } = memo;
  return {
    title: `Credit memo ${number}`,
    practice: parties.from.name,
    on: issuedOn,
    content: [
      ...letterhead("Credit memo", parties.from, parties.to, [
        ["Credit memo", number],
        ["Issued", issuedOn],
        ["For invoice", invoice],
        ["Total", money(total, currency)],
      ]),
      ...(note === "" ? [] : [paragraph(note)]),
      ...(voids ? [paragraph(`It credits all that was left of ${invoice}.`)] : []),
      table(
        "Line of the invoice",
        [hoursColumn, rateColumn, moneyColumn("Credit")],
        lines.map((line) => [
          word(`Line ${line.line}: ${lineWords(line, deliverables)}`, `Rests on ${line.clauses.join(", ")}`),
          figure(line.minutes === 0 ? "" : hours(line.minutes)),
          figure(line.minutes === 0 ? "" : money(line.ratePerHour, currency)),
          figure(money(line.amount, currency)),
        ]),
        [[word("Total credit"), figure(""), figure(""), figure(money(total, currency))]],
      ),
    ],
  };
}
