import type { MinuteAccount } from "@cimpro/domain";
import type { CoverPart } from "./cover-part.ts";

/** Where every minute of an account is, as the parts of a bar. */
export const minutesParts = (minutes: MinuteAccount): readonly CoverPart[] => [
  { kind: "deposit", label: "Deposit", minutes: minutes.deposit },
  { kind: "allowance", label: "Allowance", minutes: minutes.allowance },
  { kind: "invoiced", label: "Invoiced", minutes: minutes.invoiced },
  { kind: "held", label: "Held", minutes: minutes.held },
  { kind: "open", label: "Not closed yet", minutes: minutes.open },
  { kind: "written-off", label: "Written off", minutes: minutes.writtenOff },
  { kind: "non-billable", label: "Non-billable", minutes: minutes.nonBillable },
  { kind: "settled-elsewhere", label: "Settled elsewhere", minutes: minutes.settledElsewhere },
];
