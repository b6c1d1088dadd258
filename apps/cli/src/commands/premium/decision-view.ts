import { formatDuration, formatMoney, type PremiumDecision } from "@cimpro/domain";
import { type Block, facts, left, line, right, type Tone } from "../../terminal/block.ts";

/** A settlement on the books for people. */
export function decisionView(decision: PremiumDecision): readonly Block[] {
  const { settlement, lines, deposit, notInvoiced, creditMemos } = decision;
  const money = (amount: number): string => formatMoney(amount, settlement.currency);
  const parts = [
    ...lines.map((each) => [`${each.invoice}, line ${each.line}`, each] as const),
    ...(deposit === null || deposit.minutes === 0 ? [] : [["Under the deposit", deposit] as const]),
    ...(notInvoiced === null || notInvoiced.minutes === 0 ? [] : [["Not invoiced yet", notInvoiced] as const]),
  ];
  return [
    line(sentences[decision.state], tones[decision.state]),
    facts(
      ["Deliverable", decision.id],
      ["Account", decision.account],
      ["Delivered", decision.deliveredOn],
      ["Outcome", settlement.outcome],
      ["Rush due", settlement.dueDates.rush],
      ["Expedited due", settlement.dueDates.expedited],
      ["Decided", decided(decision)],
      ["Reason", decision.reason],
      ["Credit memos", creditMemos.join(", ")],
    ),
    {
      kind: "table",
      title: decision.state === "proposed" ? "Premium, if confirmed" : "Premium",
      columns: [left("On"), right("Time"), right("Charged"), right("Due"), right("Credit")],
      rows: parts.map(([where, part]) => [
        where,
        formatDuration(part.minutes),
        money(part.charged),
        money(part.due),
        money(part.charged - part.due),
      ]),
      empty: "No time carries it.",
    },
  ];
}

const decided = ({ decidedOn, decidedBy }: PremiumDecision): string | null =>
  decidedOn === null ? null : decidedBy === null ? `${decidedOn}, by rule` : `${decidedOn}, by ${decidedBy}`;

const sentences: Readonly<Record<PremiumDecision["state"], string>> = {
  proposed: "To be confirmed or declined by a coordinator; until then the full premium is billed.",
  automatic: "Settled by rule.",
  confirmed: "Settled as proposed.",
  declined: "Declined: the premium stays due.",
};
const tones: Readonly<Record<PremiumDecision["state"], Tone | undefined>> = {
  proposed: "bad",
  automatic: "good",
  confirmed: "good",
  declined: undefined,
};
