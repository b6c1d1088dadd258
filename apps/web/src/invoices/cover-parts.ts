import type { CoverSummary } from "@cimpro/domain";
import { t } from "@lingui/core/macro";
import type { CoverPart } from "../cover-bar/cover-part.ts";

/** How an invoice's period was covered, as the parts of a bar; only what is invoiced has a price here. */
export const coverParts = (cover: CoverSummary, total: number): readonly CoverPart[] => [
  { kind: "deposit", label: t`Deposit`, minutes: cover.deposit },
  ...cover.allowance.map(
    ({ minutes }, at): CoverPart => ({
      kind: "allowance",
      label: cover.allowance.length === 1 ? t`Allowance` : numbered(at + 1),
      minutes,
    }),
  ),
  { kind: "invoiced", label: t`This invoice`, minutes: cover.invoiced, amount: total },
];

const numbered = (number: number): string => t`Allowance ${number}`;
