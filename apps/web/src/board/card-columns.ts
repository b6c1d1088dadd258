import { t } from "@lingui/core/macro";
import type { BoardCard } from "../api/answers.ts";
import type { Column } from "../data-table/column.ts";

/** What the export of the board says of a card; the board itself shows cards, not rows. */
export const cardColumns = (): readonly Column<BoardCard>[] =>
  [
    { id: "phase", label: t`Phase`, csv: ({ phaseTitle }: BoardCard) => phaseTitle },
    { id: "account", label: t`Account`, csv: ({ accountName }: BoardCard) => accountName },
    { id: "deliverable", label: t`Deliverable`, csv: ({ deliverable }: BoardCard) => deliverable },
    { id: "name", label: t`Name`, csv: ({ name }: BoardCard) => name },
    { id: "days", label: t`Days in phase`, csv: ({ daysInPhase }: BoardCard) => daysInPhase ?? "" },
    { id: "worked", label: t`Worked minutes`, csv: ({ workedMinutes }: BoardCard) => workedMinutes },
    { id: "estimated", label: t`Estimated minutes`, csv: ({ estimatedMinutes }: BoardCard) => estimatedMinutes },
    { id: "lead-time", label: t`Lead time`, csv: ({ leadTime }: BoardCard) => leadTime ?? "" },
    { id: "blocker", label: t`Blocker`, csv: blockerOf },
  ].map((column) => ({ ...column, show: column.csv }));

/** What holds the work up, in words; nothing where its gate is ready. */
function blockerOf({ blocker: { stopped, waits, missing, nextCondition } }: BoardCard): string {
  const asked = waits.map(({ whose, what }) =>
    whose === "client" ? t`waits for customer: ${what}` : t`waits for product: ${what}`,
  );
  return [
    ...(stopped ? [t`stopped`] : []),
    ...asked,
    ...(missing > 0 && nextCondition !== null ? [t`${missing} missing: ${nextCondition}`] : []),
  ].join("; ");
}
