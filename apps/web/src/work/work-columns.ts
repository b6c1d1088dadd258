import { t } from "@lingui/core/macro";
import type { WorkStanding } from "../api/answers.ts";
import type { Column } from "../data-table/column.ts";
import { turnWord } from "./turn-word.ts";

type Said = { readonly id: string; readonly label: string; readonly csv: (work: WorkStanding) => string | number };

/** What the export of a customer's work says of each piece; the page shows cards, not rows. */
export const workColumns = (): readonly Column<WorkStanding>[] =>
  told().map((column) => ({ ...column, show: column.csv }));

const told = (): readonly Said[] => [
  { id: "deliverable", label: t`Deliverable`, csv: ({ deliverable }) => deliverable },
  { id: "name", label: t`Name`, csv: ({ name }) => name },
  { id: "phase", label: t`Phase`, csv: ({ phases }) => phases.find(({ state }) => state === "present")?.title ?? "" },
  { id: "turn", label: t`State`, csv: (work) => turnWord(work)?.word ?? "" },
  { id: "worked", label: t`Worked minutes`, csv: ({ workedMinutes }) => workedMinutes },
  { id: "approved", label: t`Approved minutes`, csv: ({ approvedMinutes }) => approvedMinutes ?? "" },
  { id: "lead-time", label: t`Lead time`, csv: ({ clock }) => clock?.leadTime ?? "" },
  { id: "promise", label: t`Promise`, csv: ({ clock }) => clock?.sentence ?? "" },
  { id: "next", label: t`Next`, csv: ({ next }) => next?.what ?? "" },
  { id: "since", label: t`Since`, csv: ({ next }) => next?.since ?? "" },
];
