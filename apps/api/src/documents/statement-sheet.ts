import type { Statement, StatementFact } from "@cimpro/domain";
import { dayColumn, figure, letterhead, money, moneyColumn, type NamedParty, quiet, table, word } from "./blocks.ts";
import type { Sheet } from "./pdf.ts";

const kinds: Readonly<Record<StatementFact["kind"], string>> = {
  invoice: "Invoice",
  "credit-memo": "Credit memo",
  payment: "Payment",
  "payment-reversal": "Payment taken back",
};

/** Everything that changed what an account owes, with the running balance and the end of its journal. */
export function statementSheet(
  statement: Statement & { readonly currency: string; readonly head: { readonly seq: number; readonly hash: string } },
  parties: { readonly from: NamedParty; readonly to: NamedParty },
): Sheet {
  const { from, to, opening, lines, closing, currency, head } = statement;
  const amount = (cents: number) => figure(money(cents, currency));
  return {
    title: `Statement to ${to}`,
    practice: parties.from.name,
    on: to,
    content: [
      ...letterhead("Statement", parties.from, parties.to, [
        ["From", from ?? "the beginning"],
        ["To", to],
        [closing < 0 ? "Account credit" : "Owed", money(Math.abs(closing), currency)],
      ]),
      table(
        "What",
        [dayColumn(), moneyColumn("Amount"), moneyColumn("Balance")],
        [
          [word(from === null ? "Beginning" : `Balance before ${from}`), word(""), figure(""), amount(opening)],
          ...lines.map(({ kind, reference, on, amount: changed, balance }) => [
            word(kind === "invoice" || kind === "credit-memo" ? `${kinds[kind]} ${reference}` : kinds[kind]),
            word(on),
            amount(changed),
            amount(balance),
          ]),
        ],
        [[word(`Balance at the end of ${to}`), word(""), figure(""), amount(closing)]],
      ),
      quiet(`End of the journal: ${head.seq} ${head.hash}`),
    ],
  };
}
