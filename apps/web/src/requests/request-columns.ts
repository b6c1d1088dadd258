import { t } from "@lingui/core/macro";
import type { RequestView } from "../api/answers.ts";
import type { Column } from "../data-table/column.ts";
import { requestState } from "./request-words.ts";
import { acceptedWord, sizeWord } from "./triage-words.ts";

type Said = { readonly id: string; readonly label: string; readonly csv: (request: RequestView) => string | number };

const exported = (columns: readonly Said[]): readonly Column<RequestView>[] =>
  columns.map((column) => ({ ...column, show: column.csv }));

/** What the export of a customer's own requests says of each; pages show cards, not rows. */
export const requestColumns = (): readonly Column<RequestView>[] => exported(told());

/** The same over all accounts, for the team. */
export const queueColumns = (): readonly Column<RequestView>[] =>
  exported([
    { id: "account", label: t`Account`, csv: ({ accountName }) => accountName },
    ...told(),
    { id: "waited", label: t`Business days waited`, csv: ({ followUp }) => followUp.businessDays },
  ]);

const told = (): readonly Said[] => [
  { id: "title", label: t`Asked for`, csv: ({ title }) => title },
  { id: "description", label: t`Details`, csv: ({ description }) => description },
  { id: "wish", label: t`Wanted sooner`, csv: ({ expediteWish }) => expediteWish ?? "" },
  { id: "state", label: t`State`, csv: ({ state }) => requestState(state).word },
  { id: "size", label: t`Size`, csv: ({ size }) => (size === null ? "" : sizeWord(size)) },
  { id: "by", label: t`Asked by`, csv: ({ submittedBy }) => submittedBy },
  { id: "asked", label: t`Asked on`, csv: ({ submittedOn }) => submittedOn },
  { id: "due", label: t`Follow-up due`, csv: ({ followUp }) => followUp.dueOn },
  { id: "followed-up", label: t`Followed up`, csv: ({ followedUpOn }) => followedUpOn ?? "" },
  { id: "from", label: t`Start from`, csv: ({ expectedStart }) => expectedStart?.from ?? "" },
  { id: "to", label: t`Start to`, csv: ({ expectedStart }) => expectedStart?.to ?? "" },
  { id: "decided", label: t`Decided on`, csv: ({ decidedOn }) => decidedOn ?? "" },
  { id: "became", label: t`Became`, csv: ({ acceptance }) => (acceptance === null ? "" : acceptedWord(acceptance.as)) },
  { id: "reason", label: t`Reason`, csv: ({ reason }) => reason ?? "" },
];
