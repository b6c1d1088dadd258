import { formatDuration, formatMoney, type PremiumRequest, type PremiumSettlement } from "@cimpro/domain";
import { type Block, facts, left, line, right } from "../../terminal/block.ts";

type Asked = Pick<
  PremiumRequest,
  "leadTime" | "minutes" | "startedOn" | "approvedOn" | "expeditedBy" | "rushBy" | "deliveredOn"
>;

/** A settlement for people, with the dates that were asked about beside those that count. */
export function settlementView(settled: PremiumSettlement, asked: Asked): readonly Block[] {
  const { currency, outcome, decision, premiumCharged, premiumDue, credit, dueDates, tolledDays } = settled;
  const proposed = decision === "proposed";
  return [
    line(sentences[asked.leadTime][outcome], tones[outcome]),
    ...(proposed ? [line("A coordinator confirms or declines this; declined, the premium stays due.")] : []),
    facts(
      ["Lead time", `${asked.leadTime}, ${formatDuration(asked.minutes)}`],
      ["Approved", asked.approvedOn],
      ["Started", asked.startedOn],
      ["Rush due", dueWords(dueDates.rush, asked.rushBy)],
      ["Expedited due", dueWords(dueDates.expedited, asked.expeditedBy)],
      ["Delivered", asked.deliveredOn],
    ),
    {
      kind: "table",
      title: "Days on which the clock stood still",
      columns: [left("From"), left("To"), right("Business days"), left("Because of")],
      rows: tolledDays.map(({ from, to, businessDays, whose }) => [from, to, String(businessDays), owners[whose]]),
    },
    {
      kind: "table",
      title: proposed ? "Premium, if confirmed" : "Premium",
      columns: [right("Charged"), right("Due"), right("Credit")],
      rows: [[premiumCharged, premiumDue, credit].map((amount) => formatMoney(amount, currency))],
    },
  ];
}

type Outcome = PremiumSettlement["outcome"];

const expedited: Readonly<Record<Outcome, string>> = {
  met: "The lead time was met: the premium is due.",
  downgraded: "Downgraded.",
  credited: "Expedited was missed: the premium is credited.",
  lapsed: "Missed, but a change order had ended the guarantee: the premium is due in full.",
};

const sentences: Readonly<Record<Asked["leadTime"], Readonly<Record<Outcome, string>>>> = {
  expedited,
  rush: {
    ...expedited,
    downgraded: "Rush was missed, expedited was met: the premium may be downgraded to expedited.",
    credited: "Rush and expedited were missed: the premium may be credited.",
  },
};

const tones = { met: "good", downgraded: "bad", credited: "bad", lapsed: undefined } as const;

const owners = { client: "the client", product: "the product team", stoppage: "non-payment" } as const;

const dueWords = (due: string | undefined, stated: string | undefined): string | undefined =>
  due === undefined || due === stated ? due : `${due}, instead of ${stated}`;
