import { t } from "@lingui/core/macro";
import type { RunAnswer } from "../api/answers.ts";
import type { CoverPart } from "../cover-bar/cover-part.ts";

/** Where the minutes of a run go, as the parts of a bar. */
export const runParts = ({ minutes }: Pick<RunAnswer, "minutes">): readonly CoverPart[] => [
  { kind: "deposit", label: t`Deposit`, minutes: minutes.deposit },
  { kind: "allowance", label: t`Allowance`, minutes: minutes.allowance },
  { kind: "invoiced", label: t`Invoiced`, minutes: minutes.invoiced },
  { kind: "held", label: t`Held`, minutes: minutes.held },
  { kind: "non-billable", label: "Non-billable", minutes: minutes.nonBillable },
];
