import { formatDuration } from "@cimpro/domain";

/** When a purchase holds: from a day, or the months it runs. */
export const validity = (
  allowance:
    | { readonly kind: "lump-sum"; readonly validFrom: string }
    | { readonly kind: "monthly"; readonly firstMonth: string; readonly lastMonth: string | null },
): string =>
  allowance.kind === "lump-sum"
    ? `from ${allowance.validFrom}`
    : `${allowance.firstMonth} to ${allowance.lastMonth ?? "…"}`;

export const hoursOf = ({ kind, minutes }: { readonly kind: string; readonly minutes: number }): string =>
  `${formatDuration(minutes)}${kind === "monthly" ? " a month" : ""}`;
