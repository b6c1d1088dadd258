import type { WorkMonth } from "../api/answers.ts";
import type { CoverPart } from "../cover-bar/cover-part.ts";
import { minutesParts } from "../cover-bar/minutes-parts.ts";

/** Where a month's minutes are, and where those that no run has closed yet would go as the books stand (ALW-6). */
export const monthParts = ({ minutes, expected }: Pick<WorkMonth, "minutes" | "expected">): readonly CoverPart[] => [
  ...minutesParts({
    ...minutes,
    open: minutes.open - expected.deposit - expected.allowance - expected.invoiced,
  }),
  { kind: "deposit", label: "Deposit, not closed yet", minutes: expected.deposit },
  { kind: "allowance", label: "Allowance, not closed yet", minutes: expected.allowance },
  { kind: "open", label: "To be invoiced", minutes: expected.invoiced },
];
