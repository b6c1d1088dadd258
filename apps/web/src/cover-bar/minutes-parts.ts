import type { MinuteAccount } from "@cimpro/domain";
import { t } from "@lingui/core/macro";
import type { CoverPart } from "./cover-part.ts";

/** Where every minute of an account is, as the parts of a bar. */
export const minutesParts = (minutes: MinuteAccount): readonly CoverPart[] => [
  { kind: "deposit", label: t`Deposit`, minutes: minutes.deposit },
  { kind: "allowance", label: t`Allowance`, minutes: minutes.allowance },
  { kind: "invoiced", label: t`Invoiced`, minutes: minutes.invoiced },
  { kind: "held", label: t`Held`, minutes: minutes.held },
  { kind: "open", label: t`Not closed yet`, minutes: minutes.open },
  { kind: "written-off", label: t`Written off`, minutes: minutes.writtenOff },
  { kind: "non-billable", label: t`Non-billable`, minutes: minutes.nonBillable },
  { kind: "settled-elsewhere", label: t`Settled elsewhere`, minutes: minutes.settledElsewhere },
];
