import { addDays, type Policy, type Quote, settlePremium } from "@cimpro/domain";
import { t } from "@lingui/core/macro";

/** What would be due of a premium, should the delivery come on a day. */
export interface IfLate {
  readonly when: string;
  readonly what: string;
  readonly total: number;
  readonly credit: number;
  readonly clauses: readonly string[];
}

// Any days show the rule: what counts is which date is met and which is not.
const [rushBy, expeditedBy, later] = [5, 10, 15];

/** Every way a delivery can turn out, with what each leaves due: worked out by the rule that settles the real premium. */
export function ifLate({ minutes, leadTime, lines, total }: Quote, on: string, policy: Policy): readonly IfLate[] {
  if (leadTime === "standard") return [];
  const labor = lines.find(({ kind }) => kind === "labor")?.amount ?? total;
  const cases =
    leadTime === "rush"
      ? ([
          [t`On the rush date or before`, rushBy],
          [t`After the rush date, on the expedited date or before`, expeditedBy],
          [t`After both dates`, later],
        ] as const)
      : ([
          [t`On the expedited date or before`, expeditedBy],
          [t`After the expedited date`, later],
        ] as const);
  return cases.flatMap(([when, deliveredAfter]) => {
    const settled = settlePremium(
      {
        leadTime,
        minutes,
        startedOn: on,
        expeditedBy: addDays(on, expeditedBy),
        ...(leadTime === "rush" ? { rushBy: addDays(on, rushBy) } : {}),
        deliveredOn: addDays(on, deliveredAfter),
      },
      policy,
    );
    if (!settled.ok) return [];
    const { outcome, decision, premiumDue, credit, clauses } = settled.value;
    return [{ when, what: wordsFor(outcome, decision), total: labor + premiumDue, credit, clauses }];
  });
}

function wordsFor(outcome: string, decision: string): string {
  if (outcome === "met") return t`The premium is due`;
  const downgraded = outcome === "downgraded";
  if (decision === "automatic")
    return downgraded ? t`The premium is downgraded to expedited` : t`The premium is credited`;
  return downgraded
    ? t`The premium may be downgraded to expedited: a coordinator decides`
    : t`The premium may be credited: a coordinator decides`;
}
